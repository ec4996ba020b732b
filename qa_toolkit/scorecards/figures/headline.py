"""Headline figures in words: means and shares with intervals, sections, outcomes."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.scorecard import Outcome, Scorecard, Scored
from qa_toolkit.domain.wording import counted, day_shown, plain_number
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.figures.design import Design
from qa_toolkit.scorecards.figures.estimates import Estimate, Lack
from qa_toolkit.scorecards.view import EstimateView, Kpi, OutcomeCountView, SectionMeanView

ENOUGH = 20
"""Scorecards an agent or a period needs before its figure may be compared with another's."""

_LACKS: Mapping[Lack, str] = {
    "none": "nothing scored",
    "one": "one scorecard: too few for an interval",
    "equal": "all {count} totals are equal: no interval",
    "census": "all there is was drawn: nothing was left to chance",
}


def mean_view(cards: Iterable[Scorecard], design: Design) -> EstimateView:
    """Mean total with its interval."""
    totals = [(card.interaction_id, card.percent) for card in cards if card.percent is not None]
    return estimate_view(design.mean(totals), "")


def share_view(cards: Sequence[Scorecard], design: Design) -> EstimateView:
    """Share of passes among the scored, with its interval."""
    return estimate_view(design.passes(cards), " %")


def kpis(
    cards: Sequence[Scorecard],
    mean: EstimateView,
    passed: EstimateView,
    *,
    drawn: int = 0,
    weighted: bool = False,
) -> tuple[Kpi, ...]:
    """The headline figures, each with the words that keep it honest.

    Args:
        cards: the scorecards they are about.
        mean: their mean total.
        passed: their share of passes.
        drawn: interactions drawn, those without a scorecard too; 0 where nobody knows.
        weighted: whether the scorecards stand for unequally many interactions.
    """
    scored = [card for card in cards if card.outcome is not Outcome.NOT_SCORED]
    passes = sum(card.outcome is Outcome.PASS for card in scored)
    critical = sum(bool(card.critical_failed) for card in cards)
    waiting = open_criteria(cards)
    counts = ", weighted" if weighted else ""
    of = max(drawn, len(cards))
    return (
        Kpi(label="Mean total", value=mean.shown, note=mean.interval),
        Kpi(
            label="Passed",
            value=passed.shown,
            note=f"{passes} of {len(scored)}{counts}; {passed.interval}"
            if scored
            else passed.interval,
        ),
        Kpi(
            label="Scorecards",
            value=str(len(scored)),
            note=f"of {counted(of, 'interaction')}"
            + (f"; {of - len(scored)} not scored" if len(scored) < of else ""),
        ),
        Kpi(label="Critical failures", value=str(critical), note="scorecards with at least one"),
        Kpi(label="Needs review", value=str(waiting), note="ratings that wait for a person"),
    )


def monitored(scored: Iterable[Scored], design: Design) -> tuple[Kpi, ...]:
    """Of monitored contacts that stand beside mystery shops, the mean total by itself."""
    beside = [item for item in scored if not design.drew(item.interaction.id)]
    if not beside or not design.is_of_shops:
        return ()
    mean = mean_view([item.scorecard for item in beside], Design(None))
    note = f"{counted(len(beside), 'contact')}, not counted in the other figures; {mean.interval}"
    return (Kpi(label="Monitored, mean total", value=mean.shown, note=note),)


def open_criteria(cards: Iterable[Scorecard]) -> int:
    """Criteria on which the machine abstained and nobody has rated since."""
    waiting = RatingStatus.NEEDS_REVIEW
    return sum(score.status is waiting for card in cards for score in card.criteria)


def outcomes(cards: Sequence[Scorecard]) -> tuple[OutcomeCountView, ...]:
    """How many scorecards ended in each way there is; nothing for no scorecard."""
    counts = Counter(card.outcome for card in cards)
    if not cards:
        return ()
    return tuple(
        OutcomeCountView(
            outcome=shown,
            kind=outcome.value,
            count=counts[outcome],
            share=f"{wording.number(Fraction(100 * counts[outcome], len(cards)))} %",
        )
        for outcome, shown in wording.OUTCOMES.items()
    )


def section_means(
    cards: Sequence[Scorecard], rubric: Rubric, design: Design
) -> tuple[SectionMeanView, ...]:
    """Each section's mean over the scorecards in which it was rated."""
    rated: dict[str, list[tuple[str, Decimal]]] = {section.id: [] for section in rubric.sections}
    for card in cards:
        for part in card.sections:
            if part.percent is not None and part.section in rated:
                rated[part.section].append((card.interaction_id, part.percent))
    views = []
    for section in rubric.sections:
        value = design.mean(rated[section.id]).value
        least = rubric.minimums.get(section.id)
        views.append(
            SectionMeanView(
                id=section.id,
                title=wording.clean(section.title),
                weight=plain_number(section.weight),
                mean=wording.one_place(value),
                shown=wording.number(value),
                count=len(rated[section.id]),
                least=least,
                minimum=wording.DASH if least is None else plain_number(least),
            )
        )
    return tuple(views)


def period(scored: Iterable[Scored]) -> str:
    """From the first to the last dated interaction; empty when none is dated."""
    moments = [s.interaction.started_at for s in scored if s.interaction.started_at is not None]
    if not moments:
        return ""
    first, last = (day_shown(pick(moments, key=lambda m: m.timestamp())) for pick in (min, max))
    return first if first == last else f"{first} to {last}"


def estimate_view(
    estimate: Estimate, unit: str, lacks: Mapping[Lack, str] = _LACKS
) -> EstimateView:
    """An estimate as it is shown.

    Args:
        estimate: what is known.
        unit: follows its numbers.
        lacks: why there is no interval, in words.
    """
    shown = wording.number(estimate.value)
    return EstimateView(
        value=wording.one_place(estimate.value),
        low=wording.one_place(estimate.low),
        high=wording.one_place(estimate.high),
        shown=shown if estimate.value is None else f"{shown}{unit}",
        span=_span(estimate),
        interval=lacks[estimate.lack].format(count=estimate.count)
        if estimate.lack
        else f"95 % interval {_span(estimate)}{unit}",
    )


def _span(estimate: Estimate) -> str:
    if estimate.low is None or estimate.lack == "census":
        return wording.DASH
    return f"{wording.number(estimate.low)} to {wording.number(estimate.high)}"
