"""A YAML file as values that know where they stand."""

from dataclasses import dataclass, field
from typing import Any

from qa_toolkit.domain.problem import Problem

Path = tuple[str | int, ...]
"""Where a value stands: keys and indexes from the top, `("sections", 0, "id")`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """1-based line and column; `source` is the file, empty for the one that was asked for."""

    line: int
    column: int
    source: str = ""


@dataclass(slots=True)
class Node:
    """A value with its place. Not frozen and kept small: a large file has 100,000 of them.

    Attributes:
        value: mappings, lists and scalars.
        line: 1-based, where the value starts.
        column: 1-based.
        source: as in `Place`.
        inner: the nodes of a mapping's values by key, or of a list's items; None of a scalar.
        key_line: where the key of the value starts; 0 for what has none.
        key_column: 1-based.
    """

    value: Any
    line: int
    column: int
    source: str = ""
    inner: Any = None
    key_line: int = 0
    key_column: int = 0

    @property
    def place(self) -> Place:
        return Place(line=self.line, column=self.column, source=self.source)

    @property
    def key_place(self) -> Place:
        """Where its key starts, or the value itself where it has none."""
        if not self.key_line:
            return self.place
        return Place(line=self.key_line, column=self.key_column, source=self.source)

    def below(self, step: str | int) -> "Node | None":
        """The value of a key or the item of a list; None where there is none."""
        found: Node | None = None
        if isinstance(self.inner, dict):
            found = self.inner.get(step)
        elif isinstance(self.inner, list) and isinstance(step, int) and step < len(self.inner):
            found = self.inner[step]
        return found


@dataclass(slots=True)
class Document:
    """What a YAML file says, and where it says it.

    Attributes:
        root: the whole value; None when the file cannot be read.
        quoted: where quoted and block scalars start and end in the text (offsets), in order.
    """

    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    quoted: list[tuple[int, int]] = field(default_factory=list)

    @property
    def value(self) -> object:
        """Mappings, lists and scalars; None when the file cannot be read."""
        return self.root.value if self.root else None

    def node_at(self, path: Path) -> Node | None:
        """The value at a path; None where the file has nothing."""
        node = self.root
        for step in path:
            node = node.below(step) if node else None
        return node

    def place_of(self, path: Path) -> Place:
        """Where a value starts, or the nearest known one around it.

        A level quoted in the file is text there and a number in the rubric.
        """
        node = self.root
        for step in path:
            below = node.below(step) if node else None
            if below is None:
                break
            node = below
        return node.place if node else Place(line=1, column=1)

    def key_of(self, path: Path) -> Place:
        """Where the key of a value starts, or the nearest known place around it."""
        node = self.node_at(path)
        return node.key_place if node else self.place_of(path)

    def start_of(self, path: Path) -> Place:
        """Where a value starts; its key, where the value is a block on the lines below."""
        value, key = self.place_of(path), self.key_of(path)
        return key if key.line < value.line else value
