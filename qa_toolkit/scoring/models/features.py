"""Features: what models count. A name says what, and where it counts.

    apology              spans of a detector, anywhere its speaker speaks
    apology@first        … in the speaker's first turn
    apology@last         … in the speaker's last turn
    apology@end          … in the last third of all turns
    apology@answer       … in the two agent turns that follow a customer's distress
    #agent_turns         a measure of the whole interaction (`qa_toolkit.scoring.models.measures`)
    w:could you          a word or pair of words in the turns of the model's speaker
    w:^ thanks           … at the start of a turn

The nth span of a detector is worth ½ⁿ⁻¹, so that saying a thing ten times is not ten times as
much; a word or pair of words is worth the share of turns that hold it.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.detectors import DETECTORS
from qa_toolkit.scoring.detectors.detect import Finds
from qa_toolkit.scoring.detectors.detector import Span
from qa_toolkit.scoring.models.measures import MEASURES
from qa_toolkit.scoring.reading import Reading

_WORD = re.compile(r"\w+(?:'\w+)?|[?!]")
TURN_STARTS = "^"
_ANSWERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The features of a model, ready to be looked up by what was found.

    Attributes:
        by_detector: the names of a detector's features, each with its place.
        measures: the names of measures.
    """

    by_detector: dict[str, tuple[tuple[str, str], ...]]
    measures: tuple[str, ...]


@cache
def layout(names: tuple[str, ...]) -> Layout:
    """The layout of features; words are none of them."""
    by_detector: dict[str, tuple[tuple[str, str], ...]] = {}
    for name in names:
        if not name.startswith("#"):
            detector, _, place = name.partition("@")
            by_detector[detector] = (*by_detector.get(detector, ()), (name, place))
    measures = tuple(name for name in names if name.startswith("#"))
    return Layout(by_detector=by_detector, measures=measures)


def worth(spans: int) -> float:
    """What so many spans of a detector are worth together: 1, ½, ¼ and so on."""
    return 2 - 0.5 ** (spans - 1) if spans else 0.0


def values(
    names: tuple[str, ...], finds: Finds, reading: Reading, known: dict[str, float] | None = None
) -> dict[str, float]:
    """The values of features, without those that are 0.

    Args:
        names: of the features wanted, but for words.
        finds: what the detectors found.
        reading: the transcript.
        known: values that were worked out before on the same transcript; new ones join them.
    """
    known = {} if known is None else known
    wanted = layout(names)
    found: dict[str, float] = {}
    for detector in finds.keys() & wanted.by_detector.keys():
        for name, place in wanted.by_detector[detector]:
            value = known.get(name)
            if value is None:
                spans = finds[detector] if not place else spans_of(name, finds, reading)
                value = known[name] = worth(len(spans))
            if value:
                found[name] = value
    for name in wanted.measures:
        value = known.get(name)
        if value is None:
            value = known[name] = MEASURES[name[1:]](finds, reading)
        if value:
            found[name] = value
    return found


def word_values(
    speaker: SpeakerRole, reading: Reading, wanted: Mapping[str, str] | None = None
) -> dict[str, float]:
    """The share of a speaker's turns that hold each word and each pair of words, by feature.

    Args:
        speaker: whose turns.
        reading: the transcript.
        wanted: the words asked for with their features; all of them where none are named.
    """
    turns = reading.turns_of(speaker)
    counts: dict[str, int] = {}
    for turn in turns:
        words = [TURN_STARTS, *_WORD.findall(reading.texts[turn].lower())]
        pairs = map(" ".join, pairwise(words))
        if wanted is None:
            said = [f"w:{word}" for word in {*words, *pairs}]
        else:
            said = [wanted[word] for word in wanted.keys() & {*words, *pairs}]
        for name in said:
            counts[name] = counts.get(name, 0) + 1
    return {name: count / len(turns) for name, count in counts.items()}


def spans_of(name: str, finds: Finds, reading: Reading) -> tuple[Span, ...]:
    """The spans a feature of a detector counts, in order."""
    detector, _, place = name.partition("@")
    spans = finds.get(detector, ())
    if not place or not spans:
        return spans
    counts = PLACES[place]
    return tuple(span for span in spans if counts(span, finds, reading))


def _first(span: Span, finds: Finds, reading: Reading) -> bool:
    speaker = reading.transcript.turns[span.turn].speaker
    return span.turn == reading.turns_of(speaker)[0]


def _last(span: Span, finds: Finds, reading: Reading) -> bool:
    speaker = reading.transcript.turns[span.turn].speaker
    return span.turn == reading.turns_of(speaker)[-1]


def _end(span: Span, finds: Finds, reading: Reading) -> bool:
    return span.turn >= len(reading.texts) * 2 / 3


def _answer(span: Span, finds: Finds, reading: Reading) -> bool:
    agent_turns = reading.turns_of(SpeakerRole.AGENT)
    own = bisect_left(agent_turns, span.turn)
    earliest = agent_turns[own - _ANSWERS] if own >= _ANSWERS else -1
    cues = finds.get("distress", ())
    after = bisect_left(cues, earliest, key=_turn)
    return after < len(cues) and cues[after].turn < span.turn


def _turn(span: Span) -> int:
    return span.turn


PLACES: dict[str, Callable[[Span, Finds, Reading], bool]] = {
    "first": _first,
    "last": _last,
    "end": _end,
    "answer": _answer,
}


def is_feature(name: str) -> bool:
    """Whether a name is that of a feature which can be counted."""
    if name.startswith("#"):
        return name[1:] in MEASURES
    detector, at, place = name.partition("@")
    if detector not in DETECTORS or (at and place not in PLACES):
        return False
    return place != "answer" or DETECTORS[detector].speaker is SpeakerRole.AGENT
