"""Detectors × a transcript → spans: what was said where, each family by its name."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.domain.wordings import Wordings, wordings
from qa_toolkit.scoring.detectors.detector import AGENT, CUSTOMER, Detector, Span
from qa_toolkit.scoring.detectors.registry import DETECTORS
from qa_toolkit.scoring.finding import Index, Place
from qa_toolkit.scoring.phrase import counting
from qa_toolkit.scoring.reading import Indexes, Reading
from qa_toolkit.scoring.reported import reported

Finds = dict[str, tuple[Span, ...]]
"""Spans in order, by the detector's name; a detector that found nothing is missing."""


def detect(reading: Reading, names: Collection[str] | None = None) -> Finds:
    """What detectors find in a transcript.

    Args:
        reading: the transcript.
        names: the detectors that are asked for; all of them unless told otherwise.
    """
    if not reading.indexes:
        reading = reading.with_indexes(_indexes())
    found: Finds = {}
    known = {speaker: reading.all_places(speaker) for speaker in (AGENT, CUSTOMER)}
    for detector, any_, unless in _looked_for():
        places: Sequence[Place] | None = known[detector.speaker].get(any_)
        if places is None:
            places = reading.places(any_, detector.speaker)
        if places and (names is None or detector.name in names):
            cancelling = reading.places(unless, detector.speaker) if detector.unless else ()
            counted = counting(places, reading, cancelling, negatable=detector.negatable)
            if spans := tuple(_spans(detector, counted, reading)):
                found[detector.name] = spans
    return found


@cache
def _looked_for() -> tuple[tuple[Detector, Wordings, Wordings], ...]:
    return tuple((detector, *wordings_of(detector)) for detector in DETECTORS.values())


def wordings_of(detector: Detector) -> tuple[Wordings, Wordings]:
    """What a detector looks for, and what cancels a find of it."""
    return wordings(detector.any), wordings(detector.unless)


def _spans(detector: Detector, places: Sequence[Place], reading: Reading) -> Iterator[Span]:
    for turn, start, end in places:
        words = reading.words(turn)
        if detector.reportable or not reported(words, start):
            yield Span(turn, *words.original(start, end))


@cache
def _indexes() -> Indexes:
    """All detectors at once, for who asks for nothing else."""
    wanted: dict[SpeakerRole, list[Wordings]] = {}
    for detector in DETECTORS.values():
        wanted.setdefault(detector.speaker, []).extend(wordings_of(detector))
    return {speaker: Index(known) for speaker, known in wanted.items()}
