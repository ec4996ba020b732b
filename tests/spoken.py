"""A call for tests of transcripts: hold music, ringing, talk-over, doubtful words, two channels."""

from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime
from math import sin

from builders import interaction, transcript

from qa_toolkit.domain.interaction import AgentRef, Channel
from qa_toolkit.domain.sound import Sound, SoundKind, Waveform
from qa_toolkit.domain.transcript import Audio, Origin, SpeakerRole, Transcript, Turn, Word
from qa_toolkit.signals import measure
from qa_toolkit.transcripts.document import Document

DIALOGUE = """
[4-8.5] A: Good morning, Northwind Garden Supplies, Dana speaking. How can I help?
[9-14] C: Hi. I ordered two apple trees in October and only one of them came.
[13.2-16] A: I am sorry to hear that. May I have the order number, please?
[16.5-19] C: It is 7 4 4 1 9.
[19.5-22] A: Thank you. I will ask the warehouse, please hold the line.
[64-71] A: Thanks for waiting. The second tree missed the lorry; it leaves tomorrow, free of charge.
[78-80] C: Lovely, thank you so much.
"""
HEARD = (
    ("ringing", 0, 0, 3.5),
    ("silence", 0, 3.5, 4),
    ("speech", 0, 4, 22),
    ("music", 0, 23, 62),
    ("speech", 0, 64, 71),
    ("silence", 0, 71, 82),
    ("silence", 1, 0, 9),
    ("speech", 1, 9, 19),
    ("noise", 1, 19, 78),
    ("speech", 1, 78, 80),
    ("silence", 1, 80, 82),
)


def with_words(turn: Turn, low: frozenset[str] = frozenset()) -> Turn:
    """A turn whose words share its time evenly; those in `low` are 31 % sure, the others 94 %."""
    assert turn.start_s is not None
    assert turn.end_s is not None
    texts = turn.text.split()
    each = (turn.end_s - turn.start_s) / len(texts)
    words = tuple(
        Word(
            text=text,
            start_s=round(turn.start_s + place * each, 3),
            end_s=round(turn.start_s + (place + 1) * each, 3),
            probability=0.31 if text in low else 0.94,
        )
        for place, text in enumerate(texts)
    )
    return replace(turn, words=words, confidence=0.9)


def call(dialogue: str = DIALOGUE, **fields: object) -> Transcript:
    """The call as it was transcribed, with words, sounds and an outline."""
    said = transcript(dialogue)
    turns = tuple(with_words(turn, frozenset(("lorry;", "7"))) for turn in said.turns)
    known: dict[str, object] = {
        "interaction_id": "call-17",
        "turns": turns,
        "origin": Origin(engine="faster-whisper 1.2.1", model="tiny.en 1a5afae0"),
        "duration_s": 82.0,
        "log_probability": -0.31,
        "remarks": ("the caller's side is 12 dB quieter than the agent's",),
        "audio": Audio(
            roles=(SpeakerRole.AGENT, SpeakerRole.CUSTOMER),
            sounds=tuple(
                Sound(kind=SoundKind(kind), channel=channel, start_s=start, end_s=end)
                for kind, channel, start, end in HEARD
            ),
            waveform=Waveform(per_s=10, peaks=(_peaks(0), _peaks(1))),
        ),
    }
    return replace(said, **known | fields)  # type: ignore[arg-type]


def document(spoken: Transcript | None = None, **fields: object) -> Document:
    """The call as outputs take it, with what is measured on it."""
    known = call() if spoken is None else spoken
    contact = interaction(
        known.interaction_id,
        channel=Channel.CALL,
        agent=AgentRef(id="dana", name="Dana Price", team="North"),
        started_at=datetime(2026, 11, 2, 9, 14, tzinfo=UTC),
    )
    made = Document(interaction=contact, transcript=known, signals=measure(known))
    return replace(made, **fields)  # type: ignore[arg-type]


def _peaks(channel: int) -> str:
    """Loud where the channel is heard, else faint."""
    heard = [(start, end) for kind, at, start, end in HEARD if at == channel and kind != "silence"]
    peaks = (
        int(90 + 60 * sin(n / 3.0)) if any(s <= n / 10 < e for s, e in heard) else 1
        for n in range(820)
    )
    return b64encode(bytes(peaks)).decode()
