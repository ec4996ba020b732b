"""Diff: two files, or a file and what it was in another revision → what differs in meaning."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.errors import UsageError
from qa_toolkit.rubric.diff.change import Path as InRubric
from qa_toolkit.rubric.diff.change import Places, Spot
from qa_toolkit.rubric.diff.difference import RubricDiff, Side, all_new, difference
from qa_toolkit.rubric.extends import Read
from qa_toolkit.shipped import rubrics_folder
from qa_toolkit.strict_yaml.decode import read_file
from qa_toolkit.strict_yaml.document import Document
from qa_toolkit.workflow import git
from qa_toolkit.workflow.here import settings_from_here
from qa_toolkit.workflow.rubric_files import Exists, UsableRubric, is_file, load, rubric_file
from qa_toolkit.workflow.rubric_models import models_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a rubric: to score with, and as a side of the comparison.

    Attributes:
        files: those it was read from; none where they are of a revision.
    """

    usable: UsableRubric
    side: Side
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two versions and what differs; no `old` where the rubric is new."""

    old: Version | None
    new: Version
    diff: RubricDiff


@dataclass(frozen=True, slots=True, kw_only=True)
class _Past:
    """A revision as the user names it, and the commit that it is compared with."""

    revision: str
    commit: str


def diff_files(old: str, new: str) -> Compared:
    """Compare two files, or rubrics by name.

    Raises:
        UsageError: one is not there, or has errors; all of them are in the message.
    """
    return _compared(_version(_found(old)), _version(_found(new)))


def diff_revision(name: str, revision: str) -> Compared:
    """Compare a file with what it was where HEAD left a revision, as `git.branch_point` has it.

    What it extends is taken from there, too.

    Raises:
        UsageError: no repository, no such revision, or a version that cannot be used.
        EnvironmentProblem: git is missing.
    """
    path = _found(name)
    new = _version(path)
    past = _Past(revision=revision, commit=git.branch_point(revision, path.parent))
    if not git.has_at(past.commit, path):
        return Compared(old=None, new=new, diff=all_new(f"{path}@{revision}", new.side))
    return _compared(_version(path, past), new)


def _compared(old: Version, new: Version) -> Compared:
    return Compared(old=old, new=new, diff=difference(old.side, new.side))


def _found(name: str) -> Path:
    """A file from the current folder, else a rubric of the project or of the toolkit."""
    path = Path(name)
    if is_file(path):
        return path
    folder, _ = settings_from_here()
    found, here = rubric_file(name, folder), Path.cwd()
    return found.relative_to(here) if found.is_relative_to(here) else found


def _version(path: Path, past: _Past | None = None) -> Version:
    reading = _reader(past.commit, path.parent) if past else (read_file, is_file)
    loaded = load(path, *reading)
    revision = past.revision if past else ""
    if loaded.rubric is None or loaded.document is None:
        problems = "\n".join(str(problem) for problem in loaded.problems)
        where = f"{path} in {revision}" if revision else str(path)
        raise UsageError(f"the rubric {where} cannot be used:\n{problems}")
    named = _at(revision)
    return Version(
        usable=UsableRubric(
            rubric=loaded.rubric,
            hash=loaded.hash,
            text=loaded.text,
            models=models_of(loaded.rubric, loaded.files, reading[0]),
        ),
        side=Side(
            source=named(str(path)),
            rubric=loaded.rubric,
            places=_places(loaded.document, str(path), named),
        ),
        files=() if revision else loaded.files,
    )


def _reader(commit: str, folder: Path) -> tuple[Read, Exists]:
    """Reads files as they were; a rubric that ships with the toolkit is in nobody's history.

    All of them are of one repository, in which `folder` lies.
    """

    def read(file: Path) -> bytes:
        try:
            return git.content_at(commit, file, folder)
        except UsageError:
            if file.resolve().is_relative_to(rubrics_folder()):
                return read_file(file)
            raise

    def exists(file: Path) -> bool:
        try:
            return git.has_at(commit, file, folder)
        except (OSError, UsageError, ValueError):  # no name of a file in this repository
            return False

    return read, exists


def _at(revision: str) -> Callable[[str], str]:
    """Names a file of a revision: `rubrics/service.yaml@main`."""
    return lambda source: f"{source}@{revision}" if revision else source


def _places(document: Document, source: str, named: Callable[[str], str]) -> Places:
    def place(path: InRubric) -> Spot:
        found = document.key_of(path)
        return Spot(named(found.source or source), found.line, found.column)

    return place
