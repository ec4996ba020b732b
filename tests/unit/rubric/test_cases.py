"""Files of cases: dialogue in, turns out; mistakes told with their lines."""

from pathlib import Path

import pytest

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.rubric import Case, load_cases
from qa_toolkit.rubric.cases import case_files


def test_a_dialogue_becomes_turns_with_times() -> None:
    words = Case(said="[0-2.5] A: Hello\nB: I am a bot\n[3] C: Hi\n  there").transcript()
    assert [(turn.speaker, turn.text, turn.start_s, turn.end_s) for turn in words.turns] == [
        (SpeakerRole.AGENT, "Hello", 0.0, 2.5),
        (SpeakerRole.BOT, "I am a bot", None, None),
        (SpeakerRole.CUSTOMER, "Hi\nthere", 3.0, None),
    ]
    assert words.duration_s == 3.0


def test_mistakes_in_cases_are_told_with_their_places(tmp_path: Path) -> None:
    path = tmp_path / "cases.yaml"
    path.write_text("criterion: s.c\ncases:\n  one:\n    said: 'nobody speaks'\n    ratting: 1\n")
    cases, problems = load_cases(path)
    assert cases is None
    assert [str(problem) for problem in problems] == [
        f"{path}:4:11: error: cases.one.said: a dialogue starts with a line such as 'A: Hello' or "
        "'C: Hi' [R004]",
        f"{path}:5:5: error: unknown key 'ratting', did you mean 'rating'? [R003]",
    ]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    cases, (problem,) = load_cases(tmp_path / "none.yaml")
    assert cases is None
    assert "cannot be read" in problem.message


def test_yaml_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "cases.yaml"
    path.write_text("criterion: [")
    cases, (problem,) = load_cases(path)
    assert cases is None
    assert problem.code == "R001"


def test_only_the_first_line_of_a_dialogue_must_name_who_speaks() -> None:
    words = Case(said="\n\nA: Hello\n").transcript()
    assert [turn.text for turn in words.turns] == ["Hello"]


def test_a_dialogue_is_in_whatever_language_its_rubric_is_for() -> None:
    assert Case(said="A: Guten Tag").transcript().language == ""


@pytest.mark.parametrize(
    "line",
    ["Customer: hi", "a: hi", "Kundin : hallo", "a:hi", "I: a note", "[3] c: hi", "[12,5] A: hi"],
)
def test_a_line_of_an_unknown_speaker_is_not_glued_to_the_turn_above(line: str) -> None:
    with pytest.raises(ValueError, match="is no speaker; a line starts with A:, C:, B: or S:"):
        Case(said=f"A: Hello\n{line}")


@pytest.mark.parametrize(
    "line", ["and more of it", "12:30 suits me", "https://a.example/b", "I see: nothing", ":-)"]
)
def test_a_line_that_only_holds_a_colon_goes_on_with_the_turn_above(line: str) -> None:
    assert [turn.text for turn in Case(said=f"A: Hello\n{line}").transcript().turns] == [
        f"Hello\n{line}"
    ]


def test_case_files_may_end_in_either_way(tmp_path: Path) -> None:
    folder = tmp_path / "cases" / "r"
    folder.mkdir(parents=True)
    for name in ("b.yml", "a.yaml", "c.txt"):
        (folder / name).touch()
    assert [file.name for file in case_files(tmp_path / "r.yaml")] == ["a.yaml", "b.yml"]
