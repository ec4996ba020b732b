"""Words that judge, and turns of speech that tell what somebody felt. English."""

import re
from collections.abc import Iterator

_QUALITIES = (
    "nice rude friendly unfriendly polite impolite pleasant unpleasant lovely awful terrible "
    "horrible great wonderful amazing fantastic excellent superb brilliant perfect awesome "
    "impressive unimpressive unimpressed disappointing disappointed annoying annoyed "
    "frustrating frustrated irritating irritated ridiculous unacceptable acceptable "
    "unprofessional professional helpful unhelpful courteous discourteous lazy arrogant "
    "bored boring uninterested disinterested enthusiastic unenthusiastic sloppy competent "
    "incompetent charming sympathetic unsympathetic cute shocking shocked outrageous "
    "mediocre delightful delighted cheerful grumpy condescending patronising patronizing "
    "welcoming unwelcoming caring uncaring attentive inattentive pushy sincere insincere "
    "knowledgeable clueless moody surly bubbly dismissive useless worthless hopeless "
    "pathetic appalling dreadful disgusting disgraceful atrocious abysmal lousy crappy "
    "shoddy shabby dire poor worst adorable unkind kind-hearted warm-hearted good-natured "
    "gracious respectful disrespectful impatient thoughtful thoughtless considerate "
    "inconsiderate compassionate empathetic unempathetic approachable unapproachable "
    "personable likeable likable abrupt brusque curt snappy sullen sulky stroppy aggressive "
    "hostile cold-hearted robotic monotone soulless indifferent apathetic disengaged "
    "distracted careless negligent off-putting unpleasing intimidating uncomfortable "
    "comforting awkward embarrassing embarrassed humiliating humiliated insulting insulted "
    "offended offensive angry furious unhappy happy glad pleased thrilled satisfied "
    "dissatisfied satisfactory unsatisfactory satisfying relieved surprised unsurprised "
    "astonished bewildered confident unconfident efficient inefficient diligent dedicated "
    "motivated unmotivated demotivated energetic lively chatty tedious unbelievable "
    "incredible outstanding exceptional remarkable memorable unforgettable refreshing "
    "stellar splendid fabulous marvellous marvelous magnificent terrific gorgeous beautiful "
    "ugly tacky tasteless messy scruffy cosy cozy inviting uninviting depressing gloomy "
    "stressful stressed overwhelmed suspicious dishonest unreliable untrustworthy "
    "trustworthy unhelpfully stupid silly dumb foolish weird creepy nasty horrid vile smug "
    "snobbish snooty cocky flustered"
)
_FEELING_WORDS = (
    "unfortunately fortunately sadly luckily hopefully thankfully honestly frankly "
    "personally obviously regrettably surprisingly disappointingly strangely oddly ideally "
    "warmly warm-heartedly heartily reluctantly begrudgingly grudgingly half-heartedly "
    "eagerly gladly nightmare disgrace nuisance shambles letdown rudeness kindness "
    "politeness friendliness professionalism unprofessionalism incompetence laziness "
    "arrogance impatience indifference enthusiasm empathy compassion genuinely kindly "
    "patiently kindest sweetly bluntly"
)


def _forms(word: str) -> Iterator[str]:
    """A quality with its adverb, its comparison and its noun."""
    yield word
    if word.endswith("y"):
        yield from (f"{word[:-1]}i{ending}" for ending in ("ly", "er", "est", "ness"))
    elif word.endswith("le"):
        yield from (f"{word[:-1]}y", f"{word}r", f"{word}st")
    else:
        stem = word.removesuffix("e")
        yield from (f"{word}ly", f"{stem}er", f"{stem}est", f"{word}ness")


OPINIONS = frozenset(
    {form for word in _QUALITIES.split() for form in _forms(word)} | set(_FEELING_WORDS.split())
)
"""Words that judge wherever they stand in what a shopper states."""
_PERSON = (
    r"(?:she|he|they|i|staff|everybody|everyone"
    r"|(?:agent|assistant|cashier|clerk|lady|man|woman|girl|boy|guy|lad|employee|manager|person"
    r"|team)s?)"
)
_ONLY_OF_PEOPLE = (
    r"(?:kind|patient|understanding|genuine|blunt|odd|strange|mean|upset|rushed|sweet|cold|warm"
    r"|distant|slow"
    r"|super|interested|bothered|engaged|warm|short with|switched on|on the ball)"
)
FELT = re.compile(
    r"\b(?:(?<!what )(?<!which )(?<!one )(?<!if )(?<!whether )(?<!how )(?<!said )(?<!that )"
    r"I (?:think|thought(?! of (?:the|a|my|what))|felt(?! (?:in|for|around|the weight))|feel"
    r"|believe|believed|liked|loved|hated|enjoyed)"
    rf"|{_PERSON} (?:was|were|is|are|came across as)(?: (?:very|so|really|quite|rather|extremely"
    rf"|also|not|clearly|most|a (?:bit|little)))*"
    rf" (?:\w+ and )?{_ONLY_OF_PEOPLE}"
    r"|(?:made|makes|making|left) me (?:feel|feeling|wonder)"
    r"|felt (?:like|as if|as though|that|ignored|welcome|unwelcome|valued|rushed)"
    r"|in my (?:opinion|view|eyes|experience)|to be (?:honest|fair|frank)|in all honesty"
    r"|if you ask me|tbh"
    r"|(?:very|really|quite|so|too|rather|extremely|pretty) (?:good|bad|well|poor)"
    r"|(?:good|bad|poor|warm|cold|positive|negative) (?:service|impression|experience|attitude"
    r"|mood|manners?"
    r"|atmosphere|welcome|reception|vibe|customer care|tone|feeling)"
    r"|(?:good|great|bad|poor|excellent|nice) job|(?:well|badly) looked after|well done"
    r"|first[- ]class|second to none"
    r"|top (?:marks|service|notch)|seemed (?:to be )?\w+|seems (?:to be )?\w+|fed up|put off by"
    r"|left to my own devices"
    r"|(?:came|comes) across(?: as)?(?! the\b| a\b| an\b)|the (?:impression|feeling) (?:that|of"
    r"|he|she|they|it|I)"
    r"|(?:acted|behaved|treated me|looked at me|spoke to me|talked to me) (?:like|as if|as though)"
    r"|clearly (?:not|did|does|was|were|wanted|bored|annoyed)|could(?: not|n't) (?:have cared"
    r"|care) less"
    r"|could(?: not|n't) be bothered|(?:did not|didn't) (?:seem|care|bother)|interest in (?:me"
    r"|helping|my)"
    r"|(?:no|zero|little|lack of|without(?: any)?|full of) (?:effort|warmth|sympathy|motivation"
    r"|charm|patience)"
    r"|full of energy|waste of (?:my )?time|a credit to|an asset to|a shame|a pity|(?:a"
    r"|my) pleasure to|a delight to"
    r"|a breath of fresh air|(?:above and beyond|the extra mile)|beyond belief"
    r"|the (?:best|worst) (?:\w+ ){1,4}ever)\b"
    r"|(?:^|[.!?]\s+)(?:good|bad|fine|lovely|not (?:good|great|nice|impressed))(?=\s*(?:[.!,]|$))",
    re.IGNORECASE,
)
"""Turns of speech that tell what somebody thought or felt."""
