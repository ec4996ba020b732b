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
from collections import Counter
from collections.abc import Callable, Iterable
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


def value_of_span(nth: int) -> float:
    """What the nth span of a detector adds, counted from 0."""
    return 0.5**nth


def values(names: Iterable[str], finds: Finds, reading: Reading) -> dict[str, float]:
    """The values of features, without those that are 0.

    Args:
        names: of the features wanted, but for words.
        finds: what the detectors found.
        reading: the transcript.
    """
    found: dict[str, float] = {}
    for name in names:
        if name.startswith("#"):
            value = MEASURES[name[1:]](finds, reading)
        else:
            value = sum(map(value_of_span, range(len(spans_of(name, finds, reading)))))
        if value:
            found[name] = value
    return found


def word_values(speaker: SpeakerRole, reading: Reading) -> dict[str, float]:
    """The share of a speaker's turns that hold each word and each pair of words."""
    turns = reading.turns_of(speaker)
    counts: Counter[str] = Counter()
    for turn in turns:
        words = [TURN_STARTS, *_WORD.findall(reading.texts[turn].lower())]
        pairs = map(" ".join, pairwise(words))
        counts.update({*words, *pairs})
    return {f"w:{word}": count / len(turns) for word, count in counts.items()}


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
    own = agent_turns.index(span.turn)
    earliest = agent_turns[own - _ANSWERS] if own >= _ANSWERS else -1
    return any(earliest <= cue.turn < span.turn for cue in finds.get("distress", ()))


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
    return detector in DETECTORS and (place in PLACES if at else True)
