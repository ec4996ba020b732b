"""Files that hold a form: what kind of form it is, and JSON read so that nothing is overlooked."""

import json
from pathlib import PurePath
from typing import Any, Literal, get_args

from qa_toolkit.errors import UsageError

FormKind = Literal["rubric", "amazon-connect", "genesys", "questions"]
FORM_KINDS: tuple[FormKind, ...] = get_args(FormKind)
MAX_BYTES = 10_000_000
_MAX_DEPTH = 60
_ZIP = b"PK\x03\x04"  # a workbook is a zip archive
_KEYS: tuple[tuple[str, FormKind], ...] = (
    ("questionGroups", "genesys"),
    ("evaluationForm", "genesys"),
    ("EvaluationForm", "amazon-connect"),
    ("Resources", "amazon-connect"),
    ("Properties", "amazon-connect"),
    ("Items", "amazon-connect"),
    ("sections", "rubric"),
)
_SUFFIXES: dict[str, FormKind] = {".yaml": "rubric", ".yml": "rubric"}


def kind_of(data: bytes, source: str) -> FormKind:
    """What kind of form a file holds, by its content and, for text, by its suffix.

    Raises:
        UsageError: it is JSON, but no form that is known.
    """
    if data.startswith(_ZIP):
        return "questions"
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        value = read_json(data, source)
        known = value if isinstance(value, dict) else {}
        for key, kind in _KEYS:
            if key in known:
                return kind
        raise UsageError(
            f"{source}: JSON, but neither an Amazon Connect nor a Genesys evaluation form",
            hint="the one has 'Items', the other 'questionGroups'; say which with --from",
        )
    return _SUFFIXES.get(PurePath(source).suffix.lower(), "questions")


def read_json(data: bytes, source: str) -> object:
    """The value of a JSON document in UTF-8, UTF-16 or UTF-32.

    Raises:
        UsageError: it is no JSON, or gives a key twice, which would hide the first value.
    """
    try:
        text = data.decode(json.detect_encoding(data))
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except UnicodeDecodeError:
        raise UsageError(f"{source}: not UTF-8 text", hint="save the form as UTF-8") from None
    except RecursionError:
        raise UsageError(f"{source}: nested too deeply, not a form") from None
    except json.JSONDecodeError as error:
        place = f"{source}:{error.lineno}:{error.colno}"
        raise UsageError(f"{place}: not JSON: {error.msg}") from None
    except ValueError as error:
        raise UsageError(f"{source}: {error}") from None
    if _depth(value) > _MAX_DEPTH:
        raise UsageError(f"{source}: nested too deeply, not a form")
    return value


def _depth(value: object) -> int:
    depth, level = 0, [value]
    while level and depth <= _MAX_DEPTH:
        depth += 1
        holders = [held for held in level if isinstance(held, dict | list)]
        level = [
            inner
            for held in holders
            for inner in (held.values() if isinstance(held, dict) else held)
        ]
    return depth


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    known: dict[str, Any] = {}
    for key, value in pairs:
        if key in known:
            raise ValueError(f"the key '{key[:60]}' is given twice in one object")
        known[key] = value
    return known


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no number in JSON")
