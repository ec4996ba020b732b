"""One criterion: evidence → status, rating and strength."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from qa_toolkit.domain.answer import points_of
from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.rubric import Criterion, Indicator
from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.scoring.conditions import Applies, ScoreOf, combined, facts_hold
from qa_toolkit.scoring.indicators import find
from qa_toolkit.scoring.occasions import Occasions
from qa_toolkit.scoring.opportunities import Opportunity, opportunities
from qa_toolkit.scoring.reading import CannotTell
from qa_toolkit.scoring.view import View

MOST_FINDS_SHOWN = 50
"""Finds kept with a rating, the strongest first; the rating itself rests on all of them."""
MOST_CUES_SHOWN = 20
_NOTHING = Decimal(0)
_OTHER_LANGUAGE = CannotTell(
    reason="no indicator looks for this in the language spoken", status=RatingStatus.NEEDS_REVIEW
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What all indicators of a criterion found, and which of them could not look."""

    evidence: tuple[Evidence, ...]
    blind: tuple[CannotTell, ...]
    all_blind: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A status with its reason; points only where the status is `rated`."""

    status: RatingStatus
    reason: str
    points: int | None = None


def rate(criterion_id: str, view: View, score_of: ScoreOf) -> CriterionScore:
    """Rate one criterion of one interaction.

    Args:
        criterion_id: what is looked at.
        view: the interaction and the rubric it is looked at with.
        score_of: the scores of other criteria, for conditions on their answers.

    Raises:
        ValueError: a person's answer is none that the criterion has.
    """
    criterion, section, group = view.rubric.places[criterion_id]
    looked = _look(view.looked_for(criterion), view)
    facts = _facts(criterion, view, score_of)
    chances = _chances(criterion, view)
    occasions = Occasions.of(criterion, chances, view.reading) if chances else None
    counted = looked.evidence if occasions is None else occasions.taking(looked.evidence)
    verdict = (
        _by_a_person(criterion, view, facts)
        or _without_rating(criterion, view, facts, chances, looked)
        or _rated(criterion, counted, occasions)
    )
    applies = verdict.status is not RatingStatus.NOT_APPLICABLE
    return CriterionScore(
        criterion=criterion.id,
        section=section,
        group=group,
        status=verdict.status,
        lowest=criterion.lowest,
        highest=criterion.highest,
        weight=criterion.weight,
        bonus=criterion.bonus,
        points=verdict.points,
        strength=None if view.mute or looked.all_blind else strength(looked.evidence),
        reason=verdict.reason,
        critical=criterion.critical is not False,
        fails_at=criterion.fails_at,
        evidence=_shown(counted, chances or ()) if applies else (),
    )


def strength(evidence: Iterable[Evidence]) -> float:
    """How much of a behaviour was shown: 0..1, 0.5 when nothing speaks for or against it.

    Each indicator's points count once, again by half for a second find, a quarter for a third
    and so on; the sum s becomes (1 + s / (1 + |s|)) / 2.
    """
    counts = Counter((item.indicator, item.effect) for item in evidence)
    total = sum(float(effect) * (2 - 0.5 ** (n - 1)) for (_, effect), n in counts.items())
    return (1 + total / (1 + abs(total))) / 2


def _look(indicators: Iterable[Indicator], view: View) -> Looked:
    finds = [find(indicator, view.reading, view.predictions) for indicator in indicators]
    blind = tuple(found for found in finds if isinstance(found, CannotTell))
    evidence = tuple(item for found in finds if isinstance(found, tuple) for item in found)
    return Looked(evidence=evidence, blind=blind, all_blind=len(blind) == len(finds))


def _chances(criterion: Criterion, view: View) -> tuple[Opportunity, ...] | None:
    cue = criterion.cue
    return None if cue is None else opportunities(cue, view.rubric.cues[cue], view.reading)


def _facts(criterion: Criterion, view: View, score_of: ScoreOf) -> list[Applies]:
    when = criterion.applies_when
    if when is None:
        return []
    return facts_hold(
        when,
        rubric=view.rubric,
        channel=view.channel,
        facts=view.reading.facts,
        answers=view.answers,
        score_of=score_of,
    )


def _by_a_person(criterion: Criterion, view: View, facts: list[Applies]) -> Verdict | None:
    """A person's answer, unless the criterion certainly does not apply here."""
    if criterion.id not in view.answers:
        return None
    if _certainly_not(criterion, facts):
        return None
    points = points_of(criterion, view.answers[criterion.id])
    if points is None:
        return Verdict(status=RatingStatus.NOT_APPLICABLE, reason="not applicable, says a person")
    reason = criterion.levels[points] or "answered by a person"
    return Verdict(status=RatingStatus.RATED, reason=reason, points=points)


def _certainly_not(criterion: Criterion, facts: list[Applies]) -> str:
    """Why a criterion does not apply whatever is said; empty when it may."""
    when = criterion.applies_when
    if when is None or not facts or (when.match == "any" and when.customer):
        return ""
    verdict = combined(when, facts)
    return verdict.reason if verdict.holds is False else ""


def _without_rating(
    criterion: Criterion,
    view: View,
    facts: list[Applies],
    chances: tuple[Opportunity, ...] | None,
    looked: Looked,
) -> Verdict | None:
    """Why there is no rating, in the order in which the reasons weigh; None when there is one."""
    if reason := _certainly_not(criterion, facts):
        return Verdict(status=RatingStatus.NOT_APPLICABLE, reason=reason)
    if view.abstain:
        return Verdict(status=RatingStatus.NEEDS_REVIEW, reason=view.abstain)
    when = criterion.applies_when
    if when is not None:
        if chances is not None:
            name = (when.customer or "").replace("_", " ")
            reason = f"no occasion: no {name} from the customer"
            facts = [*facts, Applies(holds=bool(chances), reason=reason)]
        applies = combined(when, facts)
        if applies.holds is False:
            return Verdict(status=RatingStatus.NOT_APPLICABLE, reason=applies.reason)
        if applies.holds is None:
            return Verdict(status=RatingStatus.NEEDS_REVIEW, reason=applies.reason)
    if criterion.rate == "manual" or not criterion.indicators:
        return Verdict(status=RatingStatus.NEEDS_REVIEW, reason="only a person can judge this")
    if reason := _too_unsure(criterion, view):
        return Verdict(status=RatingStatus.NEEDS_REVIEW, reason=reason)
    if looked.all_blind:
        blind = looked.blind[0] if looked.blind else _OTHER_LANGUAGE
        return Verdict(status=blind.status, reason=blind.reason)
    return None


def _too_unsure(criterion: Criterion, view: View) -> str:
    """Why the section's model is too unsure for a rating; empty when it is sure enough."""
    if criterion.min_confidence is None:
        return ""
    section = view.rubric.places[criterion.id].section
    said = view.section_predictions().get(section)
    if said is None or said.confidence >= criterion.min_confidence:
        return ""
    return f"{said.model} cannot tell: {100 * said.confidence:.0f} % sure"


def _shown(counted: tuple[Evidence, ...], chances: tuple[Opportunity, ...]) -> tuple[Evidence, ...]:
    finds = sorted(counted, key=_strongest_first)[:MOST_FINDS_SHOWN]
    cues = (chance.cue for chance in chances[:MOST_CUES_SHOWN])
    return tuple(sorted([*finds, *cues], key=_strongest_first))


def _rated(
    criterion: Criterion, evidence: tuple[Evidence, ...], occasions: Occasions | None
) -> Verdict:
    if criterion.rate == "share" and occasions is not None:
        gains = [_best_and_worst(effects) for effects in occasions.effects(evidence)]
        points = _level(criterion, criterion.base + sum(gains, _NOTHING) / len(gains))
        reason = criterion.levels[points]
        if not criterion.base:
            taken = sum(gain > 0 for gain in gains)
            reason = f"{reason} ({taken} of {len(gains)} occasions taken)"
        return Verdict(status=RatingStatus.RATED, reason=reason, points=points)
    if criterion.rate == "all":
        gain = sum((effect for _, effect in {(i.indicator, i.effect) for i in evidence}), _NOTHING)
    else:
        gain = _best_and_worst(item.effect for item in evidence)
    points = _level(criterion, criterion.base + gain)
    return Verdict(status=RatingStatus.RATED, reason=criterion.levels[points], points=points)


def _best_and_worst(effects: Iterable[Decimal]) -> Decimal:
    known = [*effects, _NOTHING]
    return max(known) + min(known)


def _level(criterion: Criterion, points: Decimal) -> int:
    """The level of the scale nearest to the points, a half counting upwards."""
    return min(criterion.levels, key=lambda level: (abs(level - points), -level))


def _strongest_first(item: Evidence) -> tuple[Decimal, int, int]:
    return -abs(item.effect), item.turn, item.start
