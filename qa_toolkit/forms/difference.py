"""What a conversion could not carry over as it was, as values: all of it is listed."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["lost", "changed", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Something that one side says and the other cannot say, or says otherwise.

    Attributes:
        kind: lost; changed: it is there but means something else; note: a name, an assumption or
            a choice that changes no score.
        place: where it stands in the source, `Items[0].Section.Weight` or `B7`.
        what: what stands there.
        became: what it is on the other side.
    """

    kind: Kind
    place: str
    what: str
    became: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.place}: {self.what} → {self.became}"


class Differences:
    """Collects differences in the order in which they are met; the same one is kept once."""

    def __init__(self) -> None:
        self._found: dict[Difference, None] = {}

    @property
    def found(self) -> tuple[Difference, ...]:
        """All of them."""
        return tuple(self._found)

    def lost(self, place: str, what: str, became: str = "left out") -> None:
        """Note what has no counterpart."""
        self.add("lost", place, what, became)

    def changed(self, place: str, what: str, became: str) -> None:
        """Note what means something else now."""
        self.add("changed", place, what, became)

    def note(self, place: str, what: str, became: str) -> None:
        """Note what changes no score."""
        self.add("note", place, what, became)

    def add(self, kind: Kind, place: str, what: str, became: str) -> None:
        """Note a difference of any kind."""
        self._found[Difference(kind=kind, place=place, what=what, became=became)] = None
