"""`qa rubric explain`: the manual pages of lint rules."""

import pytest
import rule_docs
from commands import qa

from qa_toolkit.rubric.rules import RULE_CODES, RULES


def test_a_code_is_explained_with_its_reason_examples_and_remedy() -> None:
    ran = qa("rubric", "explain", "R204")
    assert ran.code == 0
    assert ran.out.startswith("R204  top of the scale out of reach (error)\n")
    for part in (
        "An agent who does everything right would still lose points",
        "Bad\n\n    - id: basics.greets\n",
        "Good\n\n    - id: basics.greets\n",
        "What to do\nRaise the points or the base",
        "# qa: disable=R204 reason",
    ):
        assert part in ran.out


def test_what_makes_a_file_no_rubric_cannot_be_silenced() -> None:
    ran = qa("rubric", "explain", "R001")
    assert "qa: disable" not in ran.out
    assert "cannot be silenced" in ran.out


def test_without_a_code_all_are_listed() -> None:
    lines = qa("rubric", "explain").out.splitlines()
    assert {line.split()[0] for line in lines} >= RULE_CODES


@pytest.mark.parametrize("family", ["R3", "r3xx"])
def test_a_family_is_listed_alone(family: str) -> None:
    lines = qa("rubric", "explain", family).out.splitlines()[2:]
    assert [line.split()[0] for line in lines] == [
        rule.code for rule in RULES if rule.code.startswith("R3")
    ]


def test_the_case_of_a_code_does_not_matter() -> None:
    assert qa("rubric", "explain", "r204").out == qa("rubric", "explain", "R204").out


def test_a_page_as_json_has_its_examples_apart() -> None:
    (page,) = qa("rubric", "explain", "R006", "--json").json
    assert page["severity"] == "error"
    assert [block.splitlines()[0] for block in page["good"]] == [
        "# file: base.yaml",
        "extends: base.yaml",
    ]


def test_all_pages_as_json() -> None:
    assert {page["code"] for page in qa("rubric", "explain", "--json").json} == RULE_CODES


@pytest.mark.parametrize("code", ["R2044", "R9", "weights"])
def test_an_unknown_code_is_told(code: str) -> None:
    ran = qa("rubric", "explain", code)
    assert ran.code == 2
    assert f"there is no code '{code}'" in ran.err
    assert "'qa rubric explain' lists all codes" in ran.err


def test_a_code_that_was_probably_meant_is_named() -> None:
    assert "did you mean 'R204'?" in qa("rubric", "explain", "R2044").err


def test_the_page_of_all_rules_is_what_the_rules_say() -> None:
    """After a change of a rule: .venv/bin/python tools/rule_docs.py."""
    assert rule_docs.PAGE.read_text(encoding="utf-8") == rule_docs.page()


@pytest.mark.parametrize(
    ("code", "said"),
    [
        pytest.param("T201", "every case still held", id="a code of test"),
        pytest.param("D001", "Raise 'version'", id="a code of diff"),
        pytest.param("D1", "D101", id="a family of diff"),
    ],
)
def test_codes_of_test_and_diff_are_explained_too(code: str, said: str) -> None:
    ran = qa("rubric", "explain", code)
    assert (ran.code, said in ran.out) == (0, True)
