"""Turns cut into cues that a player can show: two lines of text at most where words have times."""

from collections.abc import Iterator
from dataclasses import dataclass

from qa_toolkit.domain.transcript import SpeakerRole, Transcript, Turn, Word
from qa_toolkit.drawing.words import one_line, voice
from qa_toolkit.errors import Unusable

_LONGEST = 84
_SENTENCE = 40
"""From this many characters on a cue ends with its sentence."""
_CLAUSE = 60
"""And from this many on with a part of one."""
_MESSAGE_S = 4.0
"""How long a message is shown that has a moment but no end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Times in whole milliseconds, the end after the start; no voice where it is not known."""

    start_ms: int
    end_ms: int
    voice: str
    text: str


def cues(transcript: Transcript) -> list[Cue]:
    """The cues of a transcript in order of time; turns without text give none.

    Raises:
        Unusable: a turn has no time.
    """
    said = [turn for turn in transcript.turns if turn.text.strip()]
    if any(turn.start_s is None for turn in said):
        raise Unusable(
            f"'{transcript.interaction_id}' has turns without a time",
            hint="export it as txt, json or html",
        )
    found = [cue for turn in said for cue in _cues_of(turn)]
    return sorted(found, key=lambda cue: cue.start_ms)


def stamp(ms: int, sign: str) -> str:
    """`00:01:05.250`, with the sign before the milliseconds."""
    seconds, rest = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{sign}{rest:03}"


def _cues_of(turn: Turn) -> Iterator[Cue]:
    start_s = turn.start_s or 0.0
    name = "" if turn.speaker is SpeakerRole.UNKNOWN and not turn.party else voice(turn)
    texts = turn.text.split()
    if len(texts) != len(turn.words):
        end_s = start_s + _MESSAGE_S if turn.end_s is None else turn.end_s
        yield _cue(start_s, end_s, name, turn.text)
        return
    held: list[tuple[str, Word]] = []
    for text, word in zip(texts, turn.words, strict=True):
        if held and _is_full([known for known, _ in held], text):
            yield _cue_of(held, name)
            held = []
        held.append((text, word))
    if held:
        yield _cue_of(held, name)


def _is_full(held: list[str], following: str) -> bool:
    size = sum(map(len, held)) + len(held)
    sentence = size > _SENTENCE and held[-1].endswith((".", "?", "!", "…"))
    clause = size > _CLAUSE and held[-1].endswith((",", ";", ":"))
    return sentence or clause or size + len(following) > _LONGEST


def _cue_of(held: list[tuple[str, Word]], name: str) -> Cue:
    text = " ".join(text for text, _ in held)
    return _cue(held[0][1].start_s, held[-1][1].end_s, name, text)


def _cue(start_s: float, end_s: float, name: str, text: str) -> Cue:
    start_ms = round(start_s * 1000)
    return Cue(
        start_ms=start_ms,
        end_ms=max(start_ms + 1, round(end_s * 1000)),
        voice=name,
        text=one_line(text),
    )
