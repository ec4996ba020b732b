"""A YAML file as its author laid it out: values in their order, with every comment in its place."""

import re
from dataclasses import dataclass
from typing import Literal

_DIRECTIVE = re.compile(r"#\s*qa:", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment, from its `#` to the end of the line.

    Attributes:
        index: 0-based, where it starts in the text.
        column: 0-based, where it starts in its line.
        own_line: nothing but spaces stands before it.
        blank: an empty line stands above it.
    """

    text: str
    index: int
    column: int
    own_line: bool
    blank: bool

    @property
    def directive(self) -> bool:
        """Whether it is for the toolkit, `# qa: disable=R204`, so that its place has a meaning."""
        return _DIRECTIVE.match(self.text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """Text, a number, a word such as `true`, or nothing at all.

    Attributes:
        style: `"`, `'`, `|` or `>`; empty for plain.
        lines: of a block scalar, as written but for their common indentation.
        several_lines: a plain or quoted scalar that goes on in a next line.
        foot: comments below a key without a value, further in than the key.
    """

    value: str
    style: str
    lines: tuple[str, ...] = ()
    several_lines: bool = False
    foot: tuple[Comment, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is written at all."""
        return not self.value and not self.style


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A key with its value, or an item of a list.

    Attributes:
        key: None for an item of a list.
        head: comments above it.
        blank: an empty line stands above it, below its head.
        notes: comments from its key or dash to the end of a value of one line.
        tail: comments behind the closing bracket of its value.
        dash_alone: its value begins in a line below its dash.
    """

    key: Scalar | None
    value: "Scalar | Collection"
    head: tuple[Comment, ...]
    blank: bool
    notes: tuple[Comment, ...]
    tail: tuple[Comment, ...]
    dash_alone: bool = False

    @property
    def silenced(self) -> bool:
        """Whether a directive is about this very entry."""
        return any(comment.directive for comment in self.head) or self.silenced_behind

    @property
    def silenced_behind(self) -> bool:
        """Whether a directive stands behind it, and so is about all that begins in its line."""
        return any(comment.directive for comment in (*self.notes, *self.tail))


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """A mapping or a list.

    Attributes:
        flow: written in brackets.
        notes: comments behind the opening bracket.
        foot: comments below the last entry.
        apart: where an empty line is wanted between entries: between all of them, or around
            those that take several lines.
    """

    mapping: bool
    flow: bool
    entries: tuple[Entry, ...]
    notes: tuple[Comment, ...] = ()
    foot: tuple[Comment, ...] = ()
    apart: Literal["no", "all", "blocks"] = "no"


Node = Scalar | Collection


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A whole file.

    Attributes:
        head: the comments about the file, which stay at the top.
        blank: an empty line stands below them.
        comments: the texts of all comments, in order.
    """

    head: tuple[Comment, ...]
    blank: bool
    root: Collection
    comments: tuple[str, ...]
