"""One criterion: evidence → status, rating and strength."""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from qa_toolkit.domain.answer import points_of
from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.rounding import whole_percent
from qa_toolkit.domain.rubric import Criterion
from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.scoring.conditions import Applies, ScoreOf, combined, facts_hold
from qa_toolkit.scoring.finding import Place
from qa_toolkit.scoring.indicators import find
from qa_toolkit.scoring.occasions import Occasions
from qa_toolkit.scoring.opportunities import Opportunity
from qa_toolkit.scoring.plan import Prepared
from qa_toolkit.scoring.reading import CannotTell
from qa_toolkit.scoring.view import View

MOST_FINDS_SHOWN = 50
"""Finds kept with a rating, the strongest first; the rating itself rests on all of them."""
MOST_CUES_SHOWN = 20
MOST_REMEMBERED = 1_000
"""Scores of a criterion where nothing was found that are kept, to be given again."""
_NOTHING = Decimal(0)
_NOWHERE: list[Place] = []
_OTHER_LANGUAGE = CannotTell(
    reason="no indicator looks for this in the language spoken", status=RatingStatus.NEEDS_REVIEW
)


class Looked(NamedTuple):
    """What all indicators of a criterion found, and which of them could not look."""

    evidence: list[Evidence]
    blind: list[CannotTell]
    all_blind: bool


class Verdict(NamedTuple):
    """A status with its reason; points only where the status is `rated`."""

    status: RatingStatus
    reason: str
    points: int | None = None


def rate(prepared: Prepared, view: View, score_of: ScoreOf) -> CriterionScore:
    """Rate one criterion of one interaction.

    Args:
        prepared: what is looked at.
        view: the interaction and the rubric it is looked at with.
        score_of: the scores of other criteria, for conditions on their answers.

    Raises:
        ValueError: a person's answer is none that the criterion has.
    """
    looked = _look(prepared, view)
    if looked.evidence or looked.blind or view.answers or not prepared.unconditional:
        return _rate(prepared, view, looked, score_of)
    # most criteria of most interactions: nothing was found, and nothing else is asked
    unsure = _too_unsure(prepared, view, looked)
    key = (view.abstain, view.critical_abstain, view.mute, unsure)
    known = prepared.silent.get(key)
    if known is None:
        if len(prepared.silent) >= MOST_REMEMBERED:
            prepared.silent.clear()
        known = prepared.silent[key] = _rate(prepared, view, looked, score_of)
    return known


def _rate(prepared: Prepared, view: View, looked: Looked, score_of: ScoreOf) -> CriterionScore:
    criterion = prepared.criterion
    facts = _facts(criterion, view, score_of)
    chances = None if prepared.cue is None else view.chances(prepared.cue)
    occasions = Occasions.of(criterion, chances, view.reading) if chances else None
    counted: Sequence[Evidence] = looked.evidence
    if occasions is not None:
        counted = occasions.taking(counted)
    verdict = (
        _by_a_person(criterion, view, facts)
        or _without_rating(prepared, view, facts, chances, looked)
        or _rated(prepared, counted, occasions)
    )
    applies = verdict.status is not RatingStatus.NOT_APPLICABLE
    shown = None if view.mute or looked.all_blind else strength(looked.evidence)
    return CriterionScore(
        criterion=criterion.id,
        section=prepared.section,
        group=prepared.group,
        status=verdict.status,
        lowest=criterion.lowest,
        highest=criterion.highest,
        weight=criterion.weight,
        bonus=criterion.bonus,
        points=verdict.points,
        strength=shown,
        reason=verdict.reason,
        critical=criterion.critical is not False,
        fails_at=criterion.fails_at,
        evidence=_shown(counted, chances or ()) if applies else (),
    )


def strength(evidence: Collection[Evidence]) -> float:
    """How much of a behaviour was shown: 0..1, 0.5 when nothing speaks for or against it.

    Each indicator's points count once, again by half for a second find, a quarter for a third
    and so on; the sum s becomes (1 + s / (1 + |s|)) / 2.
    """
    counts: dict[tuple[str, Decimal], int] = {}
    for item in evidence:
        known = (item.indicator, item.effect)
        counts[known] = counts.get(known, 0) + 1
    total = sum([float(effect) * (2 - 0.5 ** (n - 1)) for (_, effect), n in counts.items()])
    return (1 + total / (1 + abs(total))) / 2


def _look(prepared: Prepared, view: View) -> Looked:
    evidence: list[Evidence] = []
    blind: list[CannotTell] = []
    looks = prepared.looks(view.language)
    for indicator, wordings, speaker in looks:
        if wordings is not None and view.places[speaker].get(wordings) == _NOWHERE:
            continue
        found = find(indicator, view.reading, view.predictions)
        if isinstance(found, CannotTell):
            blind.append(found)
        else:
            evidence += found
    return Looked(evidence, blind, all_blind=len(blind) == len(looks))


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
    prepared: Prepared,
    view: View,
    facts: list[Applies],
    chances: tuple[Opportunity, ...] | None,
    looked: Looked,
) -> Verdict | None:
    """Why there is no rating, in the order in which the reasons weigh; None when there is one."""
    criterion = prepared.criterion
    if reason := _certainly_not(criterion, facts):
        return Verdict(status=RatingStatus.NOT_APPLICABLE, reason=reason)
    if view.abstain:
        return Verdict(status=RatingStatus.NEEDS_REVIEW, reason=view.abstain)
    if view.critical_abstain and criterion.critical is not False:
        return Verdict(status=RatingStatus.NEEDS_REVIEW, reason=view.critical_abstain)
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
    if reason := _too_unsure(prepared, view, looked):
        return Verdict(status=RatingStatus.NEEDS_REVIEW, reason=reason)
    if looked.all_blind:
        blind = looked.blind[0] if looked.blind else _OTHER_LANGUAGE
        return Verdict(status=blind.status, reason=blind.reason)
    return None


def _too_unsure(prepared: Prepared, view: View, looked: Looked) -> str:
    """Why there is too little for a rating: nothing was found, and no model confirms that.

    A model that is sure of the contrary confirms nothing, however sure it is; and none is surer
    than it is known whose words they are.
    """
    criterion = prepared.criterion
    if criterion.min_confidence is None or looked.evidence:
        return ""
    said = view.sections.get(prepared.section)
    if said is None:
        return "nothing was found, and no model can tell"
    middle = (criterion.lowest + criterion.highest) / 2
    low = prepared.level(criterion.base) < middle
    likely = 1 - said.probability if low else said.probability
    if min(likely, view.role_confidence) >= criterion.min_confidence:
        return ""
    if likely >= criterion.min_confidence:
        return (
            f"nothing was found, and who speaks is only {whole_percent(view.role_confidence)} sure"
        )
    if likely >= 0.5:
        return f"nothing was found, and {said.model} is only {whole_percent(likely)} sure"
    return f"nothing was found, but {said.model} finds it {whole_percent(1 - likely)} likely"


def _shown(counted: Sequence[Evidence], chances: tuple[Opportunity, ...]) -> tuple[Evidence, ...]:
    cues = [chance.cue for chance in chances[:MOST_CUES_SHOWN]]
    if len(counted) + len(cues) < 2:
        return (*counted, *cues)
    finds = sorted(counted, key=_strongest_first)[:MOST_FINDS_SHOWN]
    return tuple(sorted([*finds, *cues], key=_strongest_first) if cues else finds)


def _rated(
    prepared: Prepared, evidence: Sequence[Evidence], occasions: Occasions | None
) -> Verdict:
    criterion = prepared.criterion
    if criterion.rate == "share" and occasions is not None:
        gains = [_best_and_worst(effects) for effects in occasions.effects(evidence)]
        points = prepared.level(criterion.base + sum(gains, _NOTHING) / len(gains))
        reason = criterion.levels[points]
        if not criterion.base:
            taken = sum(gain > 0 for gain in gains)
            reason = f"{reason} ({taken} of {len(gains)} occasions taken)"
        return Verdict(status=RatingStatus.RATED, reason=reason, points=points)
    if not evidence:
        gain = _NOTHING
    elif criterion.rate == "all":
        gain = sum([effect for _, effect in {(i.indicator, i.effect) for i in evidence}], _NOTHING)
    else:
        gain = _best_and_worst(item.effect for item in evidence)
    points = prepared.level(criterion.base + gain)
    return Verdict(status=RatingStatus.RATED, reason=criterion.levels[points], points=points)


def _best_and_worst(effects: Iterable[Decimal]) -> Decimal:
    known = [*effects, _NOTHING]
    return max(known) + min(known)


def _strongest_first(item: Evidence) -> tuple[Decimal, int, int]:
    return _weakness(item.effect), item.turn, item.start


@lru_cache(maxsize=1_000)
def _weakness(effect: Decimal) -> Decimal:
    return -abs(effect)
