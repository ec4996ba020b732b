"""The guide as values."""

import pytest
from builders import criterion, rubric

from qa_toolkit.guides import Guide, compose

SCALE = criterion(id="care.calm", tips={0: "Breathe."}, causes={0: ["tired", "new"]}, critical=True)
ALL_TYPES = [
    SCALE,
    {"id": "care.open", "question": "Open?", "type": "yes_no", "rate": "manual"},
    {
        "id": "care.how",
        "question": "How?",
        "type": "choice",
        "rate": "manual",
        "options": [
            {"id": "good", "text": "by hand", "points": 2},
            {"id": "bad", "text": "not at all", "points": -1},
        ],
    },
    {
        "id": "care.which",
        "question": "Which?",
        "type": "multi_choice",
        "rate": "manual",
        "options": [
            {"id": "a", "text": "lamps", "points": 1},
            {"id": "b", "text": "doors", "points": 2},
        ],
        "tips": {0: "Look again."},
    },
    {
        "id": "care.wait",
        "question": "How long?",
        "type": "number",
        "unit": "minutes",
        "ranges": [{"below": 5, "points": 1}, {"from": 5, "points": 0}],
    },
    {"id": "care.note", "question": "Why?", "type": "text"},
    {"id": "care.info", "question": "Mind the step.", "type": "info"},
    criterion(id="care.extra", bonus=True),
]
SECTIONS = [{"id": "care", "title": "Care", "weight": 3, "criteria": ALL_TYPES}]


def guide(**fields: object) -> Guide:
    return compose(rubric(**{"sections": SECTIONS} | fields), (), made_by="the tests")


def levels(name: str) -> list[tuple[str, str]]:
    (section,) = guide().sections
    criteria = {item.anchor: item for group in section.groups for item in group.criteria}
    return [(level.points, level.text) for level in criteria[f"question-care-{name}"].levels]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("calm", [("2", "shown"), ("1", "in part"), ("0", "not shown")]),
        ("open", [("1", "Yes"), ("0", "No")]),
        ("how", [("2", "by hand"), ("−1", "not at all")]),
        ("which", [("+2", "doors"), ("+1", "lamps"), ("0", "0 in all")]),
        ("wait", [("1", "below 5"), ("0", "from 5")]),
        ("note", []),
        ("info", []),
    ],
)
def test_every_type_of_question_shows_its_answers(name: str, told: list[tuple[str, str]]) -> None:
    assert levels(name) == told


def test_a_level_says_what_to_practise_and_what_may_lie_behind_it() -> None:
    lowest = guide().sections[0].groups[0].criteria[0].levels[-1]
    assert (lowest.tip, lowest.causes, lowest.critical) == ("Breathe.", "tired; new", True)


def test_badges_say_what_is_special() -> None:
    badges = {
        item.anchor: [badge.text for badge in item.badges]
        for item in guide().sections[0].groups[0].criteria
    }
    assert badges["question-care-calm"] == ["critical"]
    assert badges["question-care-note"] == ["not in the total"]
    assert badges["question-care-extra"] == ["bonus"]
    assert badges["question-care-open"] == []


def test_what_only_people_judge_says_so() -> None:
    told = {item.anchor: item.people for item in guide().sections[0].groups[0].criteria}
    assert told["question-care-calm"] == ""
    assert told["question-care-open"].startswith("Only people judge this")
    assert told["question-care-note"] == ""


def test_where_people_judge_everything_it_is_said_once() -> None:
    known = compose(rubric(criterion(rate="manual")), (), made_by="the tests")
    rules = {rule.title: rule.text for rule in known.rules}
    assert rules["Machine and people"] == "People rate every question; the machine rates none."
    assert known.sections[0].groups[0].criteria[0].people == ""
    assert known.reading == ()


def test_the_contents_lead_to_everything() -> None:
    known = guide(cues={"distress": {"any": ["broken"]}})
    assert [link.anchor for link in known.contents] == [
        "weights", "total", "section-care", *(f"question-care-{name}" for name in (
            "calm", "open", "how", "which", "wait", "note", "info", "extra")), "cues", "reading",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "pieces"),
    [
        ({}, [("Does not pass", 80, ""), ("Passes", 20, "for")]),
        (
            {"bands": {"Good": 60, "Low": 0, "Top": 90}, "pass_mark": 60},
            [("Low", 60, ""), ("Good", 30, "for"), ("Top", 10, "for")],
        ),
        ({"bands": {"Good": 60}, "pass_mark": 75}, [("", 60, ""), ("Good", 40, "")]),
        ({"bands": {"Low": 0, "Full": 100}, "pass_mark": 100}, [("Low", 100, "")]),
        ({"pass_mark": 0}, [("Passes", 100, "for")]),
    ],
)
def test_the_picture_of_totals_goes_from_0_to_100(
    fields: dict[str, object], pieces: list[tuple[str, float, str]]
) -> None:
    assert [(one.name, one.width, one.tone) for one in guide(**fields).scale] == pieces


@pytest.mark.parametrize(
    ("fields", "title", "words"),
    [
        ({"pass_mark": 72.5}, "What passes", "A total of 72.5 or more"),
        ({"pass_mark": 100}, "What passes", "A total of 100, compared"),
        ({"minimums": {"care": 40}}, "What passes", "at least 40 % in Care"),
        ({"bands": {"Low": 0, "Top": 90}}, "Names for totals", "from 0 Low; from 90 Top."),
        ({"policy": {"not_applicable": "full"}}, "Without an occasion", "fully shown"),
        ({"policy": {"critical": "fail"}}, "Where a failure decides", "whatever the total"),
        (
            {"policy": {"critical": {"customer": "section"}}},
            "Where a failure decides",
            "When another critical question is failed, the total becomes 0",
        ),
        ({"policy": {"bonus": "open"}}, "Bonus", "may be over 100"),
        ({"policy": {"total": "criteria"}}, "From levels to a total", "All questions together"),
        ({}, "Machine and people", "The machine rates 2 of 6 questions"),
        ({"appeal_days": 7}, "If you see it differently", "within 7 days"),
        ({"appeal_days": 1}, "If you see it differently", "within 1 day."),
    ],
)
def test_how_a_total_is_made_is_told(fields: dict[str, object], title: str, words: str) -> None:
    assert words in {rule.title: rule.text for rule in guide(**fields).rules}[title]


def test_without_a_window_nothing_is_promised() -> None:
    known = guide()
    assert "If you see it differently" not in [rule.title for rule in known.rules]
    assert [fact.label for fact in known.facts] == ["Passes from", "Questions", "Critical"]


def test_the_widest_section_fills_its_row_and_a_bonus_takes_no_room() -> None:
    light = {"id": "x", "title": "X", "weight": 1, "criteria": [criterion(id="x.c")]}
    heavy, other = guide(sections=[*SECTIONS, light]).weights
    assert sum(piece.width for piece in heavy.slices) == pytest.approx(100, abs=0.01)
    assert heavy.slices[0].name == "Is it shown?"
    assert len(heavy.slices) == 5
    assert [piece.width for piece in other.slices] == [pytest.approx(100 / 3, abs=0.01)]


def test_subsections_are_groups_with_a_share_of_their_own() -> None:
    part = {"id": "deep", "title": "Deep", "weight": 1, "criteria": [criterion(id="deep.c")]}
    section = {"id": "care", "title": "Care", "weight": 3, "criteria": [SCALE], "sections": [part]}
    known = guide(sections=[section]).sections[0]
    assert [(group.title, group.share) for group in known.groups] == [("", ""), ("Deep", "50 %")]
