"""Detectors × a transcript → spans: what was said where, each family by its name."""

import re
from collections.abc import Iterator
from functools import cache

from qa_toolkit.scoring.detectors.detector import Detector, Span
from qa_toolkit.scoring.detectors.registry import DETECTORS
from qa_toolkit.scoring.phrase import MOST_OF_A_TURN, negated, pattern, sentence_around
from qa_toolkit.scoring.reading import Reading

Finds = dict[str, tuple[Span, ...]]
"""Spans in order, by the detector's name; a detector that found nothing is missing."""

_QUOTED = re.compile(r"[\"“][^\"“”]{1,300}[\"”]")
_REPORTED = re.compile(
    r"\b(?:you|he|she|they|someone|somebody|it|who|colleague|agent) "
    r"(?:said|told|wrote|claimed|promised|says|stated)\b[^.!?]{0,40}$",
    re.IGNORECASE,
)
_LOOK_BACK = 80


def detect(reading: Reading) -> Finds:
    """What every detector finds in a transcript."""
    found = ((name, tuple(_spans(detector, reading))) for name, detector in DETECTORS.items())
    return {name: spans for name, spans in found if spans}


def _spans(detector: Detector, reading: Reading) -> Iterator[Span]:
    for turn in reading.turns_of(detector.speaker):
        text = reading.texts[turn]
        if _may_hold(detector, reading.words[turn]):
            for count, (start, end) in enumerate(_in_turn(detector, text)):
                if count == MOST_OF_A_TURN:
                    break
                yield Span(turn=turn, start=start, end=end)


def _in_turn(detector: Detector, text: str) -> Iterator[tuple[int, int]]:
    unless = pattern(detector.unless) if detector.unless else None
    for match in pattern(detector.any).finditer(text):
        start, end = match.span()
        if detector.negatable and negated(text, start):
            continue
        if unless is not None and unless.search(sentence_around(text, start, end)):
            continue
        if not detector.reportable and _reported(text, start):
            continue
        yield start, end


def _reported(text: str, start: int) -> bool:
    """Whether the words are somebody else's: in quotation marks, or behind "you said"."""
    if any(quoted.start() < start < quoted.end() for quoted in _QUOTED.finditer(text)):
        return True
    return _REPORTED.search(text[max(0, start - _LOOK_BACK) : start]) is not None


def _may_hold(detector: Detector, words: frozenset[str]) -> bool:
    exact, stems = _first_words(detector)
    return not exact.isdisjoint(words) or any(word.startswith(stems) for word in words if stems)


@cache
def _first_words(detector: Detector) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words a find can start with, as far as letters go, and the stems of others."""
    firsts: set[str] = set()
    for phrase in detector.any:
        for piece in re.findall(r"[\(\[]([^()\[\]]*)[\)\]]|([^\s()\[\]]+)", phrase):
            parts = piece[0].split("|") if piece[0] else [piece[1]]
            firsts.update(part.split()[0].lower() for part in parts)
            if f"[{piece[0]}]" not in phrase:
                break
    letters = {re.match(r"\w*", word).group(): word for word in firsts}  # type: ignore[union-attr]
    stems = tuple(start for start, word in letters.items() if word.endswith("*"))
    exact = {start for start, word in letters.items() if not word.endswith("*")}
    joined = {word.replace("'", "") for word in firsts if "'" in word}
    return frozenset(exact | joined | {"can", "let", "will", "wo"} & exact), stems
