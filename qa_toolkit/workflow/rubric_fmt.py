"""Rubric files and files of cases in their one layout."""

import difflib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import StorageError, UsageError
from qa_toolkit.files import each_once, replacing
from qa_toolkit.rubric.layout import format_text
from qa_toolkit.rubric.sources import STDIN, rubric_files
from qa_toolkit.strict_yaml.decode import decoded, read_file

_AS_IT_WAS = "it is as it was; free some space, or make it and its folder writable"
_CASES = "cases"
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormattedFile:
    """A file and its canonical layout.

    Attributes:
        before: what it holds.
        after: what it should hold; as before where there are problems.
    """

    path: Path
    before: bytes
    after: bytes
    problems: tuple[Problem, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether its layout is another."""
        return self.before != self.after

    def diff(self) -> str:
        """The change as a unified diff; empty where there is none."""
        before, after = (_lines(content) for content in (self.before, self.after))
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in difflib.unified_diff(before, after, str(self.path), str(self.path))
        )


def format_files(
    paths: Iterable[Path], read: Callable[[Path], bytes] = read_file
) -> tuple[FormattedFile, ...]:
    """Lay out the files named, or lying in the folders named; nothing is written.

    Args:
        paths: rubrics, files of cases, folders of either, or `-` alone.
        read: gives what a path holds.

    Raises:
        UsageError: a path does not exist, or a folder holds neither rubrics nor cases.
    """
    wanted = list(paths)
    if STDIN in wanted and len(wanted) > 1:
        raise UsageError("'-' stands alone", hint="standard input is one file; name others apart")
    return tuple(_formatted(path, read) for path in _files(wanted))


def write(file: FormattedFile) -> None:
    """Put the canonical layout in a file's place, in one step; its permissions stay.

    Raises:
        StorageError: the file or its folder cannot be written.
    """
    if not os.access(file.path, os.W_OK):
        raise StorageError(f"cannot write {file.path}: it is read-only", hint=_AS_IT_WAS)
    with replacing(file.path, hint=_AS_IT_WAS) as target:
        target.write(file.after)


def _formatted(path: Path, read: Callable[[Path], bytes]) -> FormattedFile:
    try:
        data = read(path)
    except OSError as error:
        problem = Problem(
            source=str(path), message=f"cannot be read: {error.strerror or error}", code="R001"
        )
        return FormattedFile(path=path, before=b"", after=b"", problems=(problem,))
    text = decoded(data, str(path))
    if isinstance(text, Problem):
        return FormattedFile(path=path, before=data, after=data, problems=(text,))
    laid_out = format_text(text, str(path))
    after = data if laid_out.problems else laid_out.text.encode()
    return FormattedFile(path=path, before=data, after=after, problems=laid_out.problems)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Each file once: rubrics as `check` finds them, then the cases in folders."""
    return each_once(file for path in paths for file in _meant(path))


def _meant(path: Path) -> list[Path]:
    cases = _cases_below(path) if path.is_dir() else []
    try:
        return [*rubric_files([path]), *cases]
    except UsageError:
        if not cases:
            raise
        return cases


def _cases_below(folder: Path) -> list[Path]:
    """The files below the `cases` folders of a folder, or of one that is such a folder."""
    whole = folder.absolute()
    within = _CASES in (whole.name, whole.parent.name)  # cases/ or cases/NAME/
    found = []
    for file in [*folder.rglob("*.yaml"), *folder.rglob("*.yml")]:
        inner = file.relative_to(folder).parts
        if (within or _CASES in inner[:-1]) and not any(part.startswith(".") for part in inner):
            found.append(file)
    return sorted(found)


def _lines(content: bytes) -> list[str]:
    return _LINE.findall(content.decode("utf-8", "replace"))
