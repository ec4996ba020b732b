"""Strict YAML 1.2 with a line and column for every value.

PyYAML reads YAML 1.1, where `no` is False, `1:30` is 90 and `0123` is 83. Here plain scalars
follow the 1.2 core schema, keys are unique, and aliases (the way to a bomb) are refused.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from qa_toolkit.domain.problem import Problem

MAX_BYTES = 5_000_000
MAX_DEPTH = 40

Path = tuple[str | int, ...]
"""Where a value stands: keys and indexes from the top, `("sections", 0, "id")`."""

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
        node = _compose(text)
        document.value = _value(node, (), document, source)
    except _Refused as refused:
        document.problems.append(_problem(source, refused.message, refused.place))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = _place(mark) if mark else Place(line=1, column=1)
        what = error.problem or error.context or "not YAML"
        document.problems.append(_problem(source, f"cannot be read as YAML: {what}", place))
    except yaml.YAMLError as error:
        message = f"cannot be read as YAML: {str(error).splitlines()[0]}"
        document.problems.append(_problem(source, message, Place(line=1, column=1)))
    return document


def _compose(text: str) -> yaml.Node:
    """The node tree, with aliases and deep nesting refused while the events still stream by."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise _Refused("aliases (*name) are not allowed; repeat the value", _mark(event))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise _Refused(f"nested deeper than {MAX_DEPTH} levels", _mark(event))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    if node is None:
        raise _Refused("the file is empty", Place(line=1, column=1))
    return node


def _value(node: yaml.Node, path: Path, document: Document, source: str) -> object:
    document.places[path] = _place(node.start_mark)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, document, source)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*path, i), document, source) for i, item in enumerate(node.value)]
    return _scalar(node)


def _mapping(
    node: yaml.MappingNode, path: Path, document: Document, source: str
) -> dict[str | int, object]:
    result: dict[str | int, object] = {}
    for key_node, value_node in node.value:
        place = _place(key_node.start_mark)
        if not isinstance(key_node, yaml.ScalarNode):
            document.problems.append(_problem(source, "a key must be a plain word", place))
            continue
        read = _scalar(key_node)
        key = read if type(read) is int else str(key_node.value)
        if key in result:
            first = document.keys[(*path, key)].line
            message = f"the key '{key}' is given twice, first in line {first}"
            document.problems.append(_problem(source, message, place, code="R002"))
            continue
        document.keys[(*path, key)] = place
        result[key] = _value(value_node, (*path, key), document, source)
    return result


def _scalar(node: yaml.Node) -> object:
    """A scalar by the YAML 1.2 core schema; quoted text stays text."""
    text = str(node.value)
    if getattr(node, "style", None) is not None:
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
