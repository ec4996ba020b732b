"""Later contacts of a customer, prepared for looking: many promises ask for the same wordings."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.transcript import SpeakerRole, Transcript
from qa_toolkit.scoring.commitments.patterns import lowered

Quote = tuple[int | None, str]
"""A turn with what was said in it; no turn for a contact as such."""
_Finds = Sequence[tuple[int, re.Match[str]]]


@dataclass(frozen=True, kw_only=True)
class Contact:
    """A later contact of the same customer, with its words where there are any."""

    interaction: Interaction
    transcript: Transcript | None = None
    _found: dict[tuple[SpeakerRole, re.Pattern[str]], _Finds] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def began(self) -> datetime:
        """When it began; the beginning of time where nobody knows."""
        return self.interaction.started_at or datetime.min.replace(tzinfo=UTC)

    @cached_property
    def _said(self) -> dict[SpeakerRole, list[tuple[int, str]]]:
        words = self.transcript
        return {
            role: [] if words is None else [(n, lowered(t.text)) for n, t in words.turns_of(role)]
            for role in (SpeakerRole.AGENT, SpeakerRole.CUSTOMER)
        }

    def finds(self, role: SpeakerRole, pattern: re.Pattern[str]) -> _Finds:
        """Where a wording stands in a role's turns; looked for once, however many promises ask."""
        key = role, pattern
        if key not in self._found:
            said = self._said[role]
            self._found[key] = [(n, m) for n, text in said for m in pattern.finditer(text)]
        return self._found[key]

    def is_among_first(self, role: SpeakerRole, turn: int, number: int) -> bool:
        """Whether a turn is one of the role's first ones."""
        return turn in [index for index, _ in self._said[role][:number]]

    def quote(self, turn: int, found: re.Match[str]) -> Quote:
        """What was found, as it was said."""
        words = self.transcript
        return turn, "" if words is None else words.turns[turn].text[slice(*found.span())]


def in_order(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Those with a known beginning, the earliest first."""
    known = [contact for contact in contacts if contact.interaction.started_at is not None]
    return tuple(sorted(known, key=lambda contact: (contact.began, contact.interaction.id)))
