"""One scorecard in words: totals, alerts, sections, criteria and their evidence."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.override import Override, ratings_hash
from qa_toolkit.domain.rounding import whole_percent
from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.scorecard import Provenance, Scorecard, Scored, SectionScore
from qa_toolkit.domain.wording import day_shown, minutes, plain_number
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.criterion_view import criterion_views
from qa_toolkit.scorecards.promise_view import promise_view
from qa_toolkit.scorecards.report import Promise
from qa_toolkit.scorecards.shop_facts import BEGAN
from qa_toolkit.scorecards.view import CriterionView, PartView, ScorecardView, SectionView
from qa_toolkit.scorecards.wording import DASH, clean, sentence

_Placed = Mapping[tuple[str, str], Sequence[CriterionView]]


def scorecard_view(
    scored: Scored,
    rubric: Rubric,
    anchor: str,
    *,
    history: Sequence[Override] = (),
    promises: Sequence[Promise] = (),
) -> ScorecardView:
    """A scorecard as its writers show it.

    Args:
        scored: as it counts, with the machine's own beside it where people said anything.
        rubric: what it was judged by.
        anchor: names it on its page.
        history: all that people said of its ratings, the oldest first.
        promises: what was promised in it.
    """
    card, interaction = scored.scorecard, scored.interaction
    criteria = {criterion.id: criterion for criterion in rubric.criteria()}
    questions = {known.id: clean(known.question) for known in criteria.values()}
    failed = tuple(questions.get(name, name) for name in card.critical_failed)
    held = _by_place(card, criterion_views(scored, rubric, anchor, history))
    machine_total, machine_outcome = _machine(scored)
    return ScorecardView(
        id=clean(interaction.id),
        anchor=anchor,
        agent_id=clean(interaction.agent.id),
        agent=clean(interaction.agent.shown),
        team=clean(interaction.agent.team),
        channel=interaction.channel.shown,
        started=interaction.started_at,
        when=wording.date_and_time(interaction.started_at),
        length=_length(scored),
        queue=clean(interaction.queue),
        outcome=wording.OUTCOMES[card.outcome],
        outcome_kind=card.outcome.value,
        total=wording.one_place(card.percent),
        total_shown=wording.number(card.percent),
        band=clean(card.band),
        computed=wording.one_place(card.computed_percent),
        computed_shown=_computed(card),
        critical=failed,
        alerts=_alerts(card, criteria, questions),
        reason=sentence(wording.outcome_reason(card)),
        doubt=sentence(scored.transcript.doubt),
        remarks=tuple(sentence(remark) for remark in wording.remarks(card)),
        coverage=whole_percent(card.coverage),
        coverage_percent=wording.percent(card.coverage),
        needs_review=sum(1 for _ in card.with_status(RatingStatus.NEEDS_REVIEW)),
        sections=tuple(_section(part, held) for part in card.sections),
        provenance=_provenance(card.provenance),
        machine_percent=wording.one_place(scored.as_rated.percent),
        machine_total=machine_total,
        machine_outcome=machine_outcome,
        ratings_hash=ratings_hash(scored.as_rated),
        promises=tuple([promise_view(promise, scored, anchor) for promise in promises]),
        shop=_shop(interaction),
    )


def _shop(interaction: Interaction) -> tuple[tuple[str, str], ...]:
    """Where a mystery shop was held, by which scenario, and what was noted of it."""
    shop = interaction.shop
    if shop is None:
        return ()
    facts = (("Location", shop.place), ("Scenario", shop.scenario), *shop.told)
    return tuple((name, _clock(value) if name == BEGAN else clean(value)) for name, value in facts)


def _clock(value: str) -> str:
    """`2 Nov 2026, 10:12:04 (UTC+01:00)`."""
    moment = datetime.fromisoformat(value)
    return f"{day_shown(moment)}, {moment:%H:%M:%S} (UTC{moment.isoformat()[-6:]})"


def _by_place(card: Scorecard, shown: Sequence[CriterionView]) -> _Placed:
    """The criteria by section and subsection; those of the section itself under no subsection."""
    held: dict[tuple[str, str], list[CriterionView]] = {}
    for score, view in zip(card.criteria, shown, strict=True):
        held.setdefault((score.section, score.group), []).append(view)
    return held


def _section(section: SectionScore, held: _Placed) -> SectionView:
    return SectionView(
        id=section.section,
        title=clean(section.title),
        percent=wording.one_place(section.percent),
        shown=wording.number(section.percent),
        below_minimum=section.below_minimum,
        criteria=tuple(held.get((section.section, ""), ())),
        parts=tuple(
            PartView(
                id=part.section,
                title=clean(part.title),
                weight=part.weight,
                percent=wording.one_place(part.percent),
                shown=wording.number(part.percent),
                criteria=tuple(held.get((section.section, part.section), ())),
            )
            for part in section.parts
        ),
    )


def _machine(scored: Scored) -> tuple[str, str]:
    """Total and outcome as the machine rated it, where people have changed one of them."""
    counts, machine = scored.scorecard, scored.as_rated
    if (counts.percent, counts.outcome) == (machine.percent, machine.outcome):
        return "", ""
    return wording.number(machine.percent), wording.OUTCOMES[machine.outcome]


def _computed(card: Scorecard) -> str:
    """The total before critical policies, where it differs from the total."""
    return "" if card.computed_percent == card.percent else wording.number(card.computed_percent)


def _alerts(
    card: Scorecard, criteria: Mapping[str, Criterion], questions: Mapping[str, str]
) -> tuple[str, ...]:
    critical = tuple(
        f"Critical failure{_of_class(criteria.get(name))}: {questions.get(name, name)}"
        for name in card.critical_failed
    )
    below = tuple(_minimum_warning(part) for part in card.sections if part.below_minimum)
    return critical + below


def _of_class(known: Criterion | None) -> str:
    return f" ({known.critical_class})" if known and known.critical_class else ""


def _minimum_warning(part: SectionScore) -> str:
    least = plain_number(part.minimum or Decimal(0))
    return f"{clean(part.title)} {wording.number(part.percent)}: a pass needs at least {least}"


def _length(scored: Scored) -> str:
    length = scored.transcript.duration_s
    return DASH if length is None else minutes(length)


def _provenance(made: Provenance) -> tuple[tuple[str, str], ...]:
    facts = (
        ("Rubric", f"{made.rubric_id} {made.rubric_version}"),
        ("Rubric hash", made.rubric_hash),
        ("Transcript", " ".join(filter(None, (made.engine, made.model)))),
        ("Options", made.options),
        ("Evaluator", made.evaluator),
        ("Sample", made.sample),
        ("Seed", made.seed),
    )
    return tuple((name, clean(value)) for name, value in facts if value)
