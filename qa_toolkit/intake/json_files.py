"""Small JSON files that tell about recordings."""

import json
from collections.abc import Mapping
from pathlib import Path

from qa_toolkit.errors import Unusable
from qa_toolkit.intake.columns import METADATA_COLUMNS
from qa_toolkit.intake.decoding import open_text
from qa_toolkit.intake.tables import plain_name
from qa_toolkit.intake.text import scalar, tidy


def read_record(path: Path) -> dict[str, str]:
    """The fields of a file that holds one JSON object.

    Raises:
        Unusable: it cannot be read, or holds something else.
    """
    return fields_of(load(path))


def read_records(path: Path) -> list[tuple[str, object]]:
    """The records of a JSON array, or of an object whose keys are file names, with those names.

    Raises:
        Unusable: it cannot be read, or holds something else.
    """
    value = load(path)
    if isinstance(value, dict):
        return list(value.items())
    if isinstance(value, list):
        return [("", record) for record in value]
    raise Unusable("not a JSON array", hint='write [{"file": "…", "agent": "…"}]')


def fields_of(record: object) -> dict[str, str]:
    """The filled fields of a record as text; a list or an object inside stays JSON.

    Raises:
        Unusable: it is not a JSON object.
    """
    if not isinstance(record, Mapping):
        raise Unusable("not a JSON object", hint='write {"agent": "…"} for each recording')
    told = {plain_name(name): value for name, value in record.items()}
    fields: dict[str, str] = {}
    for field, known in METADATA_COLUMNS.items():
        found = next((name for name in known if name in told), None)
        if found is not None:
            value = told.pop(found)
            fields[field] = tidy(field, value) if isinstance(value, str) else _text(value)
    fields |= {name: _text(value) for name, value in told.items() if name not in fields}
    return {name: text for name, text in fields.items() if text}


def load(path: Path) -> object:
    """What a JSON file holds.

    Raises:
        Unusable: it cannot be read, or is no JSON.
    """
    try:
        with open_text(path) as file:
            return json.load(file)
    except OSError as reason:
        raise Unusable(f"cannot be read: {reason.strerror}") from None
    except RecursionError:
        raise Unusable("nested too deeply") from None
    except json.JSONDecodeError as reason:
        raise Unusable(
            f"not JSON: {reason.msg} in line {reason.lineno}", hint="correct it, or remove the file"
        ) from None
    except ValueError as reason:
        raise Unusable(f"not JSON: {reason}") from None


def _text(value: object) -> str:
    text = scalar(value)
    return json.dumps(value, ensure_ascii=False) if text is None else text
