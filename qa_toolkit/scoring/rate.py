"""One criterion: evidence → status, rating and strength."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Criterion, Cue, Indicator
from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.scoring.indicators import find
from qa_toolkit.scoring.occasions import Occasions
from qa_toolkit.scoring.opportunities import Opportunity, opportunities
from qa_toolkit.scoring.reading import CannotTell, Reading

MOST_FINDS_SHOWN = 50
"""Finds kept with a rating, the strongest first; the rating itself rests on all of them."""
MOST_CUES_SHOWN = 20
_NOTHING = Decimal(0)
_CONTACTS = {
    Channel.CALL: "calls",
    Channel.CHAT: "chats",
    Channel.EMAIL: "e-mails",
    Channel.SMS: "text messages",
    Channel.SOCIAL: "social media",
    Channel.VISIT: "visits",
}


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


def rate(
    criterion: Criterion,
    *,
    section: str,
    cues: dict[str, Cue],
    reading: Reading,
    channel: Channel,
    abstain: str,
    mute: bool,
) -> CriterionScore:
    """Rate one criterion of one interaction.

    Args:
        criterion: what is looked at.
        section: id of its section.
        cues: the rubric's cues by name.
        reading: the transcript with its signals.
        channel: how the interaction took place.
        abstain: why nothing here can be rated by machine; empty when it can.
        mute: nobody to judge, or a language the rubric is not for: not even a strength.
    """
    looked = _look(criterion.indicators, reading)
    chances = _chances(criterion, cues, reading)
    occasions = None if chances is None else Occasions.of(criterion, chances, reading)
    counted = looked.evidence if occasions is None else occasions.taking(looked.evidence)
    verdict = _without_rating(criterion, channel, chances, abstain, looked)
    if verdict is None:
        verdict = _rated(criterion, counted, occasions)
    applies = verdict.status is not RatingStatus.NOT_APPLICABLE
    return CriterionScore(
        criterion=criterion.id,
        section=section,
        status=verdict.status,
        lowest=criterion.lowest,
        highest=criterion.highest,
        weight=criterion.weight,
        points=verdict.points,
        strength=None if mute or looked.all_blind else strength(looked.evidence),
        reason=verdict.reason,
        critical=criterion.critical,
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


def _look(indicators: Iterable[Indicator], reading: Reading) -> Looked:
    finds = [find(indicator, reading) for indicator in indicators]
    blind = tuple(found for found in finds if isinstance(found, CannotTell))
    evidence = tuple(item for found in finds if isinstance(found, tuple) for item in found)
    return Looked(evidence=evidence, blind=blind, all_blind=len(blind) == len(finds))


def _chances(
    criterion: Criterion, cues: dict[str, Cue], reading: Reading
) -> tuple[Opportunity, ...] | None:
    cue = criterion.applies_when.customer if criterion.applies_when else None
    return None if cue is None else opportunities(cue, cues[cue], reading)


def _without_rating(
    criterion: Criterion,
    channel: Channel,
    chances: tuple[Opportunity, ...] | None,
    abstain: str,
    looked: Looked,
) -> Verdict | None:
    """Why there is no rating, in the order in which the reasons weigh; None when there is one."""
    when = criterion.applies_when
    if when is not None and when.channels and channel not in when.channels:
        only = ", ".join(_CONTACTS[wanted] for wanted in when.channels)
        return Verdict(status=RatingStatus.NOT_APPLICABLE, reason=f"looked at only in {only}")
    if abstain:
        return Verdict(status=RatingStatus.NEEDS_REVIEW, reason=abstain)
    if when is not None and chances == ():
        reason = f"no occasion: no {(when.customer or '').replace('_', ' ')} from the customer"
        return Verdict(status=RatingStatus.NOT_APPLICABLE, reason=reason)
    if criterion.rate == "manual":
        return Verdict(status=RatingStatus.NEEDS_REVIEW, reason="only a person can judge this")
    if looked.all_blind:
        return Verdict(status=looked.blind[0].status, reason=looked.blind[0].reason)
    return None


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
        reason = criterion.scale[points]
        if not criterion.base:
            taken = sum(gain > 0 for gain in gains)
            reason = f"{reason} ({taken} of {len(gains)} occasions taken)"
        return Verdict(status=RatingStatus.RATED, reason=reason, points=points)
    if criterion.rate == "all":
        gain = sum((effect for _, effect in {(i.indicator, i.effect) for i in evidence}), _NOTHING)
    else:
        gain = _best_and_worst(item.effect for item in evidence)
    points = _level(criterion, criterion.base + gain)
    return Verdict(status=RatingStatus.RATED, reason=criterion.scale[points], points=points)


def _best_and_worst(effects: Iterable[Decimal]) -> Decimal:
    known = [*effects, _NOTHING]
    return max(known) + min(known)


def _level(criterion: Criterion, points: Decimal) -> int:
    """The level of the scale nearest to the points, a half counting upwards."""
    return min(criterion.scale, key=lambda level: (abs(level - points), -level))


def _strongest_first(item: Evidence) -> tuple[Decimal, int, int]:
    return -abs(item.effect), item.turn, item.start
