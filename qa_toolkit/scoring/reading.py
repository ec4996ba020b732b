"""A transcript prepared for looking: whose turn is whose, and the text patterns are run on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.phrase import plain
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.signals import Signals
from qa_toolkit.domain.transcript import SpeakerRole, Transcript

_WORD = re.compile(r"\w+")
SHOWN_OF_A_TURN = 80
"""Characters quoted of a turn that counts as a whole."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A transcript with its signals and what many indicators ask of them.

    Attributes:
        facts: what is known about the interaction, by lower-case name.
    """

    transcript: Transcript
    signals: Signals
    facts: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The turns' texts with plain apostrophes, each as long as the original."""
        return tuple(plain(turn.text) for turn in self.transcript.turns)

    @cached_property
    def words(self) -> tuple[frozenset[str], ...]:
        """The turns' words in lower case, letters only."""
        return tuple(frozenset(_WORD.findall(text.lower())) for text in self.texts)

    @cached_property
    def _by_role(self) -> dict[SpeakerRole, tuple[int, ...]]:
        roles: dict[SpeakerRole, list[int]] = {role: [] for role in SpeakerRole}
        for index, turn in enumerate(self.transcript.turns):
            roles[turn.speaker].append(index)
        return {role: tuple(indexes) for role, indexes in roles.items()}

    def turns_of(self, speaker: SpeakerRole) -> tuple[int, ...]:
        """Indexes of a role's turns, in order."""
        return self._by_role[speaker]

    def evidence(
        self, turn: int, start: int, end: int, indicator: str, effect: Decimal, note: str = ""
    ) -> Evidence:
        """Evidence for the characters `start` to `end` of a turn, quoted as they were said."""
        quote = self.transcript.turns[turn].text[start:end]
        return Evidence(
            turn=turn, start=start, end=end, quote=quote, indicator=indicator, effect=effect,
            note=note,
        )  # fmt: skip

    def whole_turn(self, turn: int, indicator: str, effect: Decimal, note: str) -> Evidence:
        """Evidence for a turn as such: its first words, with what was measured as a note."""
        end = min(len(self.transcript.turns[turn].text), SHOWN_OF_A_TURN)
        return self.evidence(turn, 0, end, indicator, effect, note)


@dataclass(frozen=True, slots=True, kw_only=True)
class CannotTell:
    """An indicator that has nothing to look at, and why.

    Attributes:
        status: `not_applicable` where a person would see no more than we do, `needs_review` where
            one could still listen.
    """

    reason: str
    status: RatingStatus = RatingStatus.NOT_APPLICABLE


Found = tuple[Evidence, ...] | CannotTell
