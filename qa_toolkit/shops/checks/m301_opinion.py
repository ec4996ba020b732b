"""A comment or the story holds a word of opinion.

"Friendly" to one shopper is "pushy" to the next, and the team cannot argue with it. "She said good
morning and looked up" can be checked. Questions answered in words ask for an opinion and are left
alone, and so is what is in quotation marks, since others said it, and a "nice day" that somebody
wished. English only.

Bad:

```yaml
comments: {help: The lady was very nice and unfortunately a bit slow.}
```

Good:

```yaml
comments: {help: 'She blocked the card at once and said: "Unfortunately I cannot send it today."'}
answers: {help.opinion: 'Yes, a nice and friendly line.'}
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.domain.wording import listed
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.texts import facts, is_english, without_quotes

_OPINIONS = (
    "nice nicely nicer nicest rude rudely rudeness unfriendly friendly friendlier friendliness "
    "polite politely politeness impolite impolitely unfortunately fortunately sadly luckily "
    "hopefully thankfully pleasant pleasantly unpleasant lovely awful awfully terrible terribly "
    "horrible horribly great wonderful wonderfully amazing amazingly fantastic excellent "
    "excellently superb brilliant brilliantly perfect perfectly impressive impressed "
    "disappointing disappointed disappointingly annoying annoyed annoyingly frustrating "
    "frustrated ridiculous unacceptable unprofessional unprofessionally professional "
    "professionally helpful unhelpful warmly warm-hearted courteous courteously discourteous "
    "lazy arrogant arrogantly bored uninterested disinterested enthusiastic enthusiastically "
    "sloppy incompetent competent competently charming sympathetic sweet cute shocking shocked "
    "outrageous mediocre delightful delighted cheerful cheerfully grumpy condescending "
    "patronising patronizing welcoming uncaring caring attentive attentively inattentive pushy "
    "sincere sincerely insincere genuinely knowledgeable clueless moody surly bubbly dismissive"
)
OPINIONS = frozenset(_OPINIONS.split())
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FELT = re.compile(
    r"\b(?:(?<!what )(?<!which )(?<!one )(?<!if )(?<!whether )(?<!how )(?<!said )(?<!that )"
    r"I (?:think|thought|felt|feel|believe|believed|liked|loved|hated|enjoyed)"
    r"|in my (?:opinion|view)|(?:very|really|quite|so) (?:good|bad|well|poor)"
    r"|(?:good|bad|poor) (?:service|impression|experience|attitude|mood)"
    r"|seemed (?:to be )?\w+|seems (?:to be )?\w+|felt like|fed up"
    r"|(?:could not|couldn't) (?:have cared|care) less)\b",
    re.IGNORECASE,
)
# what is said at every goodbye, also where it is told without quotation marks
_WISH = re.compile(
    r"\b(?:an?|my|your|the rest of (?:a|the|my|your)) (?:very )?(?:nice|lovely|great|pleasant|wonderful)"
    r" (?:rest of (?:the|my|your) )?"
    r"(?:day|morning|afternoon|evening|night|week|weekend|time|trip|journey|holiday|christmas)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]+(?= [A-Z])")
"""The first word of a name in the middle of a sentence: the Great Cook knife."""
_MOST = 4


def _find(context: Context) -> Iterator[Found]:
    if not is_english(context.form):
        return
    for where, text in facts(context):
        plain = _NAME.sub(" ", _WISH.sub(" ", without_quotes(text)))
        judged = [word for word in _WORD.findall(plain) if word.casefold() in OPINIONS]
        felt = [found.group() for found in _FELT.finditer(plain)]
        if told := list(dict.fromkeys((*judged, *felt)))[:_MOST]:
            shown = listed([f"'{word}'" for word in told])
            yield Found(where, f"{shown}: opinion, no fact")


CHECK = Check(
    code="M301",
    severity="warning",
    title="opinion in a factual text",
    fix="say what was seen, heard or timed: what the person did, in which words",
    manual=__doc__,
    find=_find,
    at_entry=True,
)
