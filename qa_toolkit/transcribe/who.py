"""Which party of a contact is the agent: from greetings, introductions and typical phrases.

English only. Where nothing typical was said, or in another language, the confidence is 0.5, which
says no more than a coin.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import NamedTuple

OPENING_S = 45.0
"""Greetings and introductions count when they come no later than this after the first word."""
MOST = 2
"""The phrases of one cue count this often at most, together, so that long contacts are not surer
than they should be."""
SCALE = 0.9
"""Turns the difference of two scores into log-odds; fitted, see docs/speakers.md."""


class Said(NamedTuple):
    """What one party said without a pause, and when, in seconds from the start."""

    start_s: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that agents say rather than customers, or (weight below 0) the other way round."""

    weight: float
    ways: tuple[str, ...]
    opening: bool = False


def _cue(weight: float, *ways: str, opening: bool = False) -> Cue:
    return Cue(weight=weight, ways=ways, opening=opening)


_MY = (
    "account|order|bill|card|phone|number plate|contract|booking|flight|parcel|package|delivery|"
    "refund|money|payment|invoice|subscription|policy|claim|car|router|internet|broadband|line|"
    "password|laptop|computer|ticket|reservation|appointment|husband|wife|son|daughter"
)

CUES = (
    # who answers or makes the call
    _cue(
        3,
        "thank(?:s| you) (?:so much )?for (?:calling|contacting|choosing|reaching out|getting in touch)",
        "welcome to",
        opening=True,
    ),
    _cue(
        3,
        "(?:how|what) (?:can|may|could|might) (?:i|we) (?:help|assist|do for) ?(?:you)?",
        "how (?:can|may) i be of (?:help|assistance|service)",
    ),
    _cue(
        2,
        "(?:you're|you are) (?:speaking|through|talking) (?:to|with)",
        "(?:call|line|conversation)s? (?:is|are|may be|will be|being)(?: being)? (?:recorded|monitored)",
        "(?:calling|ringing|phoning) (?:you )?(?:from|on behalf of)",
        "(?:am i speaking|may i speak|could i speak|can i speak|am i talking) (?:to|with) (?:mr|mrs|ms|miss|the)?",
        "who(?:m)? am i (?:speaking|talking) (?:to|with)",
        "(?:is (?:now|this) a good time|do you have a (?:moment|minute))",
        opening=True,
    ),
    _cue(
        1.5,
        r"(?:this is|my name is|my name's|i'm|it's) \w+(?: \w+)?,? (?:from|with|at|of|calling from) (?!a\b|my\b|the same)\w+",
        r"\w+,? \w+ speaking",
        opening=True,
    ),
    # help offered, apologies, thanks for waiting
    _cue(
        3,
        "(?:is there |was there )?anything else (?:that )?(?:i|we) (?:can|could|may)",
        "(?:anything else (?:today|for you|on your mind)|is there anything else)",
        "what else can i",
    ),
    _cue(
        2,
        "(?:i'm|i am|we're|we are)?(?: so| very| really| terribly)? ?sorry (?:to hear|about|for (?:the|that|any|your|this))",
        "(?:i|we) (?:do )?apologi[sz]e",
        "apologies for",
        "(?:thanks|thank you) for (?:waiting|holding|your patience|bearing|letting (?:me|us) know|confirming|that information)",
        "(?:bear with me|one moment,? please)",
        "(?:put|place|pop) you (?:on (?:a )?(?:brief )?hold|through)",
        "transfer you",
        "happy to (?:help|assist)",
        "glad to (?:help|assist)",
        "here to help",
        "hope this helps",
        "my pleasure",
    ),
    # questions that agents ask and checks they make
    _cue(
        2,
        r"(?:can|could|may) (?:i|we) (?:please )?(?:have|get|take|ask for|grab|confirm|check) (?:just )?your",
        r"(?:confirm|verify|give me|tell me|provide|spell) (?:me )?(?:your|the (?:first|last) )",
        "for (?:security|verification|data protection)",
        r"(?:what's|what is|what was) your (?:\w+ ){0,2}(?:name|number|address|postcode|zip code|e-?mail|date of birth|account)",
        "(?:let us know|send us|dm us|contact us|reach out to us|private message)",
        r"(?:your|the) (?:\w+ )?(?:account number|reference number|order number|date of birth|postcode|zip code)\?",
    ),
    _cue(
        1.2,
        "(?:let me|i'll|i will|i'm going to|i can) (?:just |quickly |go ahead and )?(?:check|look|pull|see what|arrange|send you|refund|escalate|pass|book you|process|email you|e-mail you|text you|raise|credit|get (?:this|that|you))",
        "(?:i've|i have) (?:just )?(?:booked|sent you|refunded|arranged|raised|credited|escalated|put (?:a note|you))",
        "(?:i can|i) see (?:here|that you|in (?:our|the|my)|on (?:your|the)|your|it here)",
        "would you (?:like|prefer|mind)",
        "(?:do you|have you) (?:happen to )?(?:know|have|tried|got) (?:the|your|a)",
    ),
    _cue(
        0.7,
        "(?:our|the) (?:system|team|engineer|technician|policy|records|warehouse|website|store|end|engineers)",
        "your (?:order|account|booking|contract|card|refund|policy|bill|line|device|details|e-?mail)",
        "(?:we'll|we will|we can|we have|we offer|we'd|we would|we do)",
        "for you",
        "you(?:'ll| will) (?:get|receive|need to|be able to|have to|see|find)",
        "you can (?:find|visit|also|always|check|submit|use)",
        "(?:please|if you could) (?:just )?(?:visit|call|contact|try|check|follow|send|see|make sure)",
        "what i(?:'ll| can| will) do",
        "thank(?:s| you) for (?:that|your|the)",
        "you're (?:welcome|all set)",
        "(?:certainly|of course|absolutely|no problem|perfect|wonderful|great)",
        "have a (?:great|good|nice|lovely|wonderful)",
    ),
    # what customers say
    _cue(
        -2,
        "(?:i'm|i am|i was|just) (?:calling|ringing|phoning)(?: in)?(?: today)? (?:because|to see|to ask|to find|as|since|about my|regarding my)",
        "i (?:have|had|got|have got|'ve got) (?:a|an|this) (?:question|problem|issue)",
        "i(?:'d| would) like to (?:buy|cancel|order|return|book|speak|complain|change|know|report|make|get)",
        "(?:i was|i'm|just) wondering",
        "i (?:want|need|wanted|needed) to (?:cancel|return|know|speak|talk|change|complain|report|get|book|order)",
        "i (?:just )?(?:bought|ordered|received|paid|haven't received|still haven't|never received|never got)",
        "(?:can|could|would) you (?:please )?(?:help|tell me|explain)",
        "you (?:guys|people)",
        "(?:put|get|transfer) me (?:through|to)",
        "(?:speak|talk) to (?:someone|somebody|a (?:manager|supervisor|person|human)|your (?:manager|supervisor))",
        "(?:help|refund|charged|sent|told|gave|promised|emailed|called) me",
        "this is the (?:second|third|fourth) time",
    ),
    _cue(
        -1.2,
        f"my (?:new |old |own |first |last )?(?:{_MY})",
        "(?:doesn't|isn't|not|won't|stopped) work(?:ing)?",
        "(?:i couldn't|i tried|i keep|i've been trying|i've tried|every time i|trying to)",
        "(?:how do i|why (?:is|am|do|did|was|can't|are)|when will|how (?:soon|long))",
        "(?:that's|that is|this is) (?:ridiculous|unacceptable|not good enough|disappointing)",
        "(?:i've|i have) been (?:waiting|charged|on hold|told)",
        "last time i",
        "your (?:company|app|website|service|store|shop|engineer|driver|courier|colleague|team|staff)",
    ),
)


def agent_of(parties: Sequence[Sequence[Said]]) -> tuple[int, float]:
    """Which party is the agent, and how sure that is, in 0.5..1.

    Args:
        parties: what each of two or more parties said, in order.
    """
    starts = [said.start_s for party in parties for said in party]
    until_s = min(starts, default=0.0) + OPENING_S
    scores = [_score(party, until_s) for party in parties]
    agent = max(range(len(scores)), key=lambda party: scores[party])
    others = [score for party, score in enumerate(scores) if party != agent]
    ahead = scores[agent] - max(others, default=scores[agent])
    return agent, 1 / (1 + exp(-SCALE * ahead))


def _score(party: Sequence[Said], until_s: float) -> float:
    opening = _plain(said.text for said in party if said.start_s <= until_s)
    whole = _plain(said.text for said in party)
    return sum(
        cue.weight * min(MOST, len(_pattern(cue).findall(opening if cue.opening else whole)))
        for cue in CUES
    )


def _plain(texts: Iterable[str]) -> str:
    return "\n".join(texts).lower().replace("’", "'")


@cache
def _pattern(cue: Cue) -> re.Pattern[str]:
    """Compiled when first needed: most commands never ask who is the agent."""
    return re.compile(rf"(?<![\w'])(?:{'|'.join(cue.ways)})(?![\w'])", re.ASCII)
