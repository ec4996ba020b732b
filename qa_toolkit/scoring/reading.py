"""A transcript prepared for looking: whose turn is whose, and where wordings stand in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from functools import cache, cached_property

from qa_toolkit.domain.commitment import Commitment
from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.phrase import plain
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.signals import Signals
from qa_toolkit.domain.transcript import SpeakerRole, Transcript
from qa_toolkit.domain.wordings import Wordings
from qa_toolkit.scoring.finding import Index, Place, Places, Words

SHOWN_OF_A_TURN = 80
"""Characters quoted of a turn that counts as a whole."""
Indexes = Mapping[SpeakerRole, Index]
"""What is looked for in whose turns, all at once."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A transcript with its signals and what many indicators ask of them.

    Attributes:
        facts: what is known about the interaction, by lower-case name.
        indexes: what will be asked for; wordings that are not in them are looked for one by one.
    """

    transcript: Transcript
    signals: Signals
    facts: Mapping[str, str] = field(default_factory=dict)
    indexes: Indexes = field(default_factory=dict)

    def with_indexes(self, indexes: Indexes) -> "Reading":
        """The same transcript, looked through for other wordings."""
        return replace(self, indexes=indexes)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The turns' texts with plain apostrophes, each as long as the original."""
        return tuple([plain(turn.text) for turn in self.transcript.turns])

    @cached_property
    def _by_role(self) -> dict[SpeakerRole, tuple[int, ...]]:
        roles: dict[SpeakerRole, list[int]] = {}
        for index, turn in enumerate(self.transcript.turns):
            if turn.text and not turn.text.isspace():
                roles.setdefault(turn.speaker, []).append(index)
        return {role: tuple(indexes) for role, indexes in roles.items()}

    def turns_of(self, speaker: SpeakerRole) -> tuple[int, ...]:
        """Indexes of a role's turns that say something, in order."""
        return self._by_role.get(speaker, ())

    def words(self, turn: int) -> Words:
        """A turn as it is looked through."""
        words = self._words[turn]
        if words is None:
            words = self._words[turn] = Words(self.transcript.turns[turn].text)
        return words

    def places(self, wordings: Wordings, speaker: SpeakerRole) -> Sequence[Place]:
        """Where a speaker uses wordings, in order; places in the texts of `words`."""
        known = self.all_places(speaker)
        if wordings not in known:
            known |= self._looked_through(speaker, _index_of(wordings))
        return known[wordings]

    def all_places(self, speaker: SpeakerRole) -> Places:
        """The places of everything in a speaker's index; of other wordings, those asked for."""
        known = self._places.get(speaker)
        if known is None:
            index = self.indexes.get(speaker)
            known = {} if index is None else self._looked_through(speaker, index)
            self._places[speaker] = known
        return known

    def _looked_through(self, speaker: SpeakerRole, index: Index) -> Places:
        places = index.nothing()
        for turn in self.turns_of(speaker):
            index.find(turn, self.words(turn), places)
        return places

    @cached_property
    def _words(self) -> list[Words | None]:
        return [None] * len(self.transcript.turns)

    @cached_property
    def _places(self) -> dict[SpeakerRole, Places]:
        return {}

    @cached_property
    def commitments(self) -> tuple[Commitment, ...]:
        """What the agent promises, by the clock of the fact `started_at`."""
        # its patterns take 20 ms to compile, which a rubric that asks for none need not wait for
        from qa_toolkit.scoring.commitments import commitments_of

        return commitments_of(self.transcript, _moment(self.facts.get("started_at", "")))

    def found(self, place: Place, indicator: str, effect: Decimal, note: str = "") -> Evidence:
        """Evidence for a place where wordings stand, quoted as they were said."""
        turn, start, end = place
        return self.evidence(turn, *self.words(turn).original(start, end), indicator, effect, note)

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


def _moment(fact: str) -> datetime | None:
    """The moment that a fact names; None where it names none with a time zone."""
    try:
        moment = datetime.fromisoformat(fact)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


@cache
def _index_of(wordings: Wordings) -> Index:
    return Index((wordings,))


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
