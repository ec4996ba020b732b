"""Silence, waiting and shares of talk, from the times and words of the turns."""

from collections.abc import Iterator

from qa_toolkit.domain.signals import Gap, Response
from qa_toolkit.domain.transcript import SpeakerRole, Transcript, Turn

PARTIES = (SpeakerRole.AGENT, SpeakerRole.CUSTOMER)


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


def agent_talk_share(transcript: Transcript) -> float | None:
    """The agent's part of the words of both parties, 0..1; None when neither said any."""
    words = dict.fromkeys(PARTIES, 0)
    for turn in transcript.turns:
        if turn.speaker in words:
            words[turn.speaker] += _word_count(turn)
    total = sum(words.values())
    return words[SpeakerRole.AGENT] / total if total else None


def agent_words_per_minute(transcript: Transcript) -> float | None:
    """The agent's speaking pace over the time of their own turns; None for chats."""
    spoken = [
        (_word_count(turn), turn.end_s - turn.start_s)
        for _, turn in transcript.turns_of(SpeakerRole.AGENT)
        if turn.start_s is not None and turn.end_s is not None
    ]
    seconds = sum(length for _, length in spoken)
    return 60 * sum(count for count, _ in spoken) / seconds if seconds else None


def _word_count(turn: Turn) -> int:
    return len(turn.text.split())
