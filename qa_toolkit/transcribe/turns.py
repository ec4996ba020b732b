"""Segments of one or two channels → turns in the order in which people spoke."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from math import inf
from statistics import fmean
from typing import TypeAlias

from qa_toolkit.domain.transcript import SpeakerRole, Turn, Word
from qa_toolkit.transcribe.segment import Segment

PAUSE_S = 1.0
"""A pause longer than this ends a piece of speech."""
SHORT_PAUSE_S = 0.5
"""So does one longer than this, or any after a full sentence, in which the other party begins."""
MERGE_S = 2.0
"""Pieces of one speaker closer than this are one turn when nobody else spoke between them."""

Piece: TypeAlias = tuple[SpeakerRole, Sequence[Word]]
"""Words that one speaker said without a pause; at least one."""


def in_turns(heard: Mapping[SpeakerRole, Sequence[Segment]]) -> tuple[Turn, ...]:
    """Put the words of all parties in order.

    Where both parties share one channel (role unknown), each segment stays a turn of its own:
    joining them would put words of two people into one mouth.
    """
    words = {role: [w for s in segments for w in s.words] for role, segments in heard.items()}
    pieces: list[Piece] = []
    for role, segments in heard.items():
        if role is SpeakerRole.UNKNOWN:
            pieces += ((role, piece) for s in segments for piece in _split(s.words, ()))
        else:
            others = sorted(w.start_s for r, ws in words.items() if r is not role for w in ws)
            pieces += ((role, piece) for piece in _split(words[role], others))
    pieces.sort(key=lambda piece: (piece[1][0].start_s, piece[1][-1].end_s))
    return tuple(_turn(role, words) for role, words in _merged(pieces))


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


def _merged(pieces: Sequence[Piece]) -> list[tuple[SpeakerRole, list[Word]]]:
    """Join pieces of one speaker across short gaps, also over the other's "mm-hm" inside one.

    Only a speaker's last turn can go on, so each piece is looked at once.
    """
    turns: list[tuple[SpeakerRole, list[Word]]] = []
    last: dict[SpeakerRole, int] = {}  # each speaker's last turn
    since_s: dict[SpeakerRole, float] = {}  # until when others spoke in the turns after it
    for role, words in pieces:
        own = last.get(role)
        if own is not None and _goes_on(role, turns[own][1], words, since_s[role]):
            turns[own][1].extend(words)
        else:
            own = last[role] = len(turns)
            since_s[role] = -inf
            turns.append((role, list(words)))
        for other, place in last.items():
            if place < own:
                since_s[other] = max(since_s[other], words[-1].end_s)
    return turns


def _goes_on(
    role: SpeakerRole, said: Sequence[Word], words: Sequence[Word], others_until_s: float
) -> bool:
    """What the other party said since then must lie within the speech that goes on."""
    return (
        role is not SpeakerRole.UNKNOWN
        and words[0].start_s - said[-1].end_s < MERGE_S
        and others_until_s <= said[-1].end_s
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
