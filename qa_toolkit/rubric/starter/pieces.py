"""What a starter is put together from: YAML beside this module, and what is known about it."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal, get_args

from qa_toolkit.domain.interaction import Channel

Pillar = Literal["politeness", "empathy", "resolution", "ownership"]
PILLARS: tuple[Pillar, ...] = get_args(Pillar)

_PIECES = Path(__file__).parent
# the criteria of each pillar with the highest level of each, in the order of the sections' texts
CRITERIA: dict[Pillar, dict[str, int]] = {
    "politeness": {"politeness.greeting": 1, "politeness.respect": 1},
    "empathy": {"empathy.acknowledge": 2, "empathy.reassure": 1},
    "resolution": {"resolution.answer": 2, "resolution.confirmed": 1},
    "ownership": {"ownership.takes_on": 1, "ownership.promise": 2},
}
CRITICAL = "politeness.respect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a new rubric is to be.

    Attributes:
        name: an identifier: the rubric's id and the name of its file.
        channels: one or more.
        pillars: one or more, in the order of `PILLARS`.
        language: two letters.
        pass_mark: over 0, up to 100.
    """

    name: str
    title: str
    channels: tuple[Channel, ...]
    pillars: tuple[Pillar, ...]
    language: str
    pass_mark: Decimal

    @property
    def worded(self) -> bool:
        """Whether there are wordings in its language, so that the machine can rate."""
        return (_PIECES / self.language).is_dir()

    @property
    def percents(self) -> dict[Pillar, int]:
        """The weight of each section: whole percents that add up to 100, as even as they can be."""
        share, over = divmod(100, len(self.pillars))
        return {pillar: share + (n < over) for n, pillar in enumerate(self.pillars)}


def piece(*path: str) -> str:
    """The text of a piece by its path from this folder."""
    return _PIECES.joinpath(*path).read_text(encoding="utf-8")
