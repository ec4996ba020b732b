"""What differs between two versions of a rubric, and what does not."""

import pytest
from builders import criterion, rubric
from diff_builders import changes, named, only, phrase, section, told, with_criterion, with_sections

from qa_toolkit.domain.rubric import Rubric


def test_a_rubric_does_not_differ_from_itself() -> None:
    assert changes(rubric(), rubric()) == ()


def test_the_version_alone_is_no_difference() -> None:
    assert changes(rubric(version="1.0.0"), rubric(version="2.0.0")) == ()


SPELLINGS = [
    ({"language": "en"}, {"language": ["en"]}),
    ({"policy": {"critical": "zero"}}, {"policy": {"critical": {"business": "zero"}}}),
    ({"pass_mark": 80}, {"pass_mark": 80.0}),
]


@pytest.mark.parametrize(("old", "new"), SPELLINGS, ids=["language", "policies", "number"])
def test_two_spellings_of_one_meaning_do_not_differ(
    old: dict[str, object], new: dict[str, object]
) -> None:
    assert changes(rubric(**old), rubric(**new)) == ()


SAME_CRITERIA = [
    ({"critical": "customer"}, {"critical": {"class": "customer"}}),
    ({"critical": True}, {"critical": {"at": [0]}}),
    ({"allow_na": None}, {"allow_na": True}),
    ({}, {"applies_when": {}}),
    ({"type": "yes_no", "scale": {}}, {"type": "yes_no", "scale": {0: "No", 1: "Yes"}}),
    ({"indicators": [phrase("a", "b", "c")]}, {"indicators": [phrase("a", "c", "b", "c")]}),
]


@pytest.mark.parametrize(
    ("old", "new"),
    SAME_CRITERIA,
    ids=["class", "lowest level", "not applicable", "always", "yes and no", "order of phrases"],
)
def test_two_spellings_of_a_criterion_do_not_differ(
    old: dict[str, object], new: dict[str, object]
) -> None:
    assert changes(with_criterion(**old), with_criterion(**new)) == ()


OF_THE_RUBRIC = [
    ({"id": "other"}, "D102 renamed id"),
    ({"title": "Other"}, "D301 changed title"),
    ({"description": "New."}, "D301 changed description"),
    ({"appeal_days": 14}, "D301 changed appeal_days"),
    ({"language": ["en", "de"]}, "D203 changed language"),
    ({"applies_to": {"channels": ["call"]}}, "D203 changed applies_to › channels"),
    ({"requires": {"customer_turns": 2}}, "D203 changed requires › customer_turns"),
    ({"pass_mark": 70}, "D204 changed pass_mark"),
    ({"bands": {"Good": 60}}, "D204 added bands › Good"),
    ({"minimums": {"s": 40}}, "D204 added minimums › s"),
    ({"policy": {"bonus": "open"}}, "D204 changed policy › bonus"),
    ({"policy": {"critical": {"customer": "fail"}}}, "D204 changed policy › critical"),
    ({"cues": {"upset": {"any": ["angry"]}}}, "D202 added cue upset"),
]


@pytest.mark.parametrize(("fields", "expected"), OF_THE_RUBRIC, ids=[e for _, e in OF_THE_RUBRIC])
def test_a_changed_key_of_the_rubric_is_named_with_its_code(
    fields: dict[str, object], expected: str
) -> None:
    assert told(rubric(requires={"customer_turns": 0}), rubric(**fields)) == [expected]


OF_A_CRITERION = [
    ({"question": "Is it there?"}, "D301 changed s.c › question"),
    ({"guidance": "Look well."}, "D301 changed s.c › guidance"),
    ({"weight": 2}, "D201 changed s.c › weight"),
    ({"bonus": True}, "D201 changed s.c › bonus"),
    ({"base": 1}, "D201 changed s.c › base"),
    ({"rate": "all"}, "D201 changed s.c › rate"),
    ({"critical": "compliance", "allow_na": True}, "D204 changed s.c › critical"),
    ({"allow_na": False}, "D203 changed s.c › allow_na"),
    ({"applies_when": {"channels": ["chat"]}}, "D203 changed s.c › applies_when › channels"),
    ({"applies_when": {"metadata": {"q": ["x"]}}}, "D203 added s.c › applies_when › metadata › q"),
    ({"scale": {0: "no", 1: "in part", 2: "shown"}}, "D301 changed s.c › scale › 0"),
    ({"tips": {0: "Show it."}}, "D301 added s.c › tips › 0"),
    ({"causes": {0: ["rush"]}}, "D301 added s.c › causes › 0"),
    ({"indicators": [phrase("sorry", "so sorry")]}, "D202 changed s.c › indicator sorry › any"),
    ({"indicators": [phrase("sorry", points=1)]}, "D201 changed s.c › indicator sorry › points"),
    ({"indicators": [phrase("sorry", at_least=2)]}, "D202 changed s.c › indicator sorry › at_least"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "expected"), OF_A_CRITERION, ids=[e for _, e in OF_A_CRITERION])
def test_a_changed_key_of_a_criterion_is_named_with_its_code(
    fields: dict[str, object], expected: str
) -> None:
    assert told(with_criterion(), with_criterion(**fields)) == [expected]


def test_a_list_of_phrases_says_which_were_added_and_removed() -> None:
    old = with_criterion(indicators=[phrase("a", "sorry", "apologies")])
    new = with_criterion(indicators=[phrase("a", "so sorry", "apologies", "regret")])
    change = only(changes(old, new))
    assert (change.added, change.removed) == (("so sorry", "regret"), ("sorry",))


def test_a_value_is_told_as_json_has_it() -> None:
    change = only(changes(rubric(pass_mark=80), rubric(pass_mark=72.5)))
    assert (change.before, change.after) == (80, 72.5)


def test_an_indicator_of_another_kind_is_one_change() -> None:
    order = {"id": "sorry", "kind": "order", "first": ["a"], "then": ["b"], "points": 2}
    new = with_criterion(indicators=[order])
    assert told(with_criterion(), new) == ["D202 changed s.c › indicator sorry › kind"]


def test_a_new_indicator_is_looked_for() -> None:
    new = with_criterion(indicators=[phrase("sorry"), phrase("regret", "we regret", points=-1)])
    assert told(with_criterion(), new) == ["D202 added s.c › indicator regret"]


def test_places_are_those_of_the_changed_value_in_each_version() -> None:
    old = with_criterion(indicators=[phrase("sorry"), phrase("regret", "we regret")])
    new = with_criterion(indicators=[phrase("regret", "we do regret"), phrase("sorry")])
    change = only(changes(old, new))
    assert change.old_path == ("sections", 0, "criteria", 0, "indicators", 1, "any")
    assert change.new_path == ("sections", 0, "criteria", 0, "indicators", 0, "any")


def test_the_order_of_languages_is_scoring_as_the_first_is_taken_on_trust() -> None:
    change = only(changes(rubric(language=["en", "de"]), rubric(language=["de", "en"])))
    assert (change.code, change.kind, change.after) == ("D203", "reordered", ["de", "en"])


def test_a_cue_that_goes_is_told() -> None:
    cues = {"upset": {"any": ["angry", "sad"]}}
    change = only(changes(rubric(cues=cues), rubric()))
    assert (change.name, change.kind, change.before) == ("cue upset", "removed", "2 wordings")


def test_what_is_gone_has_its_old_place_and_what_held_it() -> None:
    old = with_sections(section("s", named("s.a"), named("s.b")))
    change = only(changes(old, with_sections(section("s", named("s.a")))))
    assert (change.kind, change.name) == ("removed", "s.b")
    assert change.old_path == ("sections", 0, "criteria", 1)
    assert change.new_path == ("sections", 0)


def test_a_new_scored_criterion_is_breaking_and_a_question_for_information_is_not() -> None:
    info: dict[str, object] = {"id": "s.i", "question": "Which product?", "type": "info"}
    old = section("s", named("s.a"))
    new = section("s", named("s.a"), named("s.b"), info)
    found = told(with_sections(old), with_sections(new))
    assert found == ["D103 added s.b", "D303 added s.i"]


QUESTION: dict[str, object] = {"id": "s.i", "question": "Which product?"}


@pytest.mark.parametrize("kind", ["info", "text"])
def test_what_is_not_scored_may_come_go_and_be_renamed(kind: str) -> None:
    asked = QUESTION | {"type": kind}
    without = with_sections(section("s", named("s.a")))
    plain = with_sections(section("s", named("s.a"), asked))
    other = with_sections(section("s", named("s.a"), asked | {"id": "s.product"}))
    assert told(without, plain) == ["D303 added s.i"]
    assert told(plain, without) == ["D303 removed s.i"]
    assert told(plain, other) == ["D303 renamed s.product"]


def test_a_section_in_which_nothing_is_scored_may_come_go_and_be_renamed() -> None:
    scored, asked = section("s", named("s.a")), QUESTION | {"type": "info", "id": "t.i"}
    without = with_sections(scored)
    plain = with_sections(scored, section("t", asked))
    other = with_sections(scored, section("u", asked | {"id": "u.i"}, title="t"))
    assert told(without, plain) == ["D303 added section t", "D303 added t.i"]
    assert told(plain, without) == ["D303 removed section t", "D303 removed t.i"]
    assert told(plain, other) == ["D303 renamed section u", "D303 renamed u.i"]


def test_a_section_that_comes_or_goes_is_told_with_its_criteria() -> None:
    one, two = section("s", named("s.a")), section("t", named("t.b"))
    assert told(with_sections(one), with_sections(one, two)) == [
        "D103 added section t",
        "D103 added t.b",
    ]
    assert told(with_sections(one, two), with_sections(one)) == [
        "D101 removed section t",
        "D101 removed t.b",
    ]


def test_a_criterion_in_another_subsection_has_moved() -> None:
    a, b, c = named("s.a"), named("s.b"), named("s.c")
    old = section("s", sections=[section("p", a, c), section("q", b)])
    new = section("s", sections=[section("p", a), section("q", b, c)])
    change = only(changes(with_sections(old), with_sections(new)))
    assert (change.code, change.name, change.before, change.after) == ("D205", "s.c", "p", "q")


def test_another_order_is_wording_and_told_once() -> None:
    a, b = named("s.a"), named("s.b")
    old, new = section("s", a, b), section("s", b, a)
    change = only(changes(with_sections(old), with_sections(new)))
    assert (change.code, change.name, change.after) == ("D302", "s › criteria", ["s.b", "s.a"])


CHOICE = [{"id": "yes", "text": "Yes", "points": 2}, {"id": "no", "text": "No", "points": 0}]
ANSWERS = [
    ({"scale": {0: "no", 1: "yes"}}, {"scale": {0: "no", 1: "yes", 2: "more"}},
     ["D104 added s.c › scale › 2"]),
    ({"scale": {0: "no", 1: "yes", 2: "x"}}, {"scale": {0: "no", 1: "yes"}},
     ["D104 removed s.c › scale › 2"]),
    ({"type": "scale"}, {"type": "yes_no", "scale": {}}, ["D104 changed s.c › type"]),
    ({"type": "choice", "options": CHOICE}, {"type": "choice", "options": CHOICE[::-1]},
     ["D302 reordered s.c › options"]),
    ({"type": "choice", "options": CHOICE},
     {"type": "choice", "options": [*CHOICE, {"id": "partly", "text": "Partly", "points": 1}]},
     ["D103 added s.c › option partly"]),
    ({"type": "choice", "options": CHOICE},
     {"type": "choice", "options": [CHOICE[0] | {"points": 3}, CHOICE[1]]},
     ["D201 changed s.c › option yes › points"]),
    ({"type": "choice", "options": CHOICE},
     {"type": "choice", "options": [CHOICE[0] | {"id": "aye"}, CHOICE[1]]},
     ["D102 renamed s.c › option aye"]),
    ({"type": "choice", "options": CHOICE}, {"type": "choice", "options": CHOICE[:1]},
     ["D101 removed s.c › option no"]),
    ({"type": "number", "ranges": [{"below": 3, "points": 1}, {"from": 3, "points": 0}]},
     {"type": "number", "ranges": [{"below": 3, "points": 2}, {"from": 3, "points": 0}]},
     ["D201 changed s.c › range below 3 › points"]),
    ({"type": "number", "ranges": [{"below": 3, "points": 1}, {"from": 3, "points": 0}]},
     {"type": "number", "ranges": [{"below": 4, "points": 1}, {"from": 3, "points": 0}]},
     ["D201 added s.c › range below 4", "D201 removed s.c › range below 3"]),
    ({"type": "number", "ranges": [{"below": 100000.4, "points": 1}]},
     {"type": "number", "ranges": [{"below": 100000.2, "points": 1}]},
     ["D201 added s.c › range below 100000.2", "D201 removed s.c › range below 100000.4"]),
    ({"type": "number", "unit": "minutes"}, {"type": "number", "unit": "seconds"},
     ["D104 changed s.c › unit"]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), ANSWERS, ids=[e[0] for *_, e in ANSWERS])
def test_other_answers_are_told(
    old: dict[str, object], new: dict[str, object], expected: list[str]
) -> None:
    bare = {"indicators": [], "rate": "manual"}
    assert told(_criterion(old | bare), _criterion(new | bare)) == expected


def _criterion(fields: dict[str, object]) -> Rubric:
    scale = {} if fields.get("type") in ("choice", "number") else {"scale": {0: "no", 1: "yes"}}
    return rubric({**criterion(), "scale": {}, **scale, **fields})


def test_a_range_without_a_text_is_told_with_every_digit() -> None:
    ranges = [{"from": 0.5, "below": 1234567, "points": 1}]
    new = _criterion({"type": "number", "ranges": ranges, "rate": "manual", "indicators": []})
    old = _criterion({"type": "number", "rate": "manual", "indicators": []})
    assert only(changes(old, new)).after == "from 0.5 below 1234567, 1 point"


SUMMARIES = [
    ({"indicators": [phrase("a", "b", "c")]}, "phrase, 2 wordings, 2 points"),
    ({"indicators": [{"id": "a", "kind": "order", "first": ["b"], "then": ["c"], "points": 1}]},
     "order, 1 wording before 1, 1 point"),
    ({"indicators": [{"id": "a", "kind": "silence", "longer_than_s": 9, "points": -0.5}]},
     "silence, -0.5 points"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "expected"), SUMMARIES, ids=[said for _, said in SUMMARIES])
def test_a_new_indicator_is_told_in_a_few_words(fields: dict[str, object], expected: str) -> None:
    found = changes(with_criterion(indicators=[], rate="manual"), with_criterion(**fields))
    assert [change.after for change in found if change.what == "indicator"] == [expected]


def test_the_order_of_changes_is_always_the_same() -> None:
    old, new = rubric(title="A", pass_mark=1), rubric(title="B", pass_mark=2)
    assert told(old, new) == ["D301 changed title", "D204 changed pass_mark"]
