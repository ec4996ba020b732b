"""Segments of one or two channels → turns in the order in which people spoke."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean

from qa_toolkit.domain.transcript import SpeakerRole, Turn, Word
from qa_toolkit.transcribe.segment import Segment

PAUSE_S = 1.0
"""A pause longer than this ends a piece of speech."""
SHORT_PAUSE_S = 0.5
"""So does one longer than this, or any after a full sentence, in which the other party begins."""
MERGE_S = 2.0
"""Pieces of one speaker closer than this are one turn when nobody else spoke between them."""


def in_turns(heard: Mapping[SpeakerRole, Sequence[Segment]]) -> tuple[Turn, ...]:
    """Put the words of all parties in order.

    Where both parties share one channel (role unknown), each segment stays a turn of its own:
    joining them would put words of two people into one mouth.
    """
    words = {role: [w for s in segments for w in s.words] for role, segments in heard.items()}
    pieces: list[Turn] = []
    for role, segments in heard.items():
        if role is SpeakerRole.UNKNOWN:
            pieces += (_turn(role, piece) for s in segments for piece in _split(s.words, ()))
        else:
            others = sorted(w.start_s for r, ws in words.items() if r is not role for w in ws)
            pieces += (_turn(role, piece) for piece in _split(words[role], others))
    pieces.sort(key=lambda turn: (_start(turn), _end(turn)))
    return tuple(_merged(pieces))


def _split(words: Sequence[Word], others: Sequence[float]) -> Iterator[tuple[Word, ...]]:
    """Cut one party's words at pauses; `others` are the moments the other party starts a word."""
    piece: list[Word] = []
    for word in words:
        if piece and _ends(piece[-1], word, others):
            yield tuple(piece)
            piece = []
        piece.append(word)
    if piece:
        yield tuple(piece)


def _ends(word: Word, following: Word, others: Sequence[float]) -> bool:
    pause = following.start_s - word.end_s
    if pause > PAUSE_S:
        return True
    interjected = bisect_left(others, word.end_s) < bisect_left(others, following.start_s)
    return interjected and (pause > SHORT_PAUSE_S or word.text.endswith((".", "?", "!")))


def _merged(pieces: Sequence[Turn]) -> list[Turn]:
    """Join pieces of one speaker across short gaps, also over the other's "mm-hm" inside one."""
    turns: list[Turn] = []
    for piece in pieces:
        own = next((i for i in reversed(range(len(turns))) if _may_join(turns[i], piece)), None)
        # what the other party said since then must lie within the speech that goes on
        if own is not None and all(_end(turn) <= _end(turns[own]) for turn in turns[own + 1 :]):
            turns[own] = _turn(piece.speaker, turns[own].words + piece.words)
        else:
            turns.append(piece)
    return turns


def _may_join(turn: Turn, piece: Turn) -> bool:
    return (
        turn.speaker is piece.speaker is not SpeakerRole.UNKNOWN
        and _start(piece) - _end(turn) < MERGE_S
    )


def _turn(speaker: SpeakerRole, words: Sequence[Word]) -> Turn:
    return Turn(
        speaker=speaker,
        text=" ".join(word.text for word in words),
        start_s=words[0].start_s,
        end_s=words[-1].end_s,
        words=tuple(words),
        confidence=fmean(word.probability for word in words),
    )


def _start(turn: Turn) -> float:
    return turn.words[0].start_s


def _end(turn: Turn) -> float:
    return turn.words[-1].end_s
