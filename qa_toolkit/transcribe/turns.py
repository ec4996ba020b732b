"""What was heard of each voice → turns in the order in which people spoke."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf
from statistics import fmean
from typing import TypeAlias

from qa_toolkit.domain.transcript import SpeakerRole, Turn, Word
from qa_toolkit.transcribe.levels import Levels

PAUSE_S = 1.0
"""A pause longer than this ends a piece of speech."""
SHORT_PAUSE_S = 0.5
"""So does one longer than this, or any after a full sentence, in which another party begins."""
MERGE_S = 2.0
"""Pieces of one speaker closer than this are one turn when nobody else spoke between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One person in a recording.

    Attributes:
        role: agent, customer …; unknown where several people share a channel untold.
        channel: the audio channel on which the voice is heard.
        said: the words, in the pieces in which they were recognised; no piece is empty.
        party: tells several people of one role apart; empty where there is one.
    """

    role: SpeakerRole
    channel: int
    said: Sequence[Sequence[Word]]
    party: str = ""


Piece: TypeAlias = tuple[int, Sequence[Word]]
"""The number of a voice, and words that it said without a pause; at least one."""


def in_turns(voices: Sequence[Voice], levels: Levels) -> tuple[Turn, ...]:
    """Put the words of all voices in order.

    Where several people share one channel untold (role unknown), each piece that was recognised
    stays a turn of its own: joining them would put words of two people into one mouth.
    """
    starts = [sorted(word.start_s for words in voice.said for word in words) for voice in voices]
    pieces: list[Piece] = []
    for number, voice in enumerate(voices):
        if voice.role is SpeakerRole.UNKNOWN:
            pieces += ((number, piece) for words in voice.said for piece in _split(words, ()))
        else:
            others = sorted(s for other, own in enumerate(starts) if other != number for s in own)
            spoken = [word for words in voice.said for word in words]
            pieces += ((number, piece) for piece in _split(spoken, others))
    pieces.sort(key=lambda piece: (piece[1][0].start_s, piece[1][-1].end_s))
    return tuple(_turn(voices[number], words, levels) for number, words in _merged(pieces, voices))


def _split(words: Sequence[Word], others: Sequence[float]) -> Iterator[tuple[Word, ...]]:
    """Cut one voice's words at pauses; `others` are the moments another one starts a word."""
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


def _merged(pieces: Sequence[Piece], voices: Sequence[Voice]) -> list[tuple[int, list[Word]]]:
    """Join pieces of one voice across short gaps, also over another's "mm-hm" inside one.

    Only a voice's last turn can go on, so each piece is looked at once.
    """
    turns: list[tuple[int, list[Word]]] = []
    last: dict[int, int] = {}  # each voice's last turn
    since_s: dict[int, float] = {}  # until when others spoke in the turns after it
    for voice, words in pieces:
        own = last.get(voice)
        known = voices[voice].role is not SpeakerRole.UNKNOWN
        if known and own is not None and _goes_on(turns[own][1], words, since_s[voice]):
            turns[own][1].extend(words)
        else:
            own = last[voice] = len(turns)
            since_s[voice] = -inf
            turns.append((voice, list(words)))
        for other, place in last.items():
            if place < own:
                since_s[other] = max(since_s[other], words[-1].end_s)
    return turns


def _goes_on(said: Sequence[Word], words: Sequence[Word], others_until_s: float) -> bool:
    """What others said since then must lie within the speech that goes on."""
    return words[0].start_s - said[-1].end_s < MERGE_S and others_until_s <= said[-1].end_s


def _turn(voice: Voice, words: Sequence[Word], levels: Levels) -> Turn:
    start_s, end_s = words[0].start_s, words[-1].end_s
    return Turn(
        speaker=voice.role,
        text=" ".join(word.text for word in words),
        start_s=start_s,
        end_s=end_s,
        words=tuple(words),
        confidence=fmean(word.probability for word in words),
        loudness_db=round(levels.level_db(voice.channel, start_s, end_s), 1),
        party=voice.party,
    )
