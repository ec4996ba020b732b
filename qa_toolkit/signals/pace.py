"""Silence and waiting, from the times of the turns."""

from collections.abc import Iterator

from qa_toolkit.domain.signals import Gap, Overlap, Response
from qa_toolkit.domain.transcript import SpeakerRole, Transcript

_OTHER = {
    SpeakerRole.AGENT: SpeakerRole.CUSTOMER,
    SpeakerRole.CUSTOMER: SpeakerRole.AGENT,
}


def gaps(transcript: Transcript) -> Iterator[Gap]:
    """Silences between turns of a call: from the last word of all spoken so far to the next turn.

    Chat messages have no end, so a chat has no silences; its waits are responses.
    """
    latest, latest_end = -1, None
    for index, turn in enumerate(transcript.turns):
        if turn.start_s is None or turn.end_s is None:
            continue
        if latest_end is not None and turn.start_s > latest_end:
            yield Gap(after_turn=latest, start_s=latest_end, end_s=turn.start_s)
        if latest_end is None or turn.end_s > latest_end:
            latest, latest_end = index, turn.end_s


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


def overlaps(transcript: Transcript) -> Iterator[Overlap]:
    """Turns of one party that start before the other has ended, with the seconds both speak.

    Chat messages have no end, so nobody interrupts in a chat.
    """
    ends: dict[SpeakerRole, float] = {}
    for index, turn in enumerate(transcript.turns):
        other = _OTHER.get(turn.speaker)
        if other is None or turn.start_s is None or turn.end_s is None:
            continue
        both_s = min(ends.get(other, 0.0), turn.end_s) - turn.start_s
        if both_s > 0:
            yield Overlap(turn=index, both_s=both_s)
        ends[turn.speaker] = max(ends.get(turn.speaker, 0.0), turn.end_s)
