"""Detectors × a transcript → spans: what was said where, each family by its name."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.domain.wordings import Wordings, wordings
from qa_toolkit.scoring.detectors.detector import Detector, Span
from qa_toolkit.scoring.detectors.registry import DETECTORS
from qa_toolkit.scoring.finding import Index, Place
from qa_toolkit.scoring.phrase import counting
from qa_toolkit.scoring.reading import Indexes, Reading

Finds = dict[str, tuple[Span, ...]]
"""Spans in order, by the detector's name; a detector that found nothing is missing."""

_QUOTED = re.compile(r"[\"“][^\"“”]{1,300}[\"”]")
_REPORTED = re.compile(
    r"\b(?:you|he|she|they|someone|somebody|it|who|colleague|agent) "
    r"(?:said|told|wrote|claimed|promised|says|stated)\b[^.!?]{0,40}$"
)
_LOOK_BACK = 80


def detect(reading: Reading, names: Collection[str] = DETECTORS.keys()) -> Finds:
    """What detectors find in a transcript.

    Args:
        reading: the transcript.
        names: the detectors that are asked for; all of them unless told otherwise.
    """
    if not reading.indexes:
        reading = reading.with_indexes(_indexes())
    found: Finds = {}
    for name in names:
        detector = DETECTORS[name]
        any_, unless = wordings_of(detector)
        places = reading.places(any_, detector.speaker)
        if places and (spans := tuple(_spans(detector, places, unless, reading))):
            found[name] = spans
    return found


@cache
def _wordings(name: str) -> tuple[Wordings, Wordings]:
    return wordings(DETECTORS[name].any), wordings(DETECTORS[name].unless)


def wordings_of(detector: Detector) -> tuple[Wordings, Wordings]:
    """What a detector looks for, and what cancels a find of it."""
    return _wordings(detector.name)


def _spans(
    detector: Detector, places: Collection[Place], unless: Wordings, reading: Reading
) -> Iterator[Span]:
    cancelling = reading.places(unless, detector.speaker) if detector.unless else ()
    for turn, start, end in counting(
        tuple(places), reading, cancelling, negatable=detector.negatable
    ):
        words = reading.words(turn)
        if detector.reportable or not _reported(words.text, start):
            first, last = words.original(start, end)
            yield Span(turn=turn, start=first, end=last)


def _reported(text: str, start: int) -> bool:
    """Whether the words are somebody else's: in quotation marks, or behind "you said"."""
    if any(quoted.start() < start < quoted.end() for quoted in _QUOTED.finditer(text)):
        return True
    return _REPORTED.search(text[max(0, start - _LOOK_BACK) : start]) is not None


@cache
def _indexes() -> Indexes:
    """All detectors at once, for who asks for nothing else."""
    wanted: dict[SpeakerRole, list[Wordings]] = {}
    for detector in DETECTORS.values():
        wanted.setdefault(detector.speaker, []).extend(wordings_of(detector))
    return {speaker: Index(known) for speaker, known in wanted.items()}
