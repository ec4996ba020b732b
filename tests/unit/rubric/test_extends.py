"""Rubrics that build on others: merged part by part, each problem in its own file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.rubric.dump import dump
from qa_toolkit.rubric.load import LoadedRubric, load_rubric, read_rubric
from qa_toolkit.strict_yaml.reader import read_yaml

BASE = """\
format: 1
id: base
version: 1.0.0
title: Base
description: The house rules.
applies_to: {channels: [call, chat]}
pass_mark: 50
minimums: {care: 40}
cues:
  woe: {any: [broken]}
  joy: {any: [great]}
sections:
  - id: care
    title: Care
    weight: 1
    criteria:
      - id: care.sorry
        question: Is the agent sorry?
        scale: {0: "no", 1: "yes"}
        indicators:
          - {id: plain, kind: phrase, any: [sorry], points: 1}
          - {id: formal, kind: phrase, any: [apologies], points: 1}
      - id: care.thanks
        question: Does the agent thank?
        scale: {0: "no", 1: "yes"}
        rate: manual
  - id: help
    title: Help
    weight: 2
    criteria:
      - {id: help.done, question: Is it done?, scale: {0: "no", 1: "yes"}, rate: manual}
"""
CHILD = "extends: base.yaml\nid: child\nversion: 1.0.0\ntitle: Child\n"


def load(child: str, **others: str) -> LoadedRubric:
    """A child on `BASE` and on other files, given by their names without `.yaml`."""
    files = {"base": BASE, "child": child} | others

    def read(path: Path) -> str:
        if path.stem not in files:
            raise FileNotFoundError(2, "No such file or directory")
        return files[path.stem]

    return load_rubric(Path("rubrics/child.yaml"), read)


def value(child: str) -> dict[str, object]:
    document = load(CHILD + child).document
    assert document is not None
    assert isinstance(document.value, dict)
    return document.value


def ids(child: str) -> dict[str, list[str]]:
    """The ids of criteria by section."""
    rubric = load(CHILD + child).rubric
    assert rubric is not None, load(CHILD + child).problems
    return {section.id: [one.id for one in section.criteria] for section in rubric.sections}


def errors(child: str, **others: str) -> list[str]:
    problems = load(child, **others).problems
    return [str(problem) for problem in problems if problem.severity == "error"]


def test_what_the_child_does_not_say_is_the_bases() -> None:
    loaded = load(CHILD)
    assert loaded.rubric is not None
    assert (loaded.rubric.id, loaded.rubric.description) == ("child", "The house rules.")
    assert loaded.files == (Path("rubrics/child.yaml"), Path("rubrics/base.yaml"))


def test_mappings_are_merged_key_by_key() -> None:
    assert value("minimums: {help: 10}")["minimums"] == {"care": 40, "help": 10}


def test_a_key_without_a_value_is_taken_away() -> None:
    merged = value("description:\nminimums: {care: null}")
    assert "description" not in merged
    assert merged["minimums"] == {}


def test_lists_without_ids_are_replaced() -> None:
    assert value("cues: {woe: {any: [late]}}")["cues"] == {
        "woe": {"any": ["late"]},
        "joy": {"any": ["great"]},
    }
    assert value("sections: []")["sections"] == []


def test_parts_with_a_known_id_are_merged_in_their_place_and_new_ones_follow() -> None:
    child = """\
sections:
  - id: more
    title: More
    weight: 1
    criteria:
      - {id: more.one, question: Is it one?, scale: {0: "no", 1: "yes"}, rate: manual}
  - id: care
    weight: 5
    criteria:
      - id: care.thanks
        question: Does the agent thank the customer?
      - {id: care.new, question: Is it new?, scale: {0: "no", 1: "yes"}, rate: manual}
"""
    assert ids(child) == {
        "care": ["care.sorry", "care.thanks", "care.new"],
        "help": ["help.done"],
        "more": ["more.one"],
    }
    rubric = load(CHILD + child).rubric
    assert rubric is not None
    assert [section.weight for section in rubric.sections] == [5, 2, 1]
    assert rubric.sections[0].criteria[1].question == "Does the agent thank the customer?"


def test_a_level_is_the_same_in_quotes() -> None:
    child = 'sections: [{id: help, criteria: [{id: help.done, scale: {"1": it is done}}]}]'
    rubric = load(CHILD + child).rubric
    assert rubric is not None
    assert rubric.sections[1].criteria[0].scale == {0: "no", 1: "it is done"}


def test_parts_of_any_kind_are_removed_by_their_ids() -> None:
    child = "remove: [help, care.thanks, care.sorry.formal, joy]\n"
    assert ids(child) == {"care": ["care.sorry"]}
    rubric = load(CHILD + child).rubric
    assert rubric is not None
    assert [one.id for one in rubric.sections[0].criteria[0].indicators] == ["plain"]
    assert list(rubric.cues) == ["woe"]


def test_what_is_removed_may_come_back_otherwise() -> None:
    child = """\
remove: [help]
sections:
  - id: help
    title: Other help
    weight: 1
    criteria:
      - {id: help.other, question: Is it other?, scale: {0: "no", 1: "yes"}, rate: manual}
"""
    assert ids(child)["help"] == ["help.other"]


def test_removing_what_is_not_there_is_told_with_what_was_meant() -> None:
    assert errors(f"{CHILD}remove: [help, care.sory]\n") == [
        "rubrics/child.yaml:5:16: error: there is no 'care.sory' to remove, did you mean "
        "'care.sorry'? [R301]"
    ]


@pytest.mark.parametrize("wrong", ["help", "[1]", "[[help]]", "{help: 1}"])
def test_remove_takes_a_list_of_ids(wrong: str) -> None:
    assert errors(f"{CHILD}remove: {wrong}\n") == [
        "rubrics/child.yaml:5:9: error: remove: must be a list of ids, as in [empathy.mood, "
        "empathy.first.stock] [R004]"
    ]


def test_an_id_given_twice_in_the_child_is_not_merged_away() -> None:
    child = "sections: [{id: help, weight: 3}, {id: help, title: H, weight: 4, criteria: []}]\n"
    assert any("R101" in one for one in errors(CHILD + child))


@pytest.mark.parametrize("key", ["id", "version", "title"])
def test_a_child_must_say_what_it_is(key: str) -> None:
    child = "".join(line for line in CHILD.splitlines(keepends=True) if not line.startswith(key))
    assert errors(child) == [
        f"rubrics/child.yaml:1:1: error: the key '{key}' is missing [R004]",
    ]


def test_problems_are_told_in_the_file_they_stand_in() -> None:
    base = BASE.replace("weight: 2", "weight: 0")
    assert errors(CHILD + "pass_mark: 500\n", base=base) == [
        "rubrics/child.yaml:5:12: error: pass_mark: must be at most 100, not 500 [R004]",
        "rubrics/base.yaml:29:13: error: sections[1].weight: must be more than 0, not 0 [R004]",
    ]


def test_findings_of_lint_rules_are_told_in_the_file_they_stand_in() -> None:
    base = BASE.replace('1: "yes"}\n        indicators', '3: "yes"}\n        indicators')
    assert [one.split(" error")[0] for one in errors(CHILD, base=base)] == [
        "rubrics/base.yaml:19:16:"
    ]


def test_a_comment_of_the_base_silences_there() -> None:
    base = BASE.replace('1: "yes"}\n        ind', '3: "yes"} # qa: disable=R204 meant\n        ind')
    loaded = load(CHILD, base=base)
    assert loaded.rubric is not None
    assert not {"R007", "R008"} & {problem.code for problem in loaded.problems}


def test_the_text_of_a_merged_rubric_says_the_same_alone() -> None:
    base = BASE.replace('1: "yes"}\n        ind', '3: "yes"} # qa: disable=R204 meant\n        ind')
    loaded = load(CHILD, base=base)
    alone = read_rubric(loaded.text, "kept.yaml")
    assert alone.hash == loaded.hash
    assert loaded.text.startswith(
        "# Made from rubrics/child.yaml, which extends rubrics/base.yaml.\n# qa: disable=R204 "
    )


BROKEN = "rubrics/child.yaml:1:10: error: "


@pytest.mark.parametrize(
    ("child", "others", "expected"),
    [
        pytest.param(
            "extends: bas.yaml", {},
            [f"{BROKEN}rubrics/bas.yaml cannot be read: No such file or directory [R006]"],
            id="missing",
        ),
        pytest.param(
            "extends: child.yaml", {},
            [f"{BROKEN}a rubric cannot build on itself: rubrics/child.yaml → rubrics/child.yaml "
             "[R006]"],
            id="itself",
        ),
        pytest.param(
            "extends: ../rubrics/x.yaml", {"x": "a: 1\nextends: ./child.yaml"},
            [
                f"{BROKEN}its base cannot be used: rubrics/child.yaml → rubrics/x.yaml: a rubric "
                "cannot build on itself: rubrics/child.yaml → rubrics/x.yaml → rubrics/child.yaml "
                "[R006]",
                "rubrics/x.yaml:2:10: error: a rubric cannot build on itself: rubrics/child.yaml → "
                "rubrics/x.yaml → rubrics/child.yaml [R006]",
            ],
            id="each other",
        ),
        pytest.param(
            "extends: [base.yaml]", {},
            [f"{BROKEN}'extends' must name one file, as in extends: service.yaml [R006]"],
            id="a list",
        ),
        pytest.param(
            "extends: ''", {},
            [f"{BROKEN}'extends' must name one file, as in extends: service.yaml [R006]"],
            id="nothing",
        ),
        pytest.param(
            "extends: x.yaml", {"x": "a: [b"},
            [
                f"{BROKEN}rubrics/x.yaml cannot be used [R006]",
                "rubrics/x.yaml:1:4: error: the bracket '[' is not closed, or a comma is missing "
                "behind it [R001]",
            ],
            id="no YAML",
        ),
        pytest.param(
            "extends: x.yaml", {"x": "- a"},
            [
                f"{BROKEN}rubrics/x.yaml cannot be used [R006]",
                "rubrics/x.yaml:1:1: error: a rubric is a mapping of keys, not a list of 1 (begin "
                "with 'format: 1') [R004]",
            ],
            id="no mapping",
        ),
        pytest.param(
            "extends: x.yaml", {"x": "a: 1\nformat: 3"},
            [
                f"{BROKEN}rubrics/x.yaml cannot be used [R006]",
                "rubrics/x.yaml:2:9: error: format 3 is newer than this toolkit reads (1) (upgrade "
                "qa-toolkit) [R005]",
            ],
            id="a newer format",
        ),
    ],
)  # fmt: skip
def test_a_base_that_cannot_be_used_is_told_where_it_is_named(
    child: str, others: dict[str, str], expected: list[str]
) -> None:
    assert errors(child, **others) == expected


def test_the_files_own_mistakes_are_told_beside_its_base() -> None:
    codes = [problem.code for problem in load("extends: x.yaml\na: 1\na: 2").problems]
    assert codes == ["R006", "R002"]


def test_a_chain_ends_after_five_files() -> None:
    links = {f"x{number}": f"extends: x{number + 1}.yaml" for number in range(9)}
    first, last = errors("extends: x0.yaml", **links)
    assert "more than 5 rubrics build on one another: rubrics/child.yaml → rubrics/x0" in first
    assert last.startswith("rubrics/x3.yaml:1:10:")


def test_a_chain_of_three_is_merged_from_its_end() -> None:
    middle = "extends: base.yaml\npass_mark: 60\nremove: [help]\nminimums: {care: 10}\n"
    loaded = load(CHILD.replace("base.yaml", "m.yaml") + "pass_mark: 70\n", m=middle)
    assert loaded.rubric is not None
    assert loaded.rubric.pass_mark == 70
    assert loaded.rubric.minimums["care"] == 10
    assert [section.id for section in loaded.rubric.sections] == ["care"]


def test_who_calls_says_what_a_name_means() -> None:
    files = {Path("r.yaml"): CHILD.replace("base.yaml", "house"), Path("shipped.yaml"): BASE}
    find = {"house": Path("shipped.yaml")}
    loaded = load_rubric(Path("r.yaml"), lambda path: files[path], lambda name, _: find.get(name))
    assert loaded.rubric is not None
    other = load_rubric(Path("r.yaml"), lambda path: files[path], lambda *_: None)
    assert "there is no rubric 'house'" in other.problems[0].message


def test_a_missing_base_that_was_misspelt_is_found_on_disk(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "child.yaml").write_text(CHILD.replace("base", "bsae"), encoding="utf-8")
    (problem,) = load_rubric(tmp_path / "child.yaml").problems
    assert problem.message.endswith("No such file or directory, did you mean 'base.yaml'?")


def test_a_base_in_another_encoding_is_told_there(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_bytes(BASE.encode("utf-16"))
    (tmp_path / "child.yaml").write_text(CHILD, encoding="utf-8")
    assert [problem.code for problem in load_rubric(tmp_path / "child.yaml").problems] == [
        "R006",
        "R001",
    ]


@pytest.mark.parametrize("name", ['"a\\tb"', "x" * 5_000, "nowhere/base.yaml", "/dev/null/x"])
def test_no_name_of_a_base_makes_reading_fail(tmp_path: Path, name: str) -> None:
    (tmp_path / "child.yaml").write_text(f"extends: {name}\n", encoding="utf-8")
    (problem,) = load_rubric(tmp_path / "child.yaml").problems
    assert problem.code == "R006"


scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp", "Cs")))
    | st.sampled_from(["no", "1:30", "0123", "08", "1e5", "~", "null", "- a", "a: b", "# a", "\n", "a\nb\n", "\t"])
)  # fmt: skip
keys = st.text(st.characters(codec="ascii", categories=("L", "N")), min_size=1) | st.integers(0, 99)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(keys, inner).filter(lambda known: len(known) == len({*map(str, known)}))
    ),
    max_leaves=12,
)


@given(inside=st.dictionaries(st.sampled_from("abc"), values, min_size=1))
def test_what_is_dumped_is_read_as_the_same(inside: dict[str, object]) -> None:
    document = read_yaml(dump(inside, ["a\nb"], []), "r.yaml")
    assert document.problems == []
    assert document.value == inside
