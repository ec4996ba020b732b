"""The rubric files that paths on the command line mean: files, folders, patterns."""

import re
from collections.abc import Iterable, Iterator
from glob import glob
from pathlib import Path

from qa_toolkit.errors import UsageError
from qa_toolkit.files import each_once
from qa_toolkit.strict_yaml.below import may_have, yaml_below

STDIN = Path("-")
_CASES = "cases"
_PATTERN = re.compile(r"[*?\[]")
_KEY = re.compile(rb"(?:^|\r)(?:\{\s*)?[\"']?(?:format|extends|sections)[\"']?\s*:", re.MULTILINE)


def rubric_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The rubric files named, matching a pattern, or lying in folders and their subfolders.

    Left out are cases, hidden files and folders, and YAML without a key that rubrics have; but
    what is named by its own path is taken for a rubric, whatever it is. `-`, standard input, is
    handed on as it is. No file comes twice.

    Raises:
        UsageError: a path does not exist, or there is no rubric where one should be.
    """
    return each_once(file for path in paths for file in _files(path))


def _files(path: Path) -> list[Path]:
    if path == STDIN:
        return [path]
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return _matching(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    if not path.is_dir():
        return [path]
    found = list(_below(path))
    if not found:
        hint = "a rubric ends in .yaml or .yml and has a key 'format', 'extends' or 'sections'"
        raise UsageError(f"{path}: no rubric in this folder", hint=hint)
    return found


def _matching(path: Path) -> list[Path]:
    """What a pattern matches that the shell left to us."""
    fixed = [*map(bool, map(_PATTERN.search, path.parts)), True].index(True)
    if fixed == len(path.parts):
        raise UsageError(f"{path}: no such file or folder")
    found: list[Path] = []
    for match in map(Path, sorted(glob(str(path), recursive=True))):  # noqa: PTH207 - absolute, too
        if _CASES in match.parts[fixed:]:
            continue
        found += _below(match) if match.is_dir() else [match] if _is_rubric(match) else []
    if not found:
        raise UsageError(f"{path}: no rubric matches")
    return found


def _below(folder: Path) -> Iterator[Path]:
    return filter(_is_rubric, yaml_below(folder, {_CASES}))


def _is_rubric(path: Path) -> bool:
    return may_have(path, _KEY)
