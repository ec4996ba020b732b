"""JSON for programs: segments and words as whisper writes them, and all else that is known.

The shape is described in docs/transcripts.md; `format` changes when a field changes its meaning.
"""

import json
from dataclasses import asdict

from qa_toolkit.domain.transcript import Turn
from qa_toolkit.transcripts.document import Document

FORMAT = 1


def as_json(document: Document) -> str:
    """The transcript as one indented JSON document."""
    return json.dumps(value_of(document), ensure_ascii=False, indent=1) + "\n"


def value_of(document: Document) -> dict[str, object]:
    """The transcript as plain data."""
    interaction, transcript, signals = document.interaction, document.transcript, document.signals
    audio = transcript.audio
    return {
        "format": FORMAT,
        "id": interaction.id,
        "channel": interaction.channel.value,
        "agent": asdict(interaction.agent),
        "customer": interaction.customer,
        "queue": interaction.queue,
        "started_at": interaction.started_at and interaction.started_at.isoformat(),
        "language": transcript.language,
        "duration": transcript.duration_s,
        "log_probability": transcript.log_probability,
        "doubt": transcript.doubt,
        "role_confidence": transcript.role_confidence,
        "remarks": list(transcript.remarks),
        "origin": asdict(transcript.origin),
        "text": "\n".join(turn.text for turn in transcript.turns),
        "segments": [_segment(number, turn) for number, turn in enumerate(transcript.turns)],
        "roles": [role.value for role in audio.roles] if audio else [],
        "sounds": [
            {
                "kind": sound.kind.value,
                "channel": sound.channel,
                "start": sound.start_s,
                "end": sound.end_s,
            }
            for sound in (audio.sounds if audio else ())
        ],
        "waveform": asdict(audio.waveform) if audio else None,
        "signals": asdict(signals)
        | {"dead_air_s": signals.dead_air_s, "talk_over_s": signals.talk_over_s},
    }


def _segment(number: int, turn: Turn) -> dict[str, object]:
    return {
        "id": number,
        "start": turn.start_s,
        "end": turn.end_s,
        "speaker": turn.speaker.value,
        "party": turn.party,
        "text": turn.text,
        "confidence": turn.confidence,
        "loudness_db": turn.loudness_db,
        "words": [
            {
                "word": word.text,
                "start": word.start_s,
                "end": word.end_s,
                "probability": word.probability,
            }
            for word in turn.words
        ],
    }
