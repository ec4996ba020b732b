"""Strict YAML 1.2 with a line and column for every value.

PyYAML reads YAML 1.1, where `no` is False, `1:30` is 90 and `0123` is 83. Here plain scalars
follow the 1.2 core schema, keys are unique, and aliases (the way to a bomb) are refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from qa_toolkit.domain.problem import Problem

MAX_BYTES = 1_000_000
MAX_DEPTH = 40

Path = tuple[str | int, ...]
"""Where a value stands: keys and indexes from the top, `("sections", 0, "id")`."""

# much faster where PyYAML was built with its C library; places are the same, but for empty values
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS: dict[str, object] = {
    "null": None, "Null": None, "NULL": None, "~": None, "": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """1-based line and column."""

    line: int
    column: int


@dataclass(slots=True)
class Document:
    """What a YAML file says, and where it says it.

    Attributes:
        value: mappings, lists and scalars; None when the file cannot be read at all.
        places: where each value starts.
        keys: where the key of a mapping's value starts.
    """

    value: object = None
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place_of(self, path: Path) -> Place:
        """Where a value starts, or the nearest known one around it.

        A level quoted in the file is text there and a number in the rubric.
        """
        known = (path[:length] for length in range(len(path), 0, -1))
        return next((self.places[p] for p in known if p in self.places), Place(line=1, column=1))


class _Refused(Exception):
    def __init__(self, message: str, place: Place) -> None:
        super().__init__(message)
        self.message = message
        self.place = place


def read_yaml(text: str, source: str) -> Document:
    """Read one YAML document; whatever is wrong with it is in `problems`, never raised."""
    document = Document()
    if len(text) > MAX_BYTES:
        document.problems.append(
            Problem(source=source, code="R001", message=f"larger than {MAX_BYTES:,} characters")
        )
        return document
    try:
        document.value = _whole(yaml.parse(text, Loader=_LOADER), document, source)
    except _Refused as refused:
        document.problems.append(_problem(source, refused.message, refused.place))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = _place(mark) if mark else Place(line=1, column=1)
        what = error.problem or error.context or "not YAML"
        document.problems.append(_problem(source, f"cannot be read as YAML: {what}", place))
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        message = f"cannot be read as YAML: {str(error).splitlines()[0]}"
        document.problems.append(_problem(source, message, Place(line=1, column=1)))
    return document


def _whole(events: Iterator[yaml.Event], document: Document, source: str) -> object:
    """The value of the only document, built while the events stream by."""
    value: object = None
    documents = 0
    for event in events:
        if not isinstance(event, yaml.DocumentStartEvent):
            continue
        documents += 1
        if documents > 1:
            raise _Refused("cannot be read as YAML: more than one document", _mark(event))
        value = _value(next(events), events, (), document, source)
    if not documents:
        raise _Refused("the file is empty", Place(line=1, column=1))
    return value


def _value(
    event: yaml.Event, events: Iterator[yaml.Event], path: Path, document: Document, source: str
) -> object:
    if isinstance(event, yaml.AliasEvent):
        raise _Refused("aliases (*name) are not allowed; repeat the value", _mark(event))
    document.places[path] = _mark(event)
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event)
    if len(path) >= MAX_DEPTH:
        raise _Refused(f"nested deeper than {MAX_DEPTH} levels", _mark(event))
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(events, path, document, source)
    items: list[object] = []
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        items.append(_value(event, events, (*path, len(items)), document, source))
    return items


def _mapping(
    events: Iterator[yaml.Event], path: Path, document: Document, source: str
) -> dict[str | int, object]:
    result: dict[str | int, object] = {}
    lines: dict[str, int] = {}  # by the key's text: 1 and "1" are the same level of a scale
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        place = _mark(event)
        key = _key(event, events, path, source)
        if key is None:
            document.problems.append(_problem(source, "a key must be a plain word", place))
        elif str(key) in lines:
            message = f"the key '{key}' is given twice, first in line {lines[str(key)]}"
            document.problems.append(_problem(source, message, place, code="R002"))
        else:
            lines[str(key)] = place.line
            document.keys[(*path, key)] = place
            result[key] = _value(next(events), events, (*path, key), document, source)
            continue
        _value(next(events), events, (*path, 0), Document(), source)
    return result


def _key(
    event: yaml.Event, events: Iterator[yaml.Event], path: Path, source: str
) -> str | int | None:
    """A key as text or whole number; None for what cannot be one, which is passed over."""
    if isinstance(event, yaml.ScalarEvent):
        read = _scalar(event)
        return read if type(read) is int else str(event.value)
    _value(event, events, (*path, 0), Document(), source)
    return None


def _scalar(event: yaml.ScalarEvent) -> object:
    """A scalar by the YAML 1.2 core schema; quoted text stays text."""
    text = str(event.value)
    if event.style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text) and len(text) <= 18:
        return int(text)
    if _FLOAT.fullmatch(text) and len(text) <= 40:
        return float(text)
    return text


def _problem(source: str, message: str, place: Place, code: str = "R001") -> Problem:
    return Problem(source=source, message=message, line=place.line, column=place.column, code=code)


def _mark(event: yaml.Event) -> Place:
    return _place(event.start_mark) if event.start_mark else Place(line=1, column=1)


def _place(mark: Any) -> Place:  # PyYAML has two kinds of mark, with and without its C library
    return Place(line=mark.line + 1, column=mark.column + 1)
