"""All signals of one transcript, in one value."""

from qa_toolkit.domain.signals import Signals
from qa_toolkit.domain.transcript import SpeakerRole, Transcript
from qa_toolkit.signals import pace
from qa_toolkit.signals.holds import held, holds, waits
from qa_toolkit.signals.sentiment import compound
from qa_toolkit.signals.speech import stretches
from qa_toolkit.signals.talk import talk


def measure(transcript: Transcript) -> Signals:
    """Measure sentiment, silences, holds, talk and waits; pure, equal words give equal values."""
    turns = transcript.turns
    sentiment = tuple(
        [compound(turn.text) if turn.speaker is SpeakerRole.CUSTOMER else None for turn in turns]
    )
    timed = bool(turns) and all(turn.start_s is not None for turn in turns)
    responses = tuple(pace.agent_responses(transcript))
    speech = stretches(turns)
    heard = held(transcript.audio.sounds) if transcript.audio else []
    if not speech and not heard:
        return Signals(sentiment=sentiment, timed=timed, agent_responses=responses)
    gaps = tuple(pace.gaps(speech))
    return Signals(
        sentiment=sentiment,
        timed=timed,
        gaps=gaps,
        agent_responses=responses,
        overlaps=tuple(pace.overlaps(turns, speech)),
        holds=tuple(holds(heard, speech, gaps)),
        waits=tuple(waits(heard, speech)),
        talk=tuple(talk(turns, speech)),
    )
