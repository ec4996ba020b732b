"""Correct a rating, take a correction back, and tell the history of both."""

from dataclasses import dataclass

from qa_toolkit.domain.override import Override, RootCause, applied, fits, in_force
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.said import MOST_NAME
from qa_toolkit.domain.score import CriterionScore
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.errors import UsageError
from qa_toolkit.store import overrides as stored
from qa_toolkit.workflow.named import interaction_named
from qa_toolkit.workflow.overrides import effective, keep, with_histories
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.ratings import criterion_named, rating_of, said
from qa_toolkit.workflow.rubric_files import UsableRubric
from qa_toolkit.workflow.score import scorecards_of
from qa_toolkit.workflow.shops.rubrics import judged_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """What an override did to its scorecard: before and after, both as they count.

    Attributes:
        replaced: the override that counted before; None where the machine's rating did.
    """

    override: Override
    replaced: Override | None
    before: Scored
    after: Scored


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One override of the history, beside what the machine says.

    Attributes:
        machine, effective: the score of its criterion by the machine, and as it counts; None
            where the interaction has no scorecard of this rubric now.
        counts: whether this is the rating that counts.
        fits: whether the rubric still has this criterion with this rating.
        highest: top of the criterion's scale; the rating itself where the rubric has lost it.
    """

    override: Override
    agent: str
    machine: CriterionScore | None
    effective: CriterionScore | None
    counts: bool
    fits: bool
    highest: int


def set_rating(
    project: Project,
    rubric: UsableRubric,
    interaction_id: str,
    criterion_id: str,
    rating: str,
    *,
    reason: str,
    by: str,
    cause: RootCause | None = None,
) -> Corrected:
    """Put a person's rating in the machine's place.

    Args:
        project: with the interaction's scorecard.
        rubric: the scorecard's; of a mystery shop, the one it was judged by takes its place.
        interaction_id: whose rating it is.
        criterion_id: what is rated.
        rating: a level of the criterion, or `na`.
        reason: why; people read it.
        by: who says so.
        cause: what was behind it.

    Raises:
        UsageError: there is no such scorecard, criterion or rating, or no reason or name is given.
    """
    rubric = judged_by(project, interaction_named(project, interaction_id), rubric)
    scored = _scored(project, rubric, interaction_id)
    criterion = criterion_named(rubric.rubric, criterion_id)
    status, points = rating_of(criterion, rating)
    override = Override(
        interaction_id=interaction_id,
        rubric_id=rubric.rubric.id,
        rubric_version=rubric.rubric.version,
        criterion=criterion.id,
        status=status,
        points=points,
        reason=said(reason, "--reason"),
        cause=cause,
        by=said(by, "--by", MOST_NAME),
    )
    return _kept(project, rubric, scored, override)


def clear_rating(
    project: Project,
    rubric: UsableRubric,
    interaction_id: str,
    criterion_id: str,
    *,
    reason: str,
    by: str,
) -> Corrected:
    """Take a person's rating back, so that the machine's counts again; both stay in the history.

    Raises:
        UsageError: nobody has rated it, or no reason or name is given.
    """
    rubric = judged_by(project, interaction_named(project, interaction_id), rubric)
    scored = _scored(project, rubric, interaction_id)
    histories = stored.by_interaction(project.database, [interaction_id], rubric.rubric.id)
    if criterion_id not in in_force(histories.get(interaction_id, ())):
        criterion_named(rubric.rubric, criterion_id)
        raise UsageError(
            f"nobody has rated {criterion_id} of {interaction_id}; the machine's rating counts",
            hint="qa overrides list",
        )
    override = Override(
        interaction_id=interaction_id,
        rubric_id=rubric.rubric.id,
        rubric_version=rubric.rubric.version,
        criterion=criterion_id,
        status=None,
        reason=said(reason, "--reason"),
        by=said(by, "--by", MOST_NAME),
    )
    return _kept(project, rubric, scored, override)


def list_overrides(
    project: Project, rubric: UsableRubric, *, interaction: str = "", by: str = ""
) -> tuple[Said, ...]:
    """All that people said under a rubric, the oldest first; of one interaction, or by one person.

    Raises:
        UsageError: the project does not know the interaction.
    """
    if interaction:
        rubric = judged_by(project, interaction_named(project, interaction), rubric)
    found = stored.of_rubric(project.database, rubric.rubric.id)
    histories: dict[str, tuple[Override, ...]] = {}
    for override in found:
        if interaction in ("", override.interaction_id):
            own = histories.get(override.interaction_id, ())
            histories[override.interaction_id] = (*own, override)
    cards = with_histories(scorecards_of(project, histories, rubric), rubric.rubric, histories)
    by_id = {item.interaction.id: item for item in cards}
    counting = {
        override.number
        for history in histories.values()
        for override in applied(history, rubric.rubric).values()
    }
    return tuple(
        _said(override, rubric.rubric, by_id.get(override.interaction_id), counting)
        for override in found
        if override.interaction_id in histories and by.casefold() in ("", override.by.casefold())
    )


def _kept(project: Project, rubric: UsableRubric, scored: Scored, override: Override) -> Corrected:
    (before,), histories = effective(project, [scored], rubric.rubric)
    counting = applied(histories.get(override.interaction_id, ()), rubric.rubric)
    (kept,) = keep(project, [override])
    (after,), _ = effective(project, [scored], rubric.rubric)
    return Corrected(
        override=kept,
        replaced=counting.get(override.criterion),
        before=before,
        after=after,
    )


def _scored(project: Project, rubric: UsableRubric, interaction_id: str) -> Scored:
    found = next(scorecards_of(project, [interaction_id], rubric), None)
    if found is None:
        name = f"{rubric.rubric.id} {rubric.rubric.version}"
        raise UsageError(f"'{interaction_id}' has no scorecard of {name} yet", hint="qa score")
    return found


def _said(override: Override, rubric: Rubric, scored: Scored | None, counting: set[int]) -> Said:
    placed = rubric.places.get(override.criterion)
    known = placed.criterion if placed and placed.criterion.scored else None
    return Said(
        override=override,
        agent=scored.interaction.agent.shown if scored else "",
        machine=scored.as_rated.score_of(override.criterion) if scored else None,
        effective=scored.scorecard.score_of(override.criterion) if scored else None,
        counts=override.number in counting,
        fits=override.status is None or (known is not None and fits(override, known)),
        highest=known.highest if known else override.points or 0,
    )
