"""What the machine looks for, in plain words."""

import pytest
from builders import criterion, rubric

from qa_toolkit.domain.rubric import Criterion
from qa_toolkit.guides.signs import how_they_count, signs


def of(*indicators: dict[str, object], **fields: object) -> Criterion:
    known = [{"id": f"i{n}", "points": 1} | indicator for n, indicator in enumerate(indicators)]
    return next(rubric(criterion(indicators=known, **fields)).criteria())


@pytest.mark.parametrize(
    ("indicator", "sentence"),
    [
        ({"kind": "phrase", "any": ["hi"]}, "You say"),
        ({"kind": "phrase", "any": ["hi"], "first_turns": 2}, "You say, in your first 2 turns"),
        (
            {"kind": "phrase", "any": ["hi"], "first_turns": 1, "last_turns": 2},
            "You say, in your first 1 turn or your last 2 turns",
        ),
        (
            {"kind": "phrase", "any": ["hi"], "speaker": "customer", "last_turns": 2},
            "The customer says, in their last 2 turns",
        ),
        (
            {"kind": "phrase", "any": ["hi"], "within_turns": 2},
            "You say, in your next 2 turns after the customer's cue",
        ),
        ({"kind": "phrase", "any": ["hi"], "at_least": 3}, "You say, at least 3 times"),
        (
            {"kind": "phrase", "any": ["hallo"], "language": "de"},
            "You say (looked for where 'de' is spoken)",
        ),
        ({"kind": "commitment"}, "You say what will be done"),
        (
            {"kind": "commitment", "due": "required", "kinds": ["callback", "scheduled"]},
            "You say what will be done (that the customer will hear from you or by a time), and by when",
        ),
        (
            {"kind": "order", "first": ["sorry"], "then": ["number"]},
            "You say one thing before the other",
        ),
        (
            {"kind": "response_time", "measure": "first", "at_most_s": 90},
            "Your first answer comes within 1.5 minutes",
        ),
        (
            {"kind": "response_time", "measure": "longest", "longer_than_s": 600},
            "Your slowest answer comes after more than 10 minutes",
        ),
        ({"kind": "silence", "longer_than_s": 10}, "More than 10 seconds of silence in a call"),
        (
            {"kind": "silence", "longer_than_s": 1, "unless_announced": ["one moment"]},
            "More than 1 second of silence in a call, unless you announced it",
        ),
        (
            {"kind": "interruption", "longer_than_s": 1.5},
            "You cut in on the customer: both speak for more than 1.5 seconds",
        ),
        (
            {"kind": "interruption", "speaker": "customer", "longer_than_s": 2},
            "The customer cuts in on you: both speak for more than 2 seconds",
        ),
        (
            {"kind": "sentiment_shift", "at_least": 0.5},
            "The customer's words are brighter at the end than at the start",
        ),
        (
            {"kind": "sentiment_shift", "at_most": -0.5},
            "The customer's words are darker at the end than at the start",
        ),
        (
            {"kind": "attribute", "metadata": "repeat_contact", "one_of": ["yes", "maybe"]},
            "What is known of the contact: repeat contact is yes or maybe",
        ),
        (
            {"kind": "attribute", "metadata": "csat", "at_least": 4, "at_most": 5},
            "What is known of the contact: csat is at least 4 and at most 5",
        ),
    ],
)
def test_an_indicator_is_one_sentence(indicator: dict[str, object], sentence: str) -> None:
    assert signs(of(indicator))[0].what == sentence


def test_what_speaks_for_it_comes_first() -> None:
    found = signs(
        of(
            {"id": "rude", "kind": "phrase", "any": ["no"], "points": -0.5},
            {"id": "thanks_a_lot", "kind": "phrase", "any": ["thanks"], "points": 2},
        )
    )
    assert [(sign.name, sign.points, sign.tone) for sign in found] == [
        ("Thanks a lot", "+2", "for"),
        ("Rude", "−0.5", "against"),
    ]


def test_what_cancels_a_wording_is_told() -> None:
    sign = signs(of({"kind": "phrase", "any": ["please"], "unless": ["(hard|easy) to please"]}))[0]
    assert [(known.label, known.examples) for known in sign.wordings] == [
        ("for example", ("please",)),
        ("does not count in a sentence with", ("hard to please", "easy to please")),
    ]


@pytest.mark.parametrize(
    ("points", "fields", "told"),
    [
        ([1, 2], {}, "The best one counts; they do not add up."),
        ([1, -1], {}, "The best one counts, less the worst; they do not add up."),
        ([1, 1], {"rate": "all"}, "Each of these counts once, and they add up."),
        ([-1], {"base": 2}, "You start at the top. The worst one counts; they do not add up."),
        ([1], {"base": 1}, "You start with 1. The best one counts; they do not add up."),
        (
            [2],
            {"rate": "share", "applies_when": {"customer": "distress"}},
            "Each occasion is looked at by itself: the best one counts; they do not add up. "
            "The mean of all occasions is your rating.",
        ),
        ([1], {"rate": "manual"}, ""),
    ],
)
def test_it_is_told_how_finds_become_a_rating(
    points: list[int], fields: dict[str, object], told: str
) -> None:
    known = [{"kind": "phrase", "any": ["x"], "points": point} for point in points]
    assert how_they_count(of(*known, **fields)) == told
