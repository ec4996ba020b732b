"""What to know of one interaction in a minute: what went well, two things to work on, in its words."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.figures.stakes import Stakes
from qa_toolkit.scorecards.view import CriterionView, EvidenceView, Tone

MOST_STRENGTHS = 3
MOST_TO_WORK_ON = 2
_SAID: Sequence[Tone] = ("against", "for")
_NOTED: Sequence[Tone] = ("context",)
"""What a mystery shopper wrote speaks neither for nor against: the rating beside it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """A criterion with the words that show it; `item` is None where no words do.

    Attributes:
        worth: what it costs here, in words; empty for what went well.
    """

    criterion: CriterionView
    item: EvidenceView | None
    worth: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlights:
    """At most three strengths and two things to work on, those that decide most first."""

    strengths: tuple[Highlight, ...]
    work: tuple[Highlight, ...]


def highlights(
    criteria: Sequence[CriterionView], scored: Scored, stakes: Stakes
) -> Highlights | None:
    """The highlights of a scorecard; None where nothing was rated.

    What a person has put down to another cause than the agent is nothing to work on.
    """
    if all(known.points is None for known in criteria):
        return None
    shares = stakes.of(scored.scorecard)
    kinds = _NOTED if scored.interaction.staged else _SAID
    shared = _of_sections(criteria) if scored.interaction.staged else frozenset()
    return Highlights(
        strengths=tuple(_strengths(criteria, shares, kinds[-1], shared)),
        work=tuple(_work(criteria, shares, kinds)),
    )


def _of_sections(criteria: Iterable[CriterionView]) -> frozenset[str]:
    """A shopper's comments on sections: notes that stand beside several ratings."""
    beside = Counter(item.said for known in criteria for item in known.evidence)
    return frozenset(said for said, count in beside.items() if count > 1)


def _strengths(
    criteria: Iterable[CriterionView],
    shares: Mapping[str, Fraction],
    kind: Tone,
    shared: Collection[str],
) -> Iterator[Highlight]:
    """What was fully shown, each by words of its own; a comment on a section may speak of others.

    Args:
        criteria: all of a scorecard.
        shares: what each decides of the total.
        kind: of the words that show it.
        shared: notes that are about a section, and not quoted for one rating.
    """
    full = [known for known in criteria if known.points == known.highest and known.evidence]
    full.sort(key=lambda known: -float(shares.get(known.id, 0)))
    shown: set[str] = set()
    told = 0
    for known in full:
        item = next(_quotes(known, kind, without=shown), None)
        if item and told < MOST_STRENGTHS:
            told += 1
            is_own = item.said not in shared
            shown |= {item.said} if is_own else set()
            yield Highlight(criterion=known, item=item if is_own else None)


def _work(
    criteria: Iterable[CriterionView], shares: Mapping[str, Fraction], kinds: Sequence[Tone]
) -> Iterator[Highlight]:
    """Critical failures first, then what costs most points."""
    costly = [
        (not known.critical_failed, -float(share) * _shortfall(known), place, known)
        for place, known in enumerate(criteria)
        if _falls_short(known) and ((share := shares.get(known.id, 0)) or known.critical_failed)
    ]
    for _, _, _, known in sorted(costly)[:MOST_TO_WORK_ON]:
        item = next((item for kind in kinds for item in _quotes(known, kind)), None)
        yield Highlight(criterion=known, item=item, worth=_worth(known, shares))


def _quotes(
    known: CriterionView, kind: Tone, without: Iterable[str] = ()
) -> Iterator[EvidenceView]:
    return (
        item
        for item in known.evidence
        if item.quote and item.tone == kind and item.said not in without
    )


def _falls_short(known: CriterionView) -> bool:
    """Rated below the top, unless a person has named a cause that is not the agent's."""
    if known.points is None or known.points == known.highest:
        return False
    return known.override is None or known.override.in_agents_hands


def _shortfall(known: CriterionView) -> Fraction:
    """How far below the top of its scale it was rated, 0..1."""
    return Fraction(known.highest - (known.points or 0), known.highest - known.lowest)


def _worth(known: CriterionView, shares: Mapping[str, Fraction]) -> str:
    if known.critical_failed:
        return "A critical failure."
    return _points(shares[known.id], _shortfall(known))


@lru_cache(maxsize=4096)
def _points(share: Fraction, shortfall: Fraction) -> str:
    """There are few pairs and many pages."""
    return f"Worth up to {wording.number(100 * share * shortfall)} points here."
