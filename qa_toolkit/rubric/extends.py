"""The files a rubric builds on: `extends: service.yaml` names one, which may name another."""

import os.path
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import UsageError
from qa_toolkit.rubric.shape import newer_format, no_mapping
from qa_toolkit.strict_yaml.comments import Spans
from qa_toolkit.strict_yaml.decode import decoded, read_file, read_regular
from qa_toolkit.strict_yaml.document import Node
from qa_toolkit.strict_yaml.reader import read_yaml

MAX_FILES = 5

Read = Callable[[Path], bytes | str]
"""Gives what a path holds: of a file, of a revision of git, of standard input.

Raises:
    OSError, UsageError: it cannot be read.
"""
FindBase = Callable[[str, Path], Path | None]
"""Gives the path that a file means by the name behind `extends`; None when there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricFile:
    """One file that was read.

    Attributes:
        path: where it is.
        source: what problems call it.
        text: as it was.
        root: the mapping it holds.
        quoted: where in the text quoted and block scalars are.
    """

    path: Path
    source: str
    text: str
    root: Node
    quoted: Spans

    @property
    def extends(self) -> Node | None:
        """The name of its base, if it has one."""
        return self.root.below("extends")


def beside(name: str, file: Path) -> Path:
    """The base as a path from the folder of the file that names it."""
    return Path(os.path.normpath(file.parent / name))


def base_of(file: RubricFile, find_base: FindBase) -> Path | None:
    """Where the base of a file is, or should be; None where it names none."""
    name = file.extends.value if file.extends else None
    return find_base(name, file.path) if isinstance(name, str) and name else None


def with_bases(
    first: RubricFile, read: Read, find_base: FindBase
) -> tuple[tuple[RubricFile, ...], tuple[Problem, ...]]:
    """A file and those it builds on, nearest first; then what keeps a base from being used.

    A base that cannot be used is told (R006) where it is named, with the mistakes of the base
    itself in their own places.
    """
    files = [first]
    while files[-1].extends is not None:
        found = _base(files, read, find_base)
        if not isinstance(found, RubricFile):
            return tuple(files), tuple(found)
        files.append(found)
    return tuple(files), ()


def _base(
    files: Sequence[RubricFile], read: Read, find_base: FindBase
) -> RubricFile | list[Problem]:
    """The base of the last file, or why it cannot be had."""
    last = files[-1]
    name = last.extends.value if last.extends else None
    if not isinstance(name, str) or not name:
        return _unusable(files, "'extends' must name one file, as in extends: service.yaml")
    path = find_base(name, last.path)
    if path is None:
        return _unusable(files, f"there is no rubric '{name}'")
    chain = " → ".join([*(file.source for file in files), str(path)])
    if path in {file.path for file in files}:
        return _unusable(files, f"a rubric cannot build on itself: {chain}")
    if len(files) == MAX_FILES:
        return _unusable(files, f"more than {MAX_FILES} rubrics build on one another: {chain}")
    try:
        data = read_regular(path) if read is read_file else read(path)
    except (OSError, UsageError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        meant = _beside(path) if read is read_file else ""
        return _unusable(files, f"{path} cannot be read: {why}{meant}")
    source = str(path)
    text = data if isinstance(data, str) else decoded(data, source)
    if isinstance(text, Problem):
        return [*_unusable(files, f"{path} cannot be used"), text]
    document = read_yaml(text, source, origin=source)
    root = document.root
    wrong = (no_mapping(root, source) or newer_format(root, source)) if root else None
    problems = [*document.problems, wrong] if wrong else document.problems
    if root is None or problems:
        return [*_unusable(files, f"{path} cannot be used"), *problems]
    return RubricFile(path=path, source=source, text=text, root=root, quoted=document.quoted)


def _unusable(files: Sequence[RubricFile], why: str) -> list[Problem]:
    """The problem where the base is named, and at the top of a longer chain."""
    problems = [_problem(files[-1], why)]
    if len(files) > 1:
        chain = " → ".join(file.source for file in files)
        problems.append(_problem(files[0], f"its base cannot be used: {chain}: {why}"))
    return problems


def _problem(file: RubricFile, message: str) -> Problem:
    node = file.extends or file.root
    return Problem(
        source=file.source, message=message, line=node.line, column=node.column, code="R006"
    )


def _beside(path: Path) -> str:
    """The end of a message: a file beside a missing one that was perhaps meant."""
    try:
        names = [file.name for file in path.parent.iterdir() if file.suffix in (".yaml", ".yml")]
    except (OSError, ValueError):
        return ""
    return did_you_mean(path.name, names)
