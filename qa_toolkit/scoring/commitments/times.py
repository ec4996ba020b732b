"""Where a text says when something is due: pieces that belong together, and what leads in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa_toolkit.scoring.commitments.atoms import ATOM, Atom
from qa_toolkit.scoring.commitments.patterns import either, word_set, words

_JOINED = re.compile(
    r"[\s,]*(?:(?:on|at|by|before|around|about|between|from|after|the|in|of|and|to|or|any ?time"
    r"|sometime|no later than)\s+|(?:-|–)\s*)*"
)
_LENGTH_LEADS = "give_me give_us allow_me allow_us within inside under less_than no_more_than up_to"
_OTHER_LEADS = "no_later_than by before between after on in at around over"
_NOT_DUE_LEADS = (
    "until till from since for to of last past every each your my his her our their that the"
)
_LEAD = re.compile(
    rf"\b(?P<lead>{either(words(_LENGTH_LEADS), words(_OTHER_LEADS), words(_NOT_DUE_LEADS))}"
    r"|takes?|allow)"
    r"(?: (?:the|next|coming|about|around|approximately|roughly|just|maybe|another|under|on|at"
    r"|between))*[ ,]*$"
)
_NOT_DUE = word_set(_NOT_DUE_LEADS)
_BEFORE_LENGTHS = word_set(f"{_LENGTH_LEADS} take takes allow in by over")
_NOT_SHOWN = word_set("take takes allow")
_LOOK_BACK = 30
_OF_AN_EVENT = re.compile(r" *(?:of|after|from|once|following) (?!now\b|today\b)\w")
_FROM_NOW = re.compile(r"'? *(?:from (?:now|today)|time)\b")
_AT_THE_LATEST = re.compile(r",? at the (?:very )?latest\b")
_ZONE = re.compile(r" ?(?:e[sd]?t|p[sd]t|c[sd]t|m[sd]t|gmt|bst|cest?|utc)\b")
_RANGED = re.compile(r"\d ?(?:-|–|to|or) ?\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """The words of one time, not yet on any calendar.

    Attributes:
        start: first character, with the word that leads in, such as "by".
        lead: that word; empty without one.
        of_an_event: counted from something that has not happened yet ("within 24 hours of …").
        other_zone: the clock of a named zone, which need not be the interaction's.
    """

    start: int
    end: int
    lead: str
    atoms: tuple[Atom, ...]
    of_an_event: bool = False
    other_zone: bool = False

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of its pieces."""
        return frozenset(atom.kind for atom in self.atoms)


def times_in(
    text: str, start: int, end: int, *, leads: frozenset[str] = frozenset()
) -> Iterator[TimeWords]:
    """The times that a part of a text names as due, in order.

    Args:
        text: in lower case, with plain apostrophes.
        start: first character of the part.
        end: one past its last character.
        leads: words that keep a time from being due elsewhere, such as "for", and here do not.
    """
    group: list[re.Match[str]] = []
    for atom in ATOM.finditer(text, start, end):
        if group and not _JOINED.fullmatch(text, group[-1].end(), atom.start()):
            yield from _time(text, start, group, leads)
            group = []
        group.append(atom)
    if group:
        yield from _time(text, start, group, leads)


def _time(
    text: str, start: int, group: list[re.Match[str]], leads: frozenset[str]
) -> Iterator[TimeWords]:
    first, after = group[0], group[-1].end()
    kinds = {atom.lastgroup for atom in group}
    left = _LEAD.search(text, max(start, first.start() - _LOOK_BACK), first.start())
    lead = left["lead"] if left else ""
    if not _is_due(text, group, lead, kinds, leads):
        return
    zone = _ZONE.match(text, after) if kinds & {"clock", "bare"} else None
    for more in (zone, _FROM_NOW.match(text, after) if "span" in kinds else None):
        after = more.end() if more else after
    if latest := _AT_THE_LATEST.match(text, after):
        after, lead = latest.end(), "by"
    event = _OF_AN_EVENT.match(text, after) if "span" in kinds else None
    shown = left is not None and (lead not in _NOT_DUE or lead in leads) and lead not in _NOT_SHOWN
    yield TimeWords(
        start=left.start() if left and shown else first.start(),
        end=after,
        lead=lead,
        atoms=tuple(Atom(kind=str(atom.lastgroup), text=atom.group()) for atom in group),
        of_an_event=event is not None,
        other_zone=zone is not None,
    )


def _is_due(
    text: str, group: list[re.Match[str]], lead: str, kinds: set[str | None], leads: frozenset[str]
) -> bool:
    if kinds <= {"span"}:
        return _is_due_length(text, group[-1], lead)
    if "vague" not in kinds and lead in _NOT_DUE:
        return lead in leads
    if kinds <= {"part"}:
        return bool(lead) or group[0].group().startswith(("this", "in the", "first"))
    return True


def _is_due_length(text: str, span: re.Match[str], lead: str) -> bool:
    """A length of time is due behind "within" and the like, as a range, or in working days."""
    if lead in _BEFORE_LENGTHS or _FROM_NOW.match(text, span.end()):
        return True
    working = "business" in span.group() or "working" in span.group()
    return lead == "" and (working or _RANGED.search(span.group()) is not None)
