"""The YAML files of a folder, and by which keys it is told what one of them is."""

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from qa_toolkit.errors import UsageError
from qa_toolkit.strict_yaml.decode import read_file


def yaml_below(folder: Path, passed_over: Collection[str] = ()) -> Iterator[Path]:
    """The YAML files of a folder, then those of its subfolders, by name; none that are hidden.

    Args:
        folder: where to look.
        passed_over: names of subfolders that are not entered.

    Raises:
        UsageError: a folder cannot be read.
    """
    for name, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(
            sub for sub in folders if sub not in passed_over and not sub.startswith(".")
        )
        for file in sorted(files):
            path = Path(name, file)
            if not file.startswith(".") and path.suffix in (".yaml", ".yml"):
                yield path


def may_have(path: Path, keys: re.Pattern[bytes]) -> bool:
    """Whether a file has such keys, or cannot be judged by them and must be looked at."""
    if path.exists() and not path.is_file():
        return False  # a pipe or a device, which would never end
    try:
        data = read_file(path).removeprefix(b"\xef\xbb\xbf")
    except OSError:
        return True
    return 0 in data[:4] or data[:2] in (b"\xff\xfe", b"\xfe\xff") or bool(keys.search(data))


def _refuse(error: OSError) -> None:
    raise UsageError(f"{error.filename}: cannot be read: {error.strerror}") from error
