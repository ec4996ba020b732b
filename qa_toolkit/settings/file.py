"""The file `qa.toml`: where it lies, and what it sets."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from qa_toolkit.errors import UsageError

FILE_NAME = "qa.toml"


def find_folder(start: Path) -> Path:
    """The project folder that holds `start`: the nearest with a `qa.toml`, going up.

    Raises:
        UsageError: there is none.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder
    raise UsageError(
        f"no {FILE_NAME} in {start} or above: not a project",
        hint="'qa init .' makes this folder one, '--project DIR' names another",
    )


def set_in_file(folder: Path) -> dict[str, object]:
    """What the file of a folder sets, by dotted name; a model that lies there with its path.

    Raises:
        UsageError: it cannot be read or is not TOML.
    """
    values = _flat(_read(folder / FILE_NAME))
    model = values.get("transcribe.model")
    if isinstance(model, str) and model and (folder / model).exists():
        values["transcribe.model"] = str(folder / model)
    return values


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not TOML: {error}") from error
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error


def _flat(tables: Mapping[str, object]) -> dict[str, object]:
    flat: dict[str, object] = {}
    for table, inner in tables.items():
        if isinstance(inner, dict):
            flat.update({f"{table}.{key}": value for key, value in inner.items()})
        else:
            flat[table] = inner
    return flat
