"""Silence, talk-over and waiting, from the times of speech."""

from collections.abc import Iterator, Sequence

from qa_toolkit.domain.signals import Gap, Overlap, Response
from qa_toolkit.domain.transcript import OTHER_PARTY, SpeakerRole, Transcript, Turn
from qa_toolkit.signals.speech import Stretch


def gaps(speech: Sequence[Stretch]) -> Iterator[Gap]:
    """Stretches in which nobody speaks: from the last word of all so far to the next one.

    Chat messages have no end, so a chat has no silences; its waits are responses.
    """
    latest, latest_end = -1, None
    for start_s, end_s, turn in speech:
        if latest_end is not None and start_s > latest_end:
            yield Gap(after_turn=latest, start_s=latest_end, end_s=start_s)
        if latest_end is None or end_s > latest_end:
            latest, latest_end = turn, end_s


def agent_responses(transcript: Transcript) -> Iterator[Response]:
    """The agent's first turn after each run of customer turns, with the wait for it.

    The wait counts from the first unanswered customer turn: who writes twice has waited since
    the first message. Bots and notices in between answer nothing.
    """
    waiting_since: float | None = None
    for index, turn in enumerate(transcript.turns):
        if turn.speaker is SpeakerRole.CUSTOMER and waiting_since is None:
            waiting_since = turn.end_s if turn.end_s is not None else turn.start_s
        elif turn.speaker is SpeakerRole.AGENT:
            if waiting_since is not None and turn.start_s is not None:
                yield Response(turn=index, waited_s=max(0.0, turn.start_s - waiting_since))
            waiting_since = None


def overlaps(turns: Sequence[Turn], speech: Sequence[Stretch]) -> Iterator[Overlap]:
    """Speech of one party that begins while the other speaks, with the seconds both do.

    An "mm-hm" in a pause of the other is none. Chat messages have no end, so nobody interrupts in
    a chat.
    """
    ends: dict[SpeakerRole, float] = {}
    for start_s, end_s, turn in speech:
        speaker = turns[turn].speaker
        other = OTHER_PARTY.get(speaker)
        if other is None:
            continue
        both_s = min(ends.get(other, 0.0), end_s) - start_s
        if both_s > 0:
            yield Overlap(turn=turn, start_s=start_s, both_s=both_s)
        ends[speaker] = max(ends.get(speaker, 0.0), end_s)
