"""Conditions of a criterion: whether it applies, for certain or not, and why."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qa_toolkit.domain.answer import Answer, chosen, points_of
from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import AppliesWhen, Criterion, Rubric
from qa_toolkit.domain.score import CriterionScore, RatingStatus

ScoreOf = Callable[[str], CriterionScore]
"""The score of another criterion, by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Applies:
    """Whether a condition holds: yes, no, or None where a person must decide first."""

    holds: bool | None
    reason: str = ""


def facts_hold(
    when: AppliesWhen,
    *,
    rubric: Rubric,
    channel: Channel,
    facts: Mapping[str, str],
    answers: Mapping[str, Answer],
    score_of: ScoreOf,
) -> list[Applies]:
    """One verdict for each condition on the channel, on facts and on other answers."""
    found: list[Applies] = []
    if when.channels:
        only = ", ".join(wanted.contacts for wanted in when.channels)
        found.append(Applies(holds=channel in when.channels, reason=f"looked at only in {only}"))
    for name, values in when.metadata.items():
        known = facts.get(name.casefold(), "")
        wanted = {value.casefold() for value in values}
        holds = known.strip().casefold() in wanted
        reason = f"only where '{name}' is {' or '.join(values)}"
        found.append(Applies(holds=holds, reason=reason))
    for other, wanted_answers in when.answers.items():
        placed = rubric.places[other]
        given = answers.get(other)
        found.append(_answered(placed.criterion, wanted_answers, given, score_of(other)))
    return found


def combined(when: AppliesWhen, found: list[Applies]) -> Applies:
    """All conditions in one: with `all` a single no decides, with `any` a single yes."""
    decisive = when.match == "any"
    for verdict in found:
        if verdict.holds is decisive:
            return verdict
    unknown = next((verdict for verdict in found if verdict.holds is None), None)
    if unknown is not None:
        return unknown
    if not found:
        return Applies(holds=True)
    return Applies(holds=not decisive, reason=found[0].reason)


def _answered(
    other: Criterion,
    wanted: tuple[int | str, ...],
    given: Answer | None,
    score: CriterionScore,
) -> Applies:
    if score.status is RatingStatus.NEEDS_REVIEW:
        return Applies(holds=None, reason=f"waits for the answer to: {other.question}")
    reason = f"depends on the answer to: {other.question}"
    if score.status is RatingStatus.NOT_APPLICABLE:
        return Applies(holds=False, reason=reason)
    levels = {answer for answer in wanted if isinstance(answer, int)}
    names = [answer for answer in wanted if isinstance(answer, str)]
    if other.options and given is not None and not isinstance(given, int | float):
        # options of equal points are told apart by what was chosen
        named = not chosen(given).isdisjoint(names)
        return Applies(holds=named or score.points in levels, reason=reason)
    levels |= set(_levels_named(other, names))
    return Applies(holds=score.points in levels, reason=reason)


def _levels_named(other: Criterion, names: Sequence[str]) -> Iterator[int]:
    """The ratings that `yes`, `no` and the ids of options stand for."""
    for name in names:
        points = points_of(other, (name,) if other.type == "multi_choice" else name)
        if points is not None:
            yield points
