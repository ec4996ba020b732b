"""All signals of one transcript, in one value."""

from qa_toolkit.domain.signals import Signals
from qa_toolkit.domain.transcript import SpeakerRole, Transcript
from qa_toolkit.signals import pace
from qa_toolkit.signals.sentiment import compound


def measure(transcript: Transcript) -> Signals:
    """Measure sentiment, silences and waits; pure, the same words give the same values."""
    turns = transcript.turns
    return Signals(
        sentiment=tuple(
            compound(turn.text) if turn.speaker is SpeakerRole.CUSTOMER else None for turn in turns
        ),
        timed=bool(turns) and all(turn.start_s is not None for turn in turns),
        gaps=tuple(pace.gaps(transcript)),
        agent_responses=tuple(pace.agent_responses(transcript)),
        overlaps=tuple(pace.overlaps(transcript)),
    )
