"""What shops are asked about again and again, and how comments say that it happened.

Behaviours that `known_behaviours` does not list are known by the question's own verb.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from qa_toolkit.shops.checks.known_behaviours import BEHAVIOURS
from qa_toolkit.shops.checks.words import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """How it is said that something happened.

    Attributes:
        said: that it happened, wherever it stands: "handed me a receipt".
        alone: the same in the comment on the question itself, where nobody names the thing again:
            "handed it over".
        undone: that the opposite happened: "the door was locked".
        spoken: words of the staff that are the act itself: "Bye!".
        timed: whether it had to happen at a certain time or in a certain way.
        either: whether one of two was enough, so that the lack of one says nothing.
    """

    said: re.Pattern[str]
    alone: re.Pattern[str] | None = None
    undone: re.Pattern[str] | None = None
    spoken: re.Pattern[str] | None = None
    timed: bool = False
    either: bool = False


_TIMED_WORDS = (
    "within before after than own first last least most only without when whenever once exact "
    "exactly same correct correctly right every all more immediately"
)
_TIMED = frozenset(_TIMED_WORDS.split())
_EITHER = re.compile(r"\b(?:number|name) or an? (?:number|name)\b", re.IGNORECASE)
_IRREGULAR = {
    "given": "gave|given|give",
    "handed": "handed|hand",
    "shown": "showed|shown|show",
    "told": "told|tell",
    "sent": "sent|send",
    "taken": "took|taken|take",
    "brought": "brought|bring",
    "put": "put",
    "read": "read",
    "found": "found|find",
}
# "Is the card blocked?", "Are you offered a second item?"; not "Is the price the one on the shelf?"
_PASSIVE = re.compile(
    r"^(?:is|are|was|were) (?P<what>(?:the|a|an|any|your|you)\b(?: [\w-]+){0,3}?) "
    r"(?P<verb>[a-z]+ed|" + "|".join(_IRREGULAR) + r")\b(?P<rest>[^?]*)",
    re.IGNORECASE,
)
_SMALL_WORDS = (
    "the a an any your you to of for with by in on at from and or it its that this there as up "
    "out new second member staff agent person"
)
_SMALL = frozenset(_SMALL_WORDS.split())


@lru_cache(maxsize=2_000)
def act_asked_for(question: str) -> Act | None:
    """What a yes/no question asks for, and how it is said that it happened; None where unknown."""
    timed = not _TIMED.isdisjoint(words(question))
    for row in BEHAVIOURS:
        if re.search(row.asked, question, re.IGNORECASE):
            return Act(
                said=re.compile(rf"\b(?:{row.said})\b", re.IGNORECASE),
                alone=_compiled(row.alone),
                undone=_compiled(row.undone),
                spoken=_compiled(row.spoken),
                timed=timed,
                either=_EITHER.search(question) is not None,
            )
    return None if timed else _by_its_verb(question)


def _compiled(pattern: str) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) if pattern else None


def _by_its_verb(question: str) -> Act | None:
    """Of "Is the card blocked?": a form of "blocked" and "card", at most four words apart."""
    found = _PASSIVE.match(question.strip())
    if found is None:
        return None
    named = (
        f"{found['what']} {found['rest']}" if found["what"].casefold() == "you" else found["what"]
    )
    nouns = [word for word in words(named) if word not in _SMALL]
    if not nouns:
        return None
    verb = found["verb"].casefold()
    done = _IRREGULAR.get(verb, rf"{re.escape(verb)}|{re.escape(verb.removesuffix('ed'))}e?")
    noun = re.escape(nouns[0] if found["what"].casefold() == "you" else nouns[-1])
    between = r"\W+(?:[\w'-]+\W+){0,4}?"
    return Act(
        said=re.compile(
            rf"\b(?:(?:{done}){between}{noun}|{noun}{between}(?:{done}))\b", re.IGNORECASE
        )
    )
