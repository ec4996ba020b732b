"""Order indicators: one wording before another, such as caring before asking for details."""

from collections.abc import Iterator
from decimal import Decimal

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.rubric import OrderIndicator, Phrases
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.phrase import negated, pattern
from qa_toolkit.scoring.reading import Reading

_Place = tuple[int, int, int]


def find_order(indicator: OrderIndicator, reading: Reading) -> tuple[Evidence, ...]:
    """The first find of both wordings when they come in this order; nothing otherwise.

    Both must be said: without the second there was no order to keep. The first carries the
    points, so that one order counts once; the second is shown beside it.
    """
    first = next(_places(indicator.first, indicator, reading), None)
    then = next(_places(indicator.then, indicator, reading), None)
    if first is None or then is None or first >= then:
        return ()
    return (
        reading.evidence(*first, indicator.id, indicator.points, note="first"),
        reading.evidence(*then, indicator.id, Decimal(0), note="then"),
    )


def _places(phrases: Phrases, indicator: OrderIndicator, reading: Reading) -> Iterator[_Place]:
    for turn in reading.turns_of(SpeakerRole(indicator.speaker)):
        text = reading.texts[turn]
        for match in pattern(phrases).finditer(text):
            if not negated(text, match.start()):
                yield turn, *match.span()
