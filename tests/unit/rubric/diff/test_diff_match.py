"""Things that got another id are known again."""

from builders import rubric
from diff_builders import changes, named, only, phrase, section, told, with_criterion, with_sections

UPSET = {"any": ["angry", "upset"]}


def test_the_same_content_under_another_id_is_renamed() -> None:
    old, new = (
        with_sections(section("s", named(name, "Is it shown?"), named("s.z")))
        for name in ("s.sorry", "s.apology")
    )
    change = only(changes(old, new))
    assert (change.code, change.before, change.after) == ("D102", "s.sorry", "s.apology")
    assert change.note == "same content"


def test_the_same_question_with_nearly_the_same_content_is_renamed_and_compared() -> None:
    old = with_sections(section("s", named("s.a", "Is it shown?")))
    new = with_sections(section("s", named("s.b", "Is it shown?", weight=3)))
    assert told(old, new) == ["D102 renamed s.b", "D201 changed s.b › weight"]


def test_the_same_question_about_something_else_is_another_criterion() -> None:
    other = {"scale": {0: "x", 5: "y"}, "indicators": [phrase("thanks", points=5)]}
    old = with_sections(section("s", named("s.a", "Is it shown?")))
    new = with_sections(section("s", named("s.b", "Is it shown?", **other)))
    assert told(old, new) == ["D103 added s.b", "D101 removed s.a"]


def test_of_two_equal_criteria_each_is_renamed_once() -> None:
    old = with_sections(section("s", named("s.a", "Q?"), named("s.b", "Q?")))
    new = with_sections(section("s", named("s.c", "Q?"), named("s.d", "Q?")))
    renamed = {change.before: change.after for change in changes(old, new)}
    assert renamed == {"s.a": "s.c", "s.b": "s.d"}


def test_a_renamed_section_is_known_by_what_it_holds() -> None:
    old = with_sections(section("s", named("s.a", "A?"), named("s.b", "B?")))
    new = with_sections(section("t", named("t.a", "A?"), named("t.b", "B?"), title="s"))
    assert told(old, new) == ["D102 renamed section t", "D102 renamed t.a", "D102 renamed t.b"]


def test_a_reworded_criterion_of_a_renamed_section_is_known_by_its_name() -> None:
    old = with_sections(section("s", named("s.a", "Is it shown?")))
    new = with_sections(section("t", named("t.a", "Is it plainly shown?"), title="s"))
    assert told(old, new) == [
        "D102 renamed section t",
        "D102 renamed t.a",
        "D301 changed t.a › question",
    ]


def test_references_to_what_is_renamed_are_no_changes_of_their_own() -> None:
    depends = {"applies_when": {"answers": {"s.a": [1]}}}
    old = with_sections(section("s", named("s.a", "A?"), named("s.b", "B?", **depends)),
                        minimums={"s": 40})  # fmt: skip
    depends = {"applies_when": {"answers": {"t.a": [1]}}}
    new = with_sections(section("t", named("t.a", "A?"), named("t.b", "B?", **depends), title="s"),
                        minimums={"t": 40})  # fmt: skip
    assert {change.kind for change in changes(old, new)} == {"renamed"}


def test_a_renamed_cue_is_wording_and_its_criteria_do_not_differ() -> None:
    old, new = (
        rubric(
            cues={name: UPSET},
            sections=[section("s", named("s.a", applies_when={"customer": name}))],
        )
        for name in ("distress", "trouble")
    )
    assert told(old, new) == ["D303 renamed cue trouble"]


def test_a_renamed_indicator_is_wording() -> None:
    old, new = (
        with_criterion(indicators=[phrase(name, "sorry", "regret")]) for name in ("stock", "any_of")
    )
    assert told(old, new) == ["D303 renamed s.c › indicator any_of"]


def test_an_indicator_with_few_wordings_in_common_is_another_one() -> None:
    old = with_criterion(indicators=[phrase("a", "sorry", "regret", "apologies")])
    new = with_criterion(indicators=[phrase("b", "thanks", "cheers", "apologies")])
    assert [change.kind for change in changes(old, new)] == ["added", "removed"]
