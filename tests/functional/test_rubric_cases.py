"""`qa rubric test`: every failure with its dialogue, known gaps, coverage, mutants; exit codes."""

from pathlib import Path

import pytest
from commands import qa

RUBRIC = """\
format: 1
id: small
version: 1.0.0
title: Small
applies_to: {channels: [chat]}
pass_mark: 50
sections:
  - id: basics
    title: Basics
    weight: 1
    criteria:
      - id: basics.thanks
        question: Does the agent thank the customer?
        scale: {0: no thanks, 1: thanks in any words}
        indicators:
          - {id: thanks, kind: phrase, any: [thank you, thanks], points: 1}
"""
CASES = """\
criterion: basics.thanks
cases:
  thanks:
    said: |
      C: Here it is.
      A: Many thanks!
    rating: 1
  no_thanks:
    said: |
      C: Here it is.
      A: Right.
    rating: 0
"""


@pytest.fixture
def rubric(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(RUBRIC, encoding="utf-8")
    write(path, CASES)
    return path


def write(rubric: Path, cases: str) -> Path:
    file = rubric.parent / "cases" / "small" / "basics.thanks.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(cases, encoding="utf-8")
    return file


def test_cases_that_hold_are_counted(rubric: Path) -> None:
    ran = qa("rubric", "test", rubric)
    assert (ran.code, ran.out) == (0, "1 file, 2 cases, 0 failed\n")


def test_a_failure_shows_the_dialogue_and_what_was_found_in_it(rubric: Path) -> None:
    file = write(rubric, CASES.replace("rating: 1", "rating: 0"))
    ran = qa("rubric", "test", rubric)
    assert ran.code == 1
    for line in (
        f"{file}:3: failed: basics.thanks: thanks",
        "    A: Many thanks!",
        "  ✗ expected rating 0, got 1 (thanks in any words)",
        "    found in turn 2 “thanks” thanks (+1)",
        "1 file, 2 cases, 1 failed",
    ):
        assert line in ran.out.splitlines()


def test_a_known_gap_is_told_and_fails_nothing(rubric: Path) -> None:
    write(rubric, CASES.replace("rating: 1", "rating: 0\n    todo: sarcasm"))
    ran = qa("rubric", "test", rubric)
    assert (ran.code, "known gap: basics.thanks: thanks (sarcasm)" in ran.out) == (0, True)


def test_a_known_gap_that_is_closed_wants_its_mark_taken_away(rubric: Path) -> None:
    write(rubric, CASES.replace("rating: 1", "rating: 1\n    todo: sarcasm"))
    ran = qa("rubric", "test", rubric)
    assert (ran.code, "take the mark away" in ran.out) == (1, True)


def test_coverage_and_mutants_tell_what_cases_leave_untried(rubric: Path) -> None:
    write(
        rubric,
        CASES[: CASES.index("  no_thanks")]
        .replace("Many thanks", "Right")
        .replace("rating: 1", "rating: 0"),
    )
    ran = qa("rubric", "test", rubric, "--coverage", "--mutate")
    assert (
        f"{rubric}:14:34: warning: small: no case expects basics.thanks to be rated 1 [T101]"
        in ran.out
    )
    assert f"coverage of {rubric}: 1 of 3 (33%)" in ran.out
    assert f"mutation of {rubric}: 1 of 2 (50%)" in ran.out
    assert ran.code == 0


def test_what_is_left_untried_can_fail_a_build(rubric: Path) -> None:
    write(rubric, CASES.replace("Many thanks", "Right").replace("rating: 1", "rating: 0"))
    assert qa("rubric", "test", rubric, "--mutate", "--fail-on", "warning").code == 1


def test_the_measures_are_in_the_json(rubric: Path) -> None:
    found = qa("rubric", "test", rubric, "--mutate", "--json").json
    assert [(m["name"], m["tried"], m["of"]) for m in found["measures"]] == [("mutation", 2, 2)]


def test_mistakes_in_cases_and_in_the_rubric_are_told_with_their_places(rubric: Path) -> None:
    write(rubric, CASES.replace("rating: 0", "rating: 5"))
    other = rubric.with_name("other.yaml")
    other.write_text(RUBRIC.replace("title: Small", "titel: Small"), encoding="utf-8")
    ran = qa("rubric", "test", rubric, other)
    assert ran.code == 1
    assert "basics.thanks.yaml:12:13: error: basics.thanks has no rating 5" in ran.out
    assert "other.yaml:4:1: error: unknown key 'titel'" in ran.out


def test_personal_data_in_a_case_is_told(rubric: Path) -> None:
    write(rubric, CASES.replace("Here it is.", "I am jane.doe.1984@gmail.com"))
    ran = qa("rubric", "test", rubric)
    assert ("R602" in ran.out, "jane.doe" in ran.out) == (True, False)


def test_a_rubric_without_cases_is_a_usage_error(tmp_path: Path) -> None:
    path = tmp_path / "lonely.yaml"
    path.write_text(RUBRIC, encoding="utf-8")
    ran = qa("rubric", "test", path)
    assert (ran.code, "no cases beside" in ran.err) == (2, True)


def test_cases_whose_rubric_is_not_there_are_told(rubric: Path) -> None:
    (rubric.parent / "cases" / "smal").mkdir()
    (rubric.parent / "cases" / "smal" / "x.yaml").touch()
    assert (
        "there is no rubric 'smal.yaml' for these cases [T103]" in qa("rubric", "test", rubric).out
    )
