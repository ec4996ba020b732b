"""One difference between two versions of a rubric, as a value."""

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, Protocol

from qa_toolkit.rubric.diff.codes import CODES, Effect

Kind = Literal["added", "removed", "renamed", "moved", "changed", "reordered"]
Path = tuple[str | int, ...]
"""Where a value stands in a rubric: keys and indexes from the top."""


class Spot(NamedTuple):
    """A place in a file: its name, 1-based line and column."""

    source: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.source}:{self.line}:{self.column}"


class Places(Protocol):
    """Where the values of one rubric stand."""

    def __call__(self, path: Path, /) -> Spot:
        """The place of a value, or the nearest one known around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference.

    Attributes:
        code: what sort of change it is, from `CODES`; it decides what scores are worth afterwards.
        what: the part or key that differs: `criterion`, `indicator`, `pass_mark`.
        where: the way to it in words, `("empathy.acknowledge", "indicator stock", "any")`.
        before: the value in OLD as JSON has it; None for what is new and for lists.
        after: the value in NEW; None for what is gone and for lists.
        added: entries that a list has more.
        removed: entries that a list has no more.
        note: why two ids are held for the same thing.
        old_path: its place in OLD; None for what is new.
        new_path: its place in NEW; of what is gone, the part it stood in.
        old, new: both as places in files, once they are looked up.
    """

    code: str
    kind: Kind
    what: str
    where: tuple[str, ...]
    before: object = None
    after: object = None
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    note: str = ""
    old_path: Path | None
    new_path: Path
    old: Spot | None = None
    new: Spot | None = None

    @property
    def effect(self) -> Effect:
        """What it does to scores: breaking, scoring or wording."""
        return CODES[self.code].effect

    @property
    def name(self) -> str:
        """The way to it in one text: `empathy.acknowledge › indicator stock › any`."""
        return " › ".join(self.where)

    def placed(self, old: Places | None, new: Places) -> "Change":
        """The same with its places in both files."""
        before = None if old is None or self.old_path is None else old(self.old_path)
        return replace(self, old=before, new=new(self.new_path))
