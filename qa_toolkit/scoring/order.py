"""Order indicators: one wording before another, such as caring before asking for details."""

from decimal import Decimal

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.rubric import OrderIndicator
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.domain.wordings import Wordings
from qa_toolkit.scoring.finding import Place
from qa_toolkit.scoring.phrase import counting
from qa_toolkit.scoring.reading import Reading


def find_order(indicator: OrderIndicator, reading: Reading) -> tuple[Evidence, ...]:
    """The first find of both wordings when they come in this order; nothing otherwise.

    Both must be said: without the second there was no order to keep. The first carries the
    points, so that one order counts once; the second is shown beside it.
    """
    speaker = SpeakerRole(indicator.speaker)
    first = _place(indicator.first_wordings, speaker, reading)
    then = _place(indicator.then_wordings, speaker, reading)
    if first is None or then is None or first >= then:
        return ()
    return (
        reading.found(first, indicator.id, indicator.points, note="first"),
        reading.found(then, indicator.id, Decimal(0), note="then"),
    )


def _place(wordings: Wordings, speaker: SpeakerRole, reading: Reading) -> Place | None:
    places = counting(reading.places(wordings, speaker), reading, (), negatable=True)
    return places[0] if places else None
