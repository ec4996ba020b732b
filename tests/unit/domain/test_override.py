"""Which of people's ratings count."""

import pytest
from builders import criterion, rubric

from qa_toolkit.domain.override import Override, applied, fits, in_force
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.score import RatingStatus

NUMBER = {"type": "number", "ranges": [{"below": 3, "points": 0}, {"from": 3, "points": 2}]}
SEVERAL = {
    "type": "multi_choice",
    "options": [{"id": "a", "text": "A", "points": 1}, {"id": "b", "text": "B", "points": 4}],
}


def override(points: int | str | None, name: str = "s.c", by: str = "mo") -> Override:
    statuses = {"na": RatingStatus.NOT_APPLICABLE, None: None}
    return Override(
        interaction_id="i-1",
        rubric_id="r",
        rubric_version="1.0.0",
        criterion=name,
        status=RatingStatus.RATED if isinstance(points, int) else statuses[points],
        points=points if isinstance(points, int) else None,
        by=by,
    )


def judged_by(**fields: object) -> Rubric:
    shown: dict[str, object] = {"indicators": []} | ({"scale": {}} if "type" in fields else {})
    return rubric(criterion(**shown | fields))


def test_the_last_word_counts() -> None:
    history = [override(1, by="mo"), override(2, by="eve")]
    assert in_force(history)["s.c"].by == "eve"


def test_what_was_taken_back_leaves_the_machines_rating() -> None:
    assert in_force([override(1), override(None)]) == {}


@pytest.mark.parametrize(
    ("points", "fields", "fits_it"),
    [
        (2, {}, True),
        (3, {}, False),
        (-1, {}, False),
        ("na", {}, True),
        ("na", {"critical": True}, False),
        ("na", {"allow_na": False}, False),
        ("na", {"critical": True, "allow_na": True}, True),
        (None, {}, False),
        (2, NUMBER, True),
        (1, NUMBER, False),
        (5, SEVERAL, True),
        (2, SEVERAL, False),
        (0, {"type": "text"}, False),
        ("na", {"type": "text"}, False),
    ],
)
def test_a_rating_fits_where_its_criterion_has_it(
    points: int | str | None, fields: dict[str, object], *, fits_it: bool
) -> None:
    (known,) = judged_by(**fields).criteria()
    assert fits(override(points), known) is fits_it


def test_what_the_rubric_has_lost_is_not_applied() -> None:
    history = [override(1, "s.gone"), override(2), override(9)]
    assert applied(history, judged_by()) == {}


def test_a_later_version_with_the_same_scale_still_takes_the_rating() -> None:
    later = judged_by().model_copy(update={"version": "2.0.0"})
    assert applied([override(2)], later) == {"s.c": override(2)}
