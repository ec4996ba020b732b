"""Strict YAML 1.2 with a line and column for every value.

PyYAML reads YAML 1.1, where `no` is False, `1:30` is 90 and `0123` is 83. Here plain scalars
follow the 1.2 core schema, keys are unique, and what nobody has a use for here is refused: aliases
(the way to a bomb), tags, directives, merge keys, a second document.
"""

import re
import sys
from typing import Any

import yaml

from qa_toolkit.domain.problem import Problem
from qa_toolkit.strict_yaml.advice import (
    NO_CHARACTER,
    NO_DIRECTIVE,
    NO_TAG,
    QUOTE_TAG,
    Advice,
    advice,
)
from qa_toolkit.strict_yaml.characters import NO_TAB, TAB, at, odd_character, stray_tab
from qa_toolkit.strict_yaml.core_schema import plain_value
from qa_toolkit.strict_yaml.document import Document, Node, Path, Place

__all__ = ["MAX_BYTES", "Document", "Path", "Place", "plain_value", "read_yaml"]

MAX_BYTES = 2_000_000
MAX_DEPTH = 40
MAX_VALUES = 100_000
MAX_PROBLEMS = 100

# much faster where PyYAML was built with its C library; values, places and refusals are the same
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INFINITE = float("inf")
_NO_SPACE = tuple(",?[]{}")
"""What cannot stand right behind the colon of a key that is not quoted."""
_CONTENT = re.compile(r"^ *(?P<sign>[^\s#])", re.MULTILINE)
_BLANK = re.compile(r"\s+|#.*")


class _Refused(Exception):
    """What makes the rest of a file unreadable."""

    def __init__(self, advice: Advice) -> None:
        super().__init__(advice.message)
        self.advice = advice


def read_yaml(text: str, source: str, origin: str = "", kind: str = "rubric") -> Document:
    r"""Read one YAML document; whatever is wrong with it is in `problems`, never raised.

    Args:
        text: with `\n` at the end of lines.
        source: names the file in problems.
        origin: names the file in places; empty for the file that was asked for.
        kind: what the file is, in a word for people.
    """
    reader = _Reader(text, source, origin, kind)
    document = Document(problems=reader.problems, quoted=reader.quoted)
    if (unread := _unread(text, kind)) is not None:
        reader.tell(unread)
        return document
    root, stopped, reached = None, None, (0, 0)
    try:
        root = reader.whole()
    except _Refused as refused:
        stopped = refused.advice
        reached = _place(stopped)
    except yaml.MarkedYAMLError as error:
        stopped = advice(text, error, reader.last)
        reached = _reached(error)
    tab = stray_tab(text, reader.quoted)
    if tab is not None and (stopped is None or _place(tab) <= reached):
        reader.problems[:] = [one for one in reader.problems if _place(one) < _place(tab)]
        stopped = tab
    for found in [stopped] if stopped else reader.glued[:MAX_PROBLEMS]:
        reader.tell(found)
    if stopped is None and reader.sound and not reader.glued:
        document.root = root
    return document


def _reached(error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """Up to where a parser read: not into the quotation of which it did not find the end."""
    if error.context_mark and "quoted scalar" in (error.context or ""):
        return error.context_mark.line + 1, error.context_mark.column
    mark = error.problem_mark
    return (mark.line + 1, sys.maxsize) if mark else (0, 0)


def _place(found: Advice | Problem) -> tuple[int, int]:
    return found.line or 0, found.column or 0


def _unread(text: str, kind: str) -> Advice | None:
    """What is refused without being parsed."""
    if len(text) > MAX_BYTES:
        return Advice(f"larger than {MAX_BYTES:,} characters, not a {kind}", "", 1, 1)
    first = _CONTENT.search(text)
    if first is not None and first["sign"] == "%":
        return at(text, first.start("sign"), NO_DIRECTIVE, "")
    return odd_character(text)


class _Reader:
    """Builds the only document of a text while PyYAML's events stream by."""

    def __init__(self, text: str, source: str, origin: str, kind: str) -> None:
        self.kind = kind
        self.text = text
        self.source = source
        self.origin = origin
        self.problems: list[Problem] = []
        self.quoted: list[tuple[int, int]] = []
        self.glued: list[Advice] = []  # told only if nothing else is wrong with the text
        self.sound = True
        self.values = 0
        self.last: Any = None
        self.next: Any = None

    def whole(self) -> Node:
        """The only document.

        Raises:
            _Refused: the file holds what makes the rest unreadable.
            yaml.MarkedYAMLError: it is not YAML.
        """
        loader = _LOADER(self.text)
        self.next = loader.get_event
        try:
            self.next()  # the start of the stream
            start = self.next()
            if type(start) is yaml.StreamEndEvent:
                raise _Refused(Advice("the file is empty", "", 1, 1))
            root = self.node(self.next(), 0)
            self.end(self.next())
        finally:
            loader.dispose()
        return root

    def end(self, event: Any) -> None:
        """Nothing but comments may follow; what does is not even parsed."""
        offset = event.end_mark.index if event.explicit else event.start_mark.index
        while (blank := _BLANK.match(self.text, offset)) is not None:
            offset = blank.end()
        if offset == len(self.text):
            return
        if self.text[offset] == "%":
            raise _Refused(at(self.text, offset, NO_DIRECTIVE, ""))
        if event.explicit or self.text.startswith("---", offset):
            message = "the file holds more than one document"
            raise _Refused(at(self.text, offset, message, f"one {self.kind} a file"))
        message = "text behind the end of what began the file"
        raise _Refused(at(self.text, offset, message, "is the indentation right?"))

    def node(self, event: Any, depth: int) -> Node:
        """The value that an event begins."""
        mark, kind = event.start_mark, type(event)
        self.last = event
        self.values += 1
        if self.values > MAX_VALUES:
            raise _Refused(_at(mark, f"more than {MAX_VALUES:,} values, not a {self.kind}"))
        if kind is yaml.AliasEvent:
            hint = "repeat the value; text that begins with '*' needs quotation marks"
            self.refuse("aliases (*name) are not read", mark, hint)
            return Node(None, mark.line + 1, mark.column + 1, self.origin)
        if event.anchor is not None:
            hint = "remove it; text that begins with '&' needs quotation marks"
            self.refuse("anchors (&name) are not read", mark, hint)
        if event.tag is not None:
            self.refuse(NO_TAG, mark, QUOTE_TAG)
        if kind is yaml.ScalarEvent:
            return Node(self.scalar(event), mark.line + 1, mark.column + 1, self.origin)
        if depth >= MAX_DEPTH:
            raise _Refused(_at(mark, f"nested deeper than {MAX_DEPTH} levels"))
        if kind is yaml.MappingStartEvent:
            return self.mapping(mark, depth + 1)
        return self.items(mark, depth + 1)

    def items(self, start: Any, depth: int) -> Node:
        inner: list[Node] = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            inner.append(self.node(event, depth))
        self.last = event
        value = [node.value for node in inner]
        return Node(value, start.line + 1, start.column + 1, self.origin, inner)

    def mapping(self, start: Any, depth: int) -> Node:
        value: dict[str | int, Any] = {}
        inner: dict[str | int, Node] = {}
        lines: dict[str, int] = {}  # by the key's text: 1 and "1" are the same level of a scale
        while type(event := self.next()) is not yaml.MappingEndEvent:
            mark = event.start_mark
            key = self.key(event, depth)
            node = self.node(self.next(), depth)
            if key is None:
                continue
            if (known := str(key)) in lines:
                message = f"the key '{_short(known)}' is given twice, first in line {lines[known]}"
                self.add(_at(mark, message), "R002")
                continue
            lines[known] = node.key_line = mark.line + 1
            node.key_column = mark.column + 1
            if node.value is None:  # the libraries disagree on where nothing begins
                node.line, node.column = node.key_line, node.key_column
            value[key], inner[key] = node.value, node
        self.last = event
        return Node(value, start.line + 1, start.column + 1, self.origin, inner)

    def key(self, event: Any, depth: int) -> str | int | None:
        """A key as text or whole number; None for what cannot be one, which is passed over."""
        self.values -= 1
        node = self.node(event, depth)
        if type(event) is not yaml.ScalarEvent:
            self.add(_at(event.start_mark, "a key must be a plain word"))
            return None
        if event.value == "<<" and not event.style:
            hint = "repeat the keys, or build on another rubric with 'extends'"
            self.add(_at(event.start_mark, "merge keys (<<) are not read", hint), "R003")
            return None
        return node.value if type(node.value) is int else str(event.value)

    def scalar(self, event: Any) -> object:
        """A scalar by the YAML 1.2 core schema; quoted text stays text."""
        text: str = event.value
        start, end = event.start_mark, event.end_mark.index
        if event.style:
            # behind the sign of a block scalar, its line may hold a comment
            lead = self.text.find("\n", start.index) if event.style in "|>" else start.index
            self.quoted.append((lead, end))
            if event.style in "|>" and text.lstrip("\n").startswith("\t"):
                self.tab_for_indent(start.index, lead)
            if event.style == '"' and odd_character(text) is not None:
                self.refuse(NO_CHARACTER, start, "leave the escape out")
            return text
        if self.text[end : end + 1] == ":" and self.text[end + 1 : end + 2] in _NO_SPACE:
            raise _Refused(_at(event.end_mark, "a space is missing behind the colon"))
        if event.end_mark.line > start.line:
            self.glued_items(start, end)
        value = plain_value(text)
        if type(value) is float and abs(value) == _INFINITE:
            self.refuse(f"'{_short(text)}' is too large for a number", start)
        return value

    def tab_for_indent(self, start: int, lead: int) -> None:
        """A block of text whose first line begins with a tab; the parser in C stumbles over it."""
        if not re.search(r"\d", self.text[start:lead]):  # without its indentation given
            raise _Refused(at(self.text, self.text.index("\t", lead), TAB, NO_TAB))

    def glued_items(self, start: Any, end: int) -> None:
        """List items indented so deep that YAML takes them for more of the text above."""
        if len(self.glued) > MAX_PROBLEMS:
            return
        lines = self.text[start.index : end].split("\n")
        for number, line in enumerate(lines[1:], start=start.line + 2):
            if (behind := line.lstrip()).startswith("- "):
                message = "this list item would be part of the text above"
                hint = "items of one list begin in the same column"
                self.glued.append(Advice(message, hint, number, len(line) - len(behind) + 1))

    def refuse(self, message: str, mark: Any, hint: str = "") -> None:
        """Tell what makes values doubtful, and read on for more of it."""
        self.sound = False
        self.add(_at(mark, message, hint))

    def add(self, found: Advice, code: str = "R001") -> None:
        """Tell a problem that does not keep the rest from being read."""
        if len(self.problems) >= MAX_PROBLEMS:
            message = f"after {MAX_PROBLEMS} mistakes the rest was not read"
            raise _Refused(found._replace(message=message, hint=""))
        self.tell(found, code)

    def tell(self, found: Advice, code: str = "R001") -> None:
        problem = Problem(
            source=self.source,
            message=found.message,
            hint=found.hint,
            line=found.line,
            column=found.column,
            code=code,
        )
        self.problems.append(problem)


def _at(mark: Any, message: str, hint: str = "") -> Advice:
    return Advice(message, hint, mark.line + 1, mark.column + 1)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"
