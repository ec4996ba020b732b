"""Silence and waiting, from the times of the turns."""

from collections.abc import Iterator

from qa_toolkit.domain.signals import Gap, Response
from qa_toolkit.domain.transcript import SpeakerRole, Transcript


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
