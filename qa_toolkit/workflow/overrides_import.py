"""Import: workbooks that people filled in → overrides and the coaching log, all of it or nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.said import MOST_NAME, tidy, too_long
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.errors import UsageError
from qa_toolkit.scorecards.read_back import ReadBack, read_workbook
from qa_toolkit.store import coaching, interactions, overrides
from qa_toolkit.workflow.import_agreed import Agreed, new_changes, new_entries
from qa_toolkit.workflow.import_coaching import agreements_in
from qa_toolkit.workflow.import_emptied import emptied
from qa_toolkit.workflow.import_log import Log
from qa_toolkit.workflow.import_ratings import Given, Known, known_of, ratings_in, with_given
from qa_toolkit.workflow.import_row import EXPORT_ANEW
from qa_toolkit.workflow.overrides import Histories, alone, with_histories
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.rubric_files import UsableRubric
from qa_toolkit.workflow.shops.rubrics import rubric_of_workbooks


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A scorecard of which a rating changes: as it counts before and after."""

    before: Scored
    after: Scored


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What workbooks bring.

    Attributes:
        given: ratings that are new, in the order of their cells.
        totals: the scorecards they change, by interaction.
        agreed: what is new in the coaching log.
        wrong: mistakes in the workbooks; nothing is kept as long as there is one.
        conflicts: what collides with what was done since, or with another of the workbooks.
        remarks: what was left alone.
        kept: whether it was kept; False also where there was nothing new.
    """

    given: tuple[Given, ...]
    totals: Mapping[str, Total]
    agreed: tuple[Agreed, ...]
    wrong: tuple[Problem, ...]
    conflicts: tuple[Problem, ...]
    remarks: tuple[Problem, ...]
    kept: bool = False


def import_workbooks(
    project: Project,
    rubric: UsableRubric,
    paths: Sequence[Path],
    *,
    reviewer: str = "",
    dry_run: bool = False,
    skip_conflicts: bool = False,
    progress: Progress = SILENT,
) -> Imported:
    """Read workbooks of `qa export` back and keep what is new in them, in one transaction.

    Args:
        project: the one they were exported from.
        rubric: the one they were exported with; that of workbooks on mystery shops is known.
        paths: the workbooks.
        reviewer: who says so, where a row names nobody.
        dry_run: only tell.
        skip_conflicts: keep the rest where some of it collides; else nothing is kept then.
        progress: told of each workbook that is read.

    Raises:
        UsageError: a workbook cannot be opened or is none of an export, or the name is too long.
        StorageError: the project's database refuses; nothing is kept.
    """
    name = tidy(reviewer)
    if wrong := too_long(name, MOST_NAME):
        raise UsageError(f"--reviewer: {wrong}")
    books = list(_read(paths, progress))
    made = [(book.manifest.rubric_hash, book.manifest.ratings) for book in books]
    rubric = rubric_of_workbooks(project, rubric, made)
    if dry_run:
        return _judged(project, rubric, books, name)
    with alone(project) as put:  # so that no conflict can arise between the look and the keeping
        found = _judged(project, rubric, books, name)
        may_keep = not found.wrong and (skip_conflicts or not found.conflicts)
        if not may_keep or not (found.given or found.agreed):
            return found
        put(
            [item.override for item in found.given],
            new_entries(found.agreed),
            new_changes(found.agreed).items(),
        )
    return replace(found, kept=True)


def _judged(
    project: Project, rubric: UsableRubric, books: Sequence[ReadBack], reviewer: str
) -> Imported:
    """What the workbooks bring beside what the project knows now; nothing of it is kept yet."""
    known = known_of(project, rubric, (row for book in books for row in book.overrides))
    strange = {book.file: tuple(_not_ours(project, known, book)) for book in books}
    left = frozenset(file for file, problems in strange.items() if problems)
    verdicts = ratings_in(books, known, reviewer, left)
    heard = agreements_in(books, _log(project, rubric), reviewer, left)
    told = [problem for book in books for problem in book.problems]
    told += [problem for problems in strange.values() for problem in problems]
    told += [*verdicts.wrong, *heard.wrong]
    told += emptied(
        [book for book in books if book.file not in left],
        overrides.of_rubric(project.database, rubric.rubric.id),
        reviewer,
    )
    return Imported(
        given=tuple(verdicts.given),
        totals=_totals(known, verdicts.given),
        agreed=tuple(heard.agreed),
        wrong=tuple(problem for problem in told if problem.severity == "error"),
        conflicts=(*verdicts.conflicts, *heard.conflicts),
        remarks=tuple(problem for problem in told if problem.severity != "error"),
    )


def _read(paths: Sequence[Path], progress: Progress) -> Iterator[ReadBack]:
    """The workbooks, each once."""
    different = {path.resolve(): path for path in reversed(paths)}
    progress.start("import", len(different))
    for path in sorted(different.values(), key=paths.index):
        yield read_workbook(path)
        progress.advance("import")
    progress.finish("import")


def _not_ours(project: Project, known: Known, book: ReadBack) -> Iterator[Problem]:
    """Why a workbook does not belong to this project and rubric as they are."""
    made, rubric = book.manifest, known.rubric
    theirs, ours = (made.rubric_id, made.rubric_version), (rubric.rubric.id, rubric.rubric.version)
    if theirs != ours:
        message = f"it was made with the rubric {' '.join(theirs)}, this is {' '.join(ours)}"
        hint = "name the rubric it was made with: --rubric FILE; or export anew: qa export"
        yield Problem(source=book.file, message=message, hint=hint)
    elif made.rubric_hash != rubric.hash:
        message = (
            f"it was made with other contents of the rubric {' '.join(ours)}: hash "
            f"{made.rubric_hash[:8]}, now {rubric.hash[:8]}"
        )
        yield Problem(source=book.file, message=message, hint=EXPORT_ANEW)
    if made.ratings and not made.ratings.keys() & known.ids.keys():
        drawn = f"sample {made.sample}" if made.sample else f"{len(made.ratings)} interactions"
        message = (
            f"it was made in another project: its {drawn} of the rubric {' '.join(theirs)} "
            f"has no interaction of {project.folder.name}"
        )
        hint = "import it in the project it was exported from: --project DIR"
        yield Problem(source=book.file, message=message, hint=hint)


def _log(project: Project, rubric: UsableRubric) -> Log:
    return Log(
        agents=interactions.agents(project.database),
        rubric=rubric.rubric,
        entries=coaching.entries(project.database),
    )


def _totals(known: Known, given: Iterable[Given]) -> dict[str, Total]:
    """The scorecards that these ratings change, as they count before and after."""
    changed = {item.override.interaction_id for item in given}
    scored = [known.scored[name] for name in sorted(changed)]
    rubric = known.rubric.rubric
    after: Histories = with_given(known.histories, given)
    pairs = zip(
        with_histories(scored, rubric, known.histories),
        with_histories(scored, rubric, after),
        strict=True,
    )
    return {was.interaction.id: Total(before=was, after=now) for was, now in pairs}
