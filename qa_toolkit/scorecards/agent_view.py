"""One agent's page in words: figures with intervals, section means, what to talk about."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.scorecard import Outcome, Scorecard, Scored
from qa_toolkit.domain.wording import counted
from qa_toolkit.scorecards import coaching, estimates, wording
from qa_toolkit.scorecards.scorecard_view import scorecard_view
from qa_toolkit.scorecards.view import AgentView, EstimateView, Kpi, SectionMeanView

ENOUGH = 20
"""Scorecards an agent needs before a figure may be compared with another's."""


def agent_view(scored: Sequence[Scored], rubric: Rubric) -> AgentView:
    """The view of one agent from all of their results, at least one."""
    ordered = sorted(scored, key=_by_date)
    placed = [(f"i{number}", item) for number, item in enumerate(ordered, start=1)]
    cards = [item.scorecard for item in ordered]
    agent = ordered[0].interaction.agent
    totals = totals_of(cards)
    mean, passed = mean_view(cards), share_view(cards)
    known = coaching.courses(placed, rubric)
    strengths, priorities = coaching.strengths(known), coaching.priorities(known)
    return AgentView(
        id=wording.clean(agent.id),
        name=wording.clean(agent.shown),
        team=wording.clean(agent.team),
        period=period(ordered),
        scorecards=tuple(scorecard_view(item, rubric, anchor) for anchor, item in placed),
        scored=len(totals),
        passed=sum(card.outcome is Outcome.PASS for card in cards),
        critical=sum(bool(card.critical_failed) for card in cards),
        needs_review=open_criteria(cards),
        mean=mean,
        pass_share=passed,
        kpis=kpis(cards, mean, passed),
        caution=_caution(len(totals)),
        sections=section_means(cards, rubric),
        strengths=strengths,
        no_strengths="" if strengths else _NO_STRENGTHS,
        priorities=priorities,
        no_priorities="" if priorities else _NO_PRIORITIES,
    )


_NO_STRENGTHS = (
    "No rated interaction has words that show a strength. Find one by ear before the talk: "
    "a talk begins with something that went well."
)
_NO_PRIORITIES = "Nothing rated costs any of the total."


def totals_of(cards: Iterable[Scorecard]) -> list[Decimal]:
    """The totals of the scorecards that have one."""
    return [card.percent for card in cards if card.percent is not None]


def mean_view(
    cards: Sequence[Scorecard], weights: Mapping[str, Fraction] | None = None
) -> EstimateView:
    """Mean total with interval; `weights` by interaction id where chances were unequal."""
    known = [card for card in cards if card.percent is not None]
    own = None if weights is None else [weights[card.interaction_id] for card in known]
    return _estimate_view(estimates.mean(totals_of(known), own), "")


def share_view(
    cards: Sequence[Scorecard], weights: Mapping[str, Fraction] | None = None
) -> EstimateView:
    """Share of passes among the scored, with interval."""
    known = [card for card in cards if card.outcome is not Outcome.NOT_SCORED]
    own = None if weights is None else [weights[card.interaction_id] for card in known]
    passed = [card.outcome is Outcome.PASS for card in known]
    return _estimate_view(estimates.share(passed, own), " %")


def kpis(
    cards: Sequence[Scorecard],
    mean: EstimateView,
    passed: EstimateView,
    *,
    weighted: bool = False,
) -> tuple[Kpi, ...]:
    """The headline figures, each with the words that keep it honest."""
    scored = [card for card in cards if card.outcome is not Outcome.NOT_SCORED]
    passes = sum(card.outcome is Outcome.PASS for card in scored)
    critical = sum(bool(card.critical_failed) for card in cards)
    waiting = open_criteria(cards)
    counts = ", weighted" if weighted else ""
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
            note=f"of {counted(len(cards), 'interaction')}"
            + (f"; {len(cards) - len(scored)} not scored" if len(scored) < len(cards) else ""),
        ),
        Kpi(label="Critical failures", value=str(critical), note="scorecards with at least one"),
        Kpi(label="Needs review", value=str(waiting), note="ratings that wait for a person"),
    )


def open_criteria(cards: Iterable[Scorecard]) -> int:
    """Criteria on which the machine abstained."""
    return sum(1 for card in cards for _ in card.with_status(RatingStatus.NEEDS_REVIEW))


def section_means(
    cards: Sequence[Scorecard], rubric: Rubric, weights: Mapping[str, Fraction] | None = None
) -> tuple[SectionMeanView, ...]:
    """Each section's mean over the scorecards in which it was rated."""
    views = []
    for section in rubric.sections:
        rated = [
            (part.percent, Fraction(1) if weights is None else weights[card.interaction_id])
            for card in cards
            for part in card.sections
            if part.section == section.id and part.percent is not None
        ]
        value = estimates.mean([p for p, _ in rated], [w for _, w in rated]).value
        least = rubric.minimums.get(section.id)
        views.append(
            SectionMeanView(
                id=section.id,
                title=wording.clean(section.title),
                weight=wording.plain(section.weight),
                mean=wording.one_place(value),
                shown=wording.number(value),
                count=len(rated),
                least=least,
                minimum=wording.DASH if least is None else wording.plain(least),
            )
        )
    return tuple(views)


def period(scored: Iterable[Scored]) -> str:
    """From the first to the last dated interaction; empty when none is dated."""
    moments = [s.interaction.started_at for s in scored if s.interaction.started_at is not None]
    if not moments:
        return ""
    first, last = (wording.date(pick(moments, key=lambda m: m.timestamp())) for pick in (min, max))
    return first if first == last else f"{first} to {last}"


def _estimate_view(estimate: estimates.Estimate, unit: str) -> EstimateView:
    shown = wording.number(estimate.value)
    return EstimateView(
        value=wording.one_place(estimate.value),
        low=wording.one_place(estimate.low),
        high=wording.one_place(estimate.high),
        shown=shown if estimate.value is None else f"{shown}{unit}",
        span=_span(estimate),
        interval=_interval(estimate, unit),
    )


def _interval(estimate: estimates.Estimate, unit: str) -> str:
    if not estimate.count:
        return "nothing scored"
    if estimate.low is None:
        if estimate.count == 1:
            return "one scorecard: too few for an interval"
        return f"all {estimate.count} totals are equal: no interval"
    return f"95 % interval {_span(estimate)}{unit}"


def _span(estimate: estimates.Estimate) -> str:
    if estimate.low is None:
        return wording.DASH
    return f"{wording.number(estimate.low)} to {wording.number(estimate.high)}"


def _caution(scored: int) -> str:
    if scored >= ENOUGH:
        return ""
    if not scored:
        return "Nothing could be scored yet: the interactions below wait for a person."
    return (
        f"{counted(scored, 'scorecard')}: too few to compare with others "
        f"(at least {ENOUGH} needed). Read the interval, and talk about moments, not the number."
    )


def _by_date(scored: Scored) -> tuple[bool, float, str]:
    started = scored.interaction.started_at
    return started is None, started.timestamp() if started else 0.0, scored.interaction.id
