"""The scenario files that paths on the command line mean: files, and folders of them."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from qa_toolkit.errors import UsageError
from qa_toolkit.files import each_once
from qa_toolkit.strict_yaml.below import may_have, yaml_below

_KEY = re.compile(rb"^(?:persona|opening_line|staff_told|hold_back)\s*:", re.MULTILINE)
"""Keys that scenarios have and that rubrics, plans and logs have not."""


def scenario_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The scenarios named, and those lying in folders and their subfolders.

    What is named by its own path is taken for a scenario, whatever it is; in folders YAML without
    a key of scenarios, and hidden files, are left out. No file comes twice.

    Raises:
        UsageError: a path does not exist, or a folder has no scenario or cannot be read.
    """
    return each_once(file for path in paths for file in _files(path))


def _files(path: Path) -> list[Path]:
    try:
        path.stat()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no such file or folder"
        raise UsageError(f"{path}: {why.lower()}", hint="qa shop scenario init NAME") from None
    if not path.is_dir():
        return [path]
    found = [file for file in yaml_below(path) if may_have(file, _KEY)]
    if not found:
        hint = "a scenario ends in .yaml or .yml and has a 'persona'; qa shop scenario init NAME"
        raise UsageError(f"{path}: no scenario in this folder", hint=hint)
    return found
