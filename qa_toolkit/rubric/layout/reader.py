"""PyYAML's events one by one, with the comments that it drops found again between them."""

import re
import sys
from collections import deque
from collections.abc import Callable
from itertools import takewhile
from typing import Any

import yaml

from qa_toolkit.rubric.layout.nodes import Comment

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# between two events are only spaces, ends of lines, `-?:,`, `---`, `...` and comments
_COMMENT = re.compile(r"#[^\n]*")
_BLOCK_SIGN = re.compile(r"[|>][-+0-9]*")
_BRACKETS = ("[", "]", "{", "}")
_INDENT = re.compile(r"^ *(?=[^ \n])", re.MULTILINE)


class Events:
    """The events of a text that `strict_yaml` has read without a problem.

    Comments are collected as the events pass by, and taken by whoever they belong to.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._get = _LOADER(text).get_event
        self._next: Any = None
        self._end = 0  # of what was read last
        self._searched = 0  # for comments
        self._comments: deque[Comment] = deque()
        self.dash = 0  # where the last dash of a list stands
        self.seen: list[str] = []  # every comment so far

    def peek(self) -> Any:
        """The next event; comments before it can be taken from now on."""
        if self._next is None:
            self._next = self._get()
            self._search(self._next.start_mark.index)
        return self._next

    def next(self) -> Any:
        """The next event, which is then done with."""
        event = self.peek()
        self._next = None
        start, end = event.start_mark.index, event.end_mark.index
        if getattr(event, "style", None) in ("|", ">"):
            sign = _BLOCK_SIGN.match(self._text, start)
            end = sign.end() if sign else end  # the rest of its line may be a comment
        elif not isinstance(event, yaml.ScalarEvent) and self._text[start:end] not in _BRACKETS:
            return event  # a block begins with its first entry and ends where the next thing begins
        self._end = max(self._end, end)
        self._searched = max(self._searched, end)
        return event

    def block_lines(self, event: Any) -> tuple[str, ...]:
        """The lines of the block scalar that was just read, without their common indentation."""
        start = self._text.find("\n", self._end) + 1 or len(self._text)
        self._search(start)
        indent = self._indent_of(event.value, start)
        lines = []
        while start < len(self._text):
            stop = self._text.find("\n", start) + 1 or len(self._text)
            line = self._text[start:stop].rstrip("\n")
            if line[:indent].strip(" "):
                break
            lines.append(line[indent:])
            start = stop
        self._searched = start
        return tuple(lines)

    def goes_on(self, event: Any) -> bool:
        """Whether a scalar takes more than a line."""
        return self.apart(event.start_mark.index, event.end_mark.index)

    def apart(self, one: int, other: int) -> bool:
        """Whether two offsets lie in different lines."""
        return "\n" in self._text[one:other]

    def line_at(self, index: int) -> int:
        """Where the line begins that holds an offset."""
        return self._text.rfind("\n", 0, index) + 1

    def blank_above(self, line: int) -> bool:
        """Whether the line above the one that begins at `line` is empty."""
        above = self._text[self.line_at(max(line - 1, 0)) : line]
        return bool(above) and not above.strip()

    def take(self) -> tuple[Comment, ...]:
        """Every comment before the next event that nobody has taken."""
        return self._take_while(lambda _: True)

    def take_behind(self) -> tuple[Comment, ...]:
        """The comment behind what was read last, in the same line."""
        return self._take_while(
            lambda comment: not comment.own_line and not self.apart(self._end, comment.index)
        )

    def take_deeper(self, column: int) -> tuple[Comment, ...]:
        """Comments with lines of their own that stand as far in as `column`.

        Not directives: they are about what comes next, wherever they stand.
        """
        return self._take_while(
            lambda known: known.own_line and known.column >= column and not known.directive
        )

    def take_rest(self) -> tuple[Comment, ...]:
        """Every comment from here to the end of the text, behind the only value."""
        self._search(len(self._text))
        return tuple(self._comments)

    def give_back(self, comments: tuple[Comment, ...]) -> None:
        """Leave comments to the next one who takes some."""
        self._comments.extendleft(reversed(comments))

    def _take_while(self, wanted: Callable[[Comment], bool]) -> tuple[Comment, ...]:
        self.peek()
        taken = tuple(takewhile(wanted, self._comments))
        for _ in taken:
            self._comments.popleft()
        return taken

    def _search(self, end: int) -> None:
        """Collect the comments up to an offset."""
        start = self._searched
        if end <= start:
            return
        for found in _COMMENT.finditer(self._text, start, end):
            self.dash = max(self.dash, self._text.rfind("-", start, found.start()))
            start = found.end()
            line = self.line_at(found.start())
            own_line = not self._text[line : found.start()].strip()
            comment = Comment(
                text=found.group().rstrip(),
                index=found.start(),
                column=found.start() - line,
                own_line=own_line,
                blank=own_line and self.blank_above(line),
            )
            self._comments.append(comment)
            self.seen.append(comment.text)
        self.dash = max(self.dash, self._text.rfind("-", start, end))
        self._searched = end

    def _indent_of(self, value: str, start: int) -> int:
        """How many spaces of each line of a block scalar are indentation rather than text.

        The first line with words has those, and in front of its words what spaces the text has.
        """
        first = next((line for line in value.split("\n") if line.strip(" ")), "")
        found = _INDENT.search(self._text, start)
        if not first or found is None:
            return sys.maxsize
        return len(found.group()) - (len(first) - len(first.lstrip(" ")))


def all_comments(text: str) -> list[str]:
    """Every comment of a text, in order."""
    events = Events(text)
    while not isinstance(event := events.next(), yaml.DocumentEndEvent):
        if getattr(event, "style", None) in ("|", ">"):
            events.block_lines(event)
    events.take_rest()
    return events.seen
