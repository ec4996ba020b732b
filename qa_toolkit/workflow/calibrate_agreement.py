"""Agreement: two evaluators or more, from files and from a project, compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from qa_toolkit.calibration.agreement import Agreement, agreement
from qa_toolkit.calibration.collect import Collected
from qa_toolkit.calibration.comparison import compare
from qa_toolkit.calibration.criteria import Criteria
from qa_toolkit.calibration.levels import MOST_LEVELS, Levels, levels_of
from qa_toolkit.calibration.ratings import Evaluator, Rating, Read
from qa_toolkit.domain.problem import Problem, Severity
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.wording import listed
from qa_toolkit.errors import UsageError
from qa_toolkit.settings import load_settings
from qa_toolkit.workflow.calibrate_files import gather, names_of
from qa_toolkit.workflow.here import settings_from_here
from qa_toolkit.workflow.project import open_project
from qa_toolkit.workflow.provenance import EVALUATOR
from qa_toolkit.workflow.rubric_files import UsableRubric, rubric_file, usable_rubric
from qa_toolkit.workflow.sample import stored_sample
from qa_toolkit.workflow.score import scored_of

STORE = "store:"
"""Names the machine's scorecards of a project's sample: `store:`, or `store:ID`."""
_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one evaluator brought.

    Attributes:
        interactions: that were rated.
        abstained: ratings that a machine left to people.
        alone: interactions that nobody else rated.
    """

    name: str
    interactions: int
    ratings: int
    abstained: int
    alone: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementReport:
    """The figures, who rated what, and what could not be used."""

    agreement: Agreement
    parts: tuple[Part, ...]
    problems: tuple[Problem, ...]


def compare_evaluators(
    named: Sequence[str],
    *,
    rubric: str | None = None,
    project: Path | None = None,
    by_agent: bool = False,
) -> AgreementReport:
    """Compare the evaluators of files, and of a project where `store:` is named.

    Args:
        named: files, or `store:`.
        rubric: resolves levels and options; the project's where only `store:` asks for one.
        project: the folder that `store:` means; else the one around the current folder.
        by_agent: whether to compute figures for each agent as well.

    Raises:
        UsageError: a file cannot be used, there are not two evaluators, or they have no
            interaction in common.
    """
    stored = [name.removeprefix(STORE) for name in named if name.startswith(STORE)]
    usable = _rubric(rubric, project) if rubric or stored else None
    criteria = Criteria(usable.rubric if usable else None)
    collected = Collected()
    files = [name for name in named if not name.startswith(STORE)]
    for path, evaluator in zip(map(Path, files), names_of([*map(Path, files)]), strict=True):
        gather(path, evaluator, criteria, collected)
    if usable:
        for sample in stored:
            _gather_stored(sample, usable, project, criteria, collected)
    read = collected.read()
    _check(read)
    levels = levels_of(read.evaluators, criteria)
    too_many = [name for name, known in levels.items() if len(known) > MOST_LEVELS]
    usable_levels = {name: known for name, known in levels.items() if name not in too_many}
    comparisons = compare(read.evaluators, usable_levels)
    if not any(known.rows for known in comparisons):
        raise UsageError(
            "no interaction was rated by two evaluators on the same criterion", hint=_apart(read)
        )
    return AgreementReport(
        agreement=agreement(comparisons, _by_agent(read) if by_agent else None),
        parts=tuple(_part(known, read.evaluators) for known in read.evaluators),
        problems=(*read.problems, *(_no_scale(name, levels[name]) for name in too_many)),
    )


def _no_scale(criterion: str, levels: Levels) -> Problem:
    return Problem(
        source=criterion,
        message=f"{len(levels):,} different values are no rating scale; they are passed over",
        severity="warning",
    )


def _rubric(rubric: str | None, project: Path | None) -> UsableRubric:
    folder, settings = (
        settings_from_here() if project is None else (project, load_settings(project).settings)
    )
    return usable_rubric(rubric_file(rubric or settings.score.rubric, folder))


def _gather_stored(
    sample: str, rubric: UsableRubric, project: Path | None, criteria: Criteria, found: Collected
) -> None:
    """Gather the machine's scorecards of a sample, as they are now."""
    with open_project(project) as opened:
        drawn = stored_sample(opened, sample)
        scored = scored_of(opened, drawn, rubric)
    if not scored:
        raise UsageError(f"sample {drawn.id} has no scorecards of this rubric", hint="qa score")
    for item in scored:
        found.agent(item.interaction.id, item.interaction.agent.id)
        for score in item.scorecard.criteria:
            rating = Rating(
                interaction=item.interaction.id,
                criterion=criteria.find(score.criterion) or score.criterion,
                status=score.status,
                value=None if score.points is None else float(score.points),
                strength=score.strength,
            )
            found.add(EVALUATOR, rating, partial(_in_sample, drawn.id))


def _in_sample(sample: str, message: str, severity: Severity) -> Problem:
    return Problem(source=f"sample {sample}", message=message, severity=severity)


def _check(read: Read) -> None:
    names = [known.name for known in read.evaluators]
    if len(names) < 2:
        who = f"only {names[0]} rated" if names else "nothing was rated"
        problems = "".join(f"\n  {problem}" for problem in read.problems[:_SHOWN])
        raise UsageError(
            f"{who}: two evaluators are needed{problems}",
            hint="name two files, or one with a column 'evaluator'",
        )


def _apart(read: Read) -> str:
    """Where ids do not match, one of each side shows why."""
    first = [f"{known.name} rated {known.ratings[0].interaction!r}" for known in read.evaluators]
    return f"are the ids the same? {listed(first)}"


def _by_agent(read: Read) -> Mapping[str, Sequence[str]]:
    agents: dict[str, list[str]] = {}
    for interaction, agent in read.agents.items():
        agents.setdefault(agent, []).append(interaction)
    if not agents:
        raise UsageError("no file says which agent served", hint="add a column 'agent'")
    return dict(sorted(agents.items()))


def _part(one: Evaluator, everybody: Sequence[Evaluator]) -> Part:
    own = dict.fromkeys(rating.interaction for rating in one.ratings)
    others = {
        rating.interaction for other in everybody if other is not one for rating in other.ratings
    }
    return Part(
        name=one.name,
        interactions=len(own),
        ratings=sum(rating.status is RatingStatus.RATED for rating in one.ratings),
        abstained=sum(rating.status is RatingStatus.NEEDS_REVIEW for rating in one.ratings),
        alone=tuple(name for name in own if name not in others),
    )
