"""Clauses of a comment, and whether one says that something happened or did not.

A rule of thumb, and careful: where a clause hedges ("until", "only", "should"), negates twice, or
tells of what the shopper did, it says nothing. A missed contradiction costs an editor a second look;
a false one costs the trust in all others.
"""

import re
from collections.abc import Iterable, Iterator
from enum import Enum

from qa_toolkit.shops.checks.words import WORD, words

_CLAUSE = re.compile(
    r"[.!?;:\n]|(?<=\s)(?:but|however|although|though|while|whereas|yet|because|since|so that)\b",
    re.IGNORECASE,
)
_NOT_CLOSE_WORDS = (
    "not no never without cannot can't couldn't don't didn't doesn't wasn't weren't isn't "
    "hasn't hadn't haven't wouldn't won't nor neither zero"
)
_NOT_CLOSE = frozenset((*_NOT_CLOSE_WORDS.split(), *_NOT_CLOSE_WORDS.replace("'", "").split()))
"""Also as they are typed on telephones: didnt."""
_NOT_ANYWHERE = frozenset(("nobody", "none", "nothing"))
NEGATIONS = _NOT_CLOSE | _NOT_ANYWHERE
_NOT_BEHIND = frozenset(("no", "nobody", "none", "nothing", "never", "neither"))
_HEDGES_WORDS = (
    "until unless only except almost nearly hardly barely scarcely if whether would should "
    "could might may must will expected wanted waited hoped tried refused forgot failed "
    "promised instead another other others next previous either usually normally first second "
    "third finally eventually later colleague customer customers guard machine menu recorded "
    "recording wrong wrongly"
)
_HEDGES = frozenset(_HEDGES_WORDS.split())
_OWN = frozenset(("i", "we"))
_OTHERS_WORDS = (
    "she he they it nobody somebody someone everybody who agent assistant staff cashier clerk man "
    "woman lady person member employee voice manager"
)
_OTHERS = frozenset(_OTHERS_WORDS.split())
"""Who else may have done it."""
_RECEIVED_WORDS = (
    "got get received receive saw see seen heard hear noticed notice spotted spot found"
)
_RECEIVED = frozenset(_RECEIVED_WORDS.split())
"""What the shopper does when another gives, or can be seen or heard."""
_PASSIVE_WORDS = "was were been being got get am are is"
_PASSIVE = frozenset(_PASSIVE_WORDS.split())
_AND = re.compile(r"\band\b", re.IGNORECASE)
"""Behind it stands another act, with hedges of its own."""
_TURN = re.compile(
    r"(?:,(?: and)?|\b(?:and|when|as)) (?=(?:I|we|she|he|they|it|there|nobody|somebody|someone)\b"
    r"|(?:the|a|an|my|her|his) (?:\w+ ){1,3}(?:was|were)\b)",
    re.IGNORECASE,
)
"""Somebody else or something else is spoken of from here on: no negation reaches across."""
_ASIDE = re.compile(
    r"\bwithout (?:looking|smiling|stopping|waiting|hesitating)\b"
    r"|\b(?:that|as far as|so far as|which) I (?:could|can) (?:see|hear|tell|make out)\b",
    re.IGNORECASE,
)
_COULD_NOT = re.compile(
    r"\b(?:could|can) ?(?:not|n't) (?=(?:see|hear|find|spot|read|make out)\b)", re.IGNORECASE
)
"""Who could not see it did not see it; other things that one cannot do say nothing."""
_NOT_ME = re.compile(r"\bnot (?:to )?(?:me|us|myself|his|her|hers|their|theirs)\b", re.IGNORECASE)
"""It happened, to others or otherwise."""
_NO_ONE = re.compile(r"\bno[ -]?one\b", re.IGNORECASE)
_CLOSE = 7
"""Words before what happened in which a negation turns it round."""
_TIMED_WORDS = "after later when once minute minutes second seconds moment end last within"
_TIMED = frozenset(_TIMED_WORDS.split())


class Says(Enum):
    """What a clause says of something: that it happened, or that it did not."""

    DONE = "done"
    NOT_DONE = "not done"

    @property
    def opposite(self) -> "Says":
        return Says.NOT_DONE if self is Says.DONE else Says.DONE


def clauses_of(text: str) -> list[str]:
    """The parts of a text that are said without a turn in between."""
    return [part for part in _CLAUSE.split(text) if part.strip()]


def says(clause: str, act: re.Pattern[str], *, timed: bool) -> Says | None:
    """What a clause says of an act; None where it says nothing, or nothing sure.

    Args:
        clause: without quotes.
        act: how it is said that it happened: "greeted", "gave a receipt".
        timed: whether it had to happen at a certain time; one said to be late says nothing then.
    """
    clause = _COULD_NOT.sub("did not ", _ASIDE.sub("", _NO_ONE.sub("nobody", clause)))
    found = act.search(clause)
    if found is None or _NOT_ME.search(clause, found.end()):
        return None
    before, within = words(clause[: found.start()]), words(found.group())
    after = words(_AND.split(clause[found.end() :], maxsplit=1)[0])
    if "before" in before[-3:] or not is_sure((*before, *after), timed=timed):
        return None
    if _is_own(clause[: found.start()]) and within[0] not in _RECEIVED:
        return None
    if after and after[0] in _NOT_BEHIND:  # "never looked up and repeated nothing"
        last = words(_AND.split(clause[: found.start()])[-1])
        return Says.NOT_DONE if _NOT_CLOSE.isdisjoint(last) else None
    own, others = _own_part(clause, found)
    negations = list(_negations(words(own), within, after[: len(words(others))]))
    if len(negations) > 1 or (negations and _is_of_another_act(own)):
        return None
    return Says.NOT_DONE if negations else Says.DONE


def is_sure(around: Iterable[str], *, timed: bool) -> bool:
    """Whether no word around an act makes it doubtful, or one of another time or person."""
    told = set(around)
    return _HEDGES.isdisjoint(told) and not (timed and not _TIMED.isdisjoint(told))


def _own_part(clause: str, found: re.Match[str]) -> tuple[str, str]:
    """What stands before and behind the act until somebody else is spoken of."""
    turns = list(_TURN.finditer(clause))
    start = max((one.end() for one in turns if one.end() <= found.start()), default=0)
    end = min((one.start() for one in turns if one.start() >= found.end()), default=len(clause))
    return clause[start : found.start()], clause[found.end() : end]


def _is_of_another_act(before: str) -> bool:
    """Whether the negation may be of an act that "and" joins: "did not look up and greeted me"."""
    negated, *rest = _AND.split(before)
    return bool(rest) and any(word in NEGATIONS for word in words(negated))


def _negations(before: list[str], within: list[str], after: list[str]) -> Iterator[str]:
    close = before[-_CLOSE:]
    yield from (word for word in close if word in _NOT_CLOSE)
    yield from (word for word in before if word in _NOT_ANYWHERE)
    yield from (word for word in within if word in NEGATIONS)
    yield from (word for word in after[:3] if word in _NOT_BEHIND)


def _is_own(before: str) -> bool:
    """Whether the shopper did it: "I greeted", "I went in and asked"; not "I was greeted"."""
    told = list(WORD.finditer(before))
    for place in range(len(told) - 1, -1, -1):
        word = told[place].group()
        if word.casefold() in _OWN:
            behind = (one.group().casefold() for one in told[place + 1 :])
            return _PASSIVE.isdisjoint(behind)
        if word.casefold() in _OTHERS or (place and word[0].isupper()):
            return False
    return False
