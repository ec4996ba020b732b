"""The customer's mood as a course: worst turn, best turn, end."""

import pytest

from qa_toolkit.domain.signals import Signals
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.scoring.models.measures import mood_course
from qa_toolkit.scoring.reading import Reading


def reading(*moods: float | None) -> Reading:
    """A reading of which only the moods of the turns matter."""
    return Reading(
        transcript=Transcript(interaction_id="i-1", turns=()),
        signals=Signals(sentiment=moods, timed=False),
    )


@pytest.mark.parametrize(
    ("moods", "course"),
    [
        ((0.6,), 0.6),
        ((-0.8, 0.4), -0.2),
        ((0.4, -0.8), -0.5),
        ((None, -0.4, None), -0.4),
        ((), 0.0),
        ((-0.8, 0.0, 0.0, 0.0, 0.0, 0.0), -0.4),
    ],
    ids=["one", "good end", "bad end", "others' turns", "no words", "long"],
)
def test_the_worst_turn_weighs_most_and_a_good_end_softens_it(
    moods: tuple[float | None, ...], course: float
) -> None:
    assert mood_course({}, reading(*moods)) == pytest.approx(course)
