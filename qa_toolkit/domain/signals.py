"""Measured facts about an interaction, without judgement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa_toolkit.domain.transcript import SpeakerRole

SHORTEST_SILENCE_S = 2.0
"""Shorter silences are how people take turns: Calabrio counts gaps of two seconds or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A stretch of a call in which nobody says a word, in seconds, behind some turn.

    It may lie within that turn, where its words show a pause.
    """

    after_turn: int
    start_s: float
    end_s: float

    @property
    def length_s(self) -> float:
        return self.end_s - self.start_s


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Music or ringing while nobody says a word, once the call has been answered; in seconds.

    Ringing is what is heard while the caller is put through. `after_turn` is the turn before it.
    """

    after_turn: int
    start_s: float
    end_s: float

    @property
    def length_s(self) -> float:
        return self.end_s - self.start_s


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Music or ringing before anybody has said a word: the call is not answered yet; in seconds."""

    start_s: float
    end_s: float

    @property
    def length_s(self) -> float:
        return self.end_s - self.start_s


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """How long a party waited for an answer: the answering turn and the wait in seconds."""

    turn: int
    waited_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Speech that begins while the other party still speaks.

    Attributes:
        turn: whose it is.
        start_s: when it begins, in seconds from the start.
        both_s: for how many seconds both speak.
    """

    turn: int
    start_s: float
    both_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """How much one person speaks in a call.

    Attributes:
        party: tells several people of one role apart, as `Turn.party` does.
        speaking_s: seconds of speech, short pauses between words included.
        words: how many words were recognised.
        share: of the seconds of all who speak, 0..1.
        words_per_minute: over the speaking time; None for so few words that it would say nothing.
        loudness_db: mean level while speaking, in decibels below full scale; None where unknown.
    """

    speaker: SpeakerRole
    party: str
    speaking_s: float
    words: int
    share: float
    words_per_minute: float | None
    loudness_db: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What was measured on one transcript. What only calls have is empty for chats.

    Attributes:
        sentiment: VADER compound in -1..1 of the customer's turns, aligned with the transcript's
            turns; None for everybody else's: an agent's empathy reads as negative.
        timed: whether the turns carry times at all; without them gaps and responses are empty
            because they are unknown, not because there were none.
        gaps: stretches between first and last word in which nobody speaks, in order.
        agent_responses: the agent's answers to the customer, in order, with the waits.
        overlaps: speech of agent or customer that begins within the other's, in order.
        holds: music and ringing among the words and after them, in order.
        waits: music and ringing before the first word, in order.
        talk: one for each person who speaks in a call, in the order in which they begin.
    """

    sentiment: tuple[float | None, ...]
    timed: bool
    gaps: tuple[Gap, ...] = ()
    agent_responses: tuple[Response, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    holds: tuple[Hold, ...] = ()
    waits: tuple[Wait, ...] = ()
    talk: tuple[Talk, ...] = ()

    @property
    def silences(self) -> tuple[Gap, ...]:
        """The gaps without the holds within them: what is left of a gap before and after."""
        if not self.holds:
            return self.gaps
        return tuple(part for gap in self.gaps for part in _outside(gap, self.holds))

    @property
    def dead_air_s(self) -> float | None:
        """All silences of two seconds or more, in seconds (Calabrio); None where it is unknown."""
        if not (self.timed and self.talk):
            return None
        lengths = (silence.length_s for silence in self.silences)
        return sum(length for length in lengths if length >= SHORTEST_SILENCE_S)

    @property
    def talk_over_s(self) -> float | None:
        """For how many seconds agent and customer both speak; None where it is unknown."""
        if not (self.timed and self.talk):
            return None
        return sum(overlap.both_s for overlap in self.overlaps)


def _outside(gap: Gap, holds: Sequence[Hold]) -> Iterator[Gap]:
    start_s = gap.start_s
    for hold in holds:
        if hold.end_s <= start_s or hold.start_s >= gap.end_s:
            continue
        if hold.start_s > start_s:
            yield Gap(after_turn=gap.after_turn, start_s=start_s, end_s=hold.start_s)
        start_s = hold.end_s
    if start_s < gap.end_s:
        yield Gap(after_turn=gap.after_turn, start_s=start_s, end_s=gap.end_s)
