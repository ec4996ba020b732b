"""Where points are lost: Pareto tables by section and by criterion."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Scorecard
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.figures.design import Design
from qa_toolkit.scorecards.figures.stakes import Stakes
from qa_toolkit.scorecards.view import LossView

CRITICAL = "critical failures"
"""Stands for a section's id where a critical failure takes more than the ratings themselves do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Losses:
    """Both tables, the costliest first; what costs nothing is left out."""

    by_section: tuple[LossView, ...]
    by_criterion: tuple[LossView, ...]


def losses(cards: Iterable[Scorecard], rubric: Rubric, design: Design, stakes: Stakes) -> Losses:
    """Points of the total lost on average over the scorecards with a total.

    Of each scorecard a criterion costs its share of that total times how far it fell short, so
    that all lines together are what is missing to 100 (bonus points left aside).
    """
    scored = [card for card in cards if card.percent is not None]
    whole = sum((design.each(card.interaction_id) for card in scored), Fraction(0))
    lost = _lost(scored, design, stakes, whole)
    rated = Counter(
        score.criterion for card in scored for score in card.criteria if score.points is not None
    )
    by_criterion = {
        name: (wording.clean(rubric.places[name].criterion.question), amount, rated[name])
        for name, amount in lost.items()
        if name in rubric.places
    }
    sections = _by_section(rubric, lost, scored) | _critical(scored, design, whole)
    return Losses(by_section=_pareto(sections), by_criterion=_pareto(by_criterion))


def _lost(
    cards: Iterable[Scorecard], design: Design, stakes: Stakes, whole: Fraction
) -> Mapping[str, Fraction]:
    """Points lost on average by criterion.

    Points of scorecards in which the same criteria decide as much are added up as whole numbers
    first: a fraction for each rating would take longer than all the rest.
    """
    missed: dict[tuple[int, Fraction], Counter[tuple[str, int]]] = {}
    shares_of: dict[int, Mapping[str, Fraction]] = {}
    for card in cards:
        shares = stakes.of(card)
        shares_of[id(shares)] = shares
        short = missed.setdefault((id(shares), design.each(card.interaction_id)), Counter())
        for score in card.criteria:
            if score.points is not None and score.points < score.highest:
                scale = score.highest - score.lowest
                short[score.criterion, scale] += score.highest - score.points
    lost: dict[str, Fraction] = {}
    for (known, each), short in missed.items():
        for (name, scale), points in short.items():
            share = shares_of[known].get(name)
            if share is not None:
                amount = each * share * Fraction(100 * points, scale) / whole
                lost[name] = lost.get(name, Fraction(0)) + amount
    return lost


_Line = tuple[str, Fraction, int]


def _by_section(
    rubric: Rubric, lost: Mapping[str, Fraction], scored: Iterable[Scorecard]
) -> dict[str, _Line]:
    sections = Counter(
        part.section for card in scored for part in card.sections if part.percent is not None
    )
    return {
        section.id: (
            wording.clean(section.title),
            sum((lost.get(item.id, Fraction(0)) for item in section.all_criteria()), Fraction(0)),
            sections[section.id],
        )
        for section in rubric.sections
    }


def _critical(cards: Iterable[Scorecard], design: Design, whole: Fraction) -> dict[str, _Line]:
    """What critical failures take beyond what the ratings themselves cost."""
    taken = [
        design.each(card.interaction_id) * Fraction(card.computed_percent - card.percent)
        for card in cards
        if card.percent is not None
        and card.computed_percent is not None
        and card.percent != card.computed_percent
    ]
    amount = sum(taken, Fraction(0)) / whole if taken else Fraction(0)
    return {CRITICAL: ("Critical failures", amount, len(taken))} if amount > 0 else {}


def _pareto(lines: Mapping[str, _Line]) -> tuple[LossView, ...]:
    costly = sorted(
        ((name, *line) for name, line in lines.items() if line[1] > 0), key=lambda line: -line[2]
    )
    whole = sum((amount for _, _, amount, _ in costly), Fraction(0))
    running = accumulate(amount for _, _, amount, _ in costly)
    return tuple(
        LossView(
            id=name,
            title=title,
            lost=wording.one_place(amount) or Decimal(0),
            share=wording.one_place(100 * amount / whole) or Decimal(0),
            cumulative=wording.one_place(100 * known / whole) or Decimal(0),
            count=count,
        )
        for (name, title, amount, count), known in zip(costly, running, strict=True)
    )
