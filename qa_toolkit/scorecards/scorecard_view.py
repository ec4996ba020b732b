"""One scorecard in words: totals, alerts, sections, criteria and their evidence."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.rubric import Criterion, CriticalRule, Rubric
from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.domain.scorecard import Provenance, Scorecard, Scored, SectionScore
from qa_toolkit.domain.wording import minutes
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.transcripts import (
    MOST_SHOWN,
    SIGNS,
    around,
    moment,
    tone,
    turn_anchor,
    turn_views,
)
from qa_toolkit.scorecards.view import (
    CriterionView,
    EvidenceView,
    PartView,
    ScorecardView,
    SectionView,
)
from qa_toolkit.scorecards.wording import DASH, clean

_T = TypeVar("_T")
_QUOTE = 400
"""Characters of a quote; longer ones are cut, the transcript has the rest."""


def scorecard_view(scored: Scored, rubric: Rubric, anchor: str) -> ScorecardView:
    """A scorecard as its writers show it; `anchor` names it on its page."""
    card, interaction = scored.scorecard, scored.interaction
    criteria = {criterion.id: criterion for criterion in rubric.criteria()}
    questions = {known.id: clean(known.question) for known in criteria.values()}
    failed = tuple(questions.get(name, name) for name in card.critical_failed)
    shown = tuple(_criterion(score, rubric, scored, anchor) for score in card.criteria)
    return ScorecardView(
        id=clean(interaction.id),
        anchor=anchor,
        agent_id=clean(interaction.agent.id),
        agent=clean(interaction.agent.shown),
        team=clean(interaction.agent.team),
        channel=wording.CHANNELS[interaction.channel],
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
        reason=_sentence(card.reason),
        doubt=_sentence(scored.transcript.doubt),
        remarks=tuple(_sentence(remark) for remark in wording.remarks(card)),
        coverage=wording.whole_percent(card.coverage),
        needs_review=sum(1 for _ in card.with_status(RatingStatus.NEEDS_REVIEW)),
        sentiment=_sentiment(card.customer_sentiment),
        sections=tuple(_section(part, card, shown) for part in card.sections),
        turns=turn_views(scored, anchor, questions),
        provenance=_provenance(card.provenance),
    )


def evidence_view(item: Evidence, scored: Scored, anchor: str) -> EvidenceView:
    """A quote with speaker, time and a link to its turn; without words just what was noted."""
    if not item.quote:  # a fact about the interaction: no turn holds it, there may even be none
        when = speaker = before = after = place = ""
    else:
        turn = scored.transcript.turns[item.turn]
        when, speaker = moment(scored, turn), wording.SPEAKERS[turn.speaker]
        before, after = around(turn.text, item.start, item.end)
        place = turn_anchor(anchor, item.turn)
    return EvidenceView(
        before=clean(before),
        quote=wording.clipped(clean(item.quote), _QUOTE),
        after=clean(after),
        when=when,
        speaker=speaker,
        anchor=place,
        tone=tone(item),
        sign=SIGNS[tone(item)],
        note=clean(item.note),
    )


def _section(
    section: SectionScore, card: Scorecard, shown: tuple[CriterionView, ...]
) -> SectionView:
    """A section; `shown` are the criteria of the whole scorecard, in its order."""
    held = {
        group: tuple(
            view
            for score, view in zip(card.criteria, shown, strict=True)
            if (score.section, score.group) == (section.section, group)
        )
        for group in ("", *(part.section for part in section.parts))
    }
    return SectionView(
        id=section.section,
        title=clean(section.title),
        weight=section.weight,
        percent=wording.one_place(section.percent),
        shown=wording.number(section.percent),
        below_minimum=section.below_minimum,
        warning=_minimum_warning(section) if section.below_minimum else "",
        criteria=held[""],
        parts=tuple(
            PartView(
                id=part.section,
                title=clean(part.title),
                weight=part.weight,
                percent=wording.one_place(part.percent),
                shown=wording.number(part.percent),
                criteria=held[part.section],
            )
            for part in section.parts
        ),
    )


def _criterion(score: CriterionScore, rubric: Rubric, scored: Scored, anchor: str) -> CriterionView:
    """One criterion; one that the rubric no longer has is shown by its id."""
    placed = rubric.places.get(score.criterion)
    known = placed.criterion if placed else None
    levels = known.levels if known else {}
    points = score.points
    level = "" if points is None else levels.get(points, "")
    improvable = points is not None and points < score.highest
    share = None if score.value is None else 100 * score.value
    return CriterionView(
        id=score.criterion,
        question=clean(known.question) if known else score.criterion,
        weight=score.weight,
        bonus=score.bonus,
        critical=wording.critical(known.critical_class if known else None)
        if score.critical
        else "",
        critical_class=(known.critical_class if known else None) or "",
        critical_rule=_rule(rubric, known) if score.critical else None,
        critical_failed=score.critical_failed,
        fails_at=(score.fails_at or (score.lowest,)) if score.critical else (),
        points=points,
        levels=tuple(sorted(levels or range(score.lowest, score.highest + 1))),
        lowest=score.lowest,
        highest=score.highest,
        rating=DASH if points is None else f"{points} of {score.highest}",
        share=wording.one_place(share),
        status=wording.STATUSES[score.status],
        status_kind=score.status.value,
        anchor_text=_sentence(level),
        reason=_sentence(wording.beyond(score.reason, level)),
        tip=_sentence(_at(known.tips, points, "")) if known and improvable else "",
        causes=tuple(map(clean, _at(known.causes, points, ()))) if known else (),
        evidence=_evidence(score, scored, anchor),
    )


def _at(by_level: Mapping[int, _T], points: int | None, nothing: _T) -> _T:
    """What the rubric says of the level reached."""
    return nothing if points is None else by_level.get(points, nothing)


def _rule(rubric: Rubric, known: Criterion | None) -> CriticalRule:
    return rubric.critical_rule(known) if known else "zero"


def _evidence(score: CriterionScore, scored: Scored, anchor: str) -> tuple[EvidenceView, ...]:
    """The evidence, strongest first; a sentence that was found more than once is shown once."""
    shown: dict[tuple[object, ...], EvidenceView] = {}
    for item in score.evidence:
        made = evidence_view(item, scored, anchor)
        shown.setdefault((made.anchor, made.said, made.note, made.tone), made)
    return tuple(shown.values())


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
    least = wording.plain(part.minimum or Decimal(0))
    return f"{clean(part.title)} {wording.number(part.percent)}: a pass needs at least {least}"


def _length(scored: Scored) -> str:
    length = scored.transcript.duration_s
    return DASH if length is None else minutes(length)


def _sentiment(value: float | None) -> str:
    if value is None:
        return DASH
    words = (
        (0.35, "negative"),
        (0.45, "rather negative"),
        (0.55, "neutral"),
        (0.65, "rather positive"),
    )
    return next((word for limit, word in words if value < limit), "positive")


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


def _sentence(text: str) -> str:
    """Cleaned and begun with a capital letter; the rubric's anchors need not be."""
    tidy = wording.clipped(clean(text), MOST_SHOWN)
    return tidy[:1].upper() + tidy[1:]
