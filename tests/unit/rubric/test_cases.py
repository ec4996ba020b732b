"""Files of cases: dialogue in, turns out; mistakes told with their lines."""

from pathlib import Path

import pytest

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.rubric.case_files import case_files
from qa_toolkit.rubric.cases import Case, load_cases


def test_a_dialogue_becomes_turns_with_times() -> None:
    words = Case.model_validate(
        {"said": "[0-2.5] A: Hello\nB: I am a bot\n[3] C: Hi\n  there"}
    ).transcript()
    assert [(turn.speaker, turn.text, turn.start_s, turn.end_s) for turn in words.turns] == [
        (SpeakerRole.AGENT, "Hello", 0.0, 2.5),
        (SpeakerRole.BOT, "I am a bot", None, None),
        (SpeakerRole.CUSTOMER, "Hi\nthere", 3.0, None),
    ]
    assert words.duration_s == 3.0


def test_mistakes_in_cases_are_told_with_their_places(tmp_path: Path) -> None:
    path = tmp_path / "cases.yaml"
    path.write_text("criterion: s.c\ncases:\n  one:\n    said: 'nobody speaks'\n    ratting: 1\n")
    loaded = load_cases(path)
    assert loaded.cases is None
    assert [str(problem) for problem in loaded.problems] == [
        f"{path}:4:11: error: cases.one.said: a dialogue starts with a line such as 'A: Hello' or "
        "'C: Hi' [R004]",
        f"{path}:5:5: error: unknown key 'ratting', did you mean 'rating'? [R003]",
    ]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    loaded = load_cases(tmp_path / "none.yaml")
    assert loaded.cases is None
    assert ["cannot be read" in problem.message for problem in loaded.problems] == [True]


def test_yaml_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "cases.yaml"
    path.write_text("criterion: [")
    loaded = load_cases(path)
    assert loaded.cases is None
    assert [problem.code for problem in loaded.problems] == ["R001"]


def test_only_the_first_line_of_a_dialogue_must_name_who_speaks() -> None:
    words = Case.model_validate({"said": "\n\nA: Hello\n"}).transcript()
    assert [turn.text for turn in words.turns] == ["Hello"]


def test_a_dialogue_is_in_whatever_language_its_rubric_is_for() -> None:
    assert Case.model_validate({"said": "A: Guten Tag"}).transcript().language == ""


@pytest.mark.parametrize(
    "line",
    ["Customer: hi", "a: hi", "Kundin : hallo", "a:hi", "I: a note", "[3] c: hi", "[12,5] A: hi"],
)
def test_a_line_of_an_unknown_speaker_is_not_glued_to_the_turn_above(line: str) -> None:
    with pytest.raises(ValueError, match="is no speaker; a line starts with A:, C:, B: or S:"):
        Case.model_validate({"said": f"A: Hello\n{line}"})


@pytest.mark.parametrize(
    "line", ["and more of it", "12:30 suits me", "https://a.example/b", "I see: nothing", ":-)"]
)
def test_a_line_that_only_holds_a_colon_goes_on_with_the_turn_above(line: str) -> None:
    assert [
        turn.text for turn in Case.model_validate({"said": f"A: Hello\n{line}"}).transcript().turns
    ] == [f"Hello\n{line}"]


def test_case_files_may_end_in_either_way(tmp_path: Path) -> None:
    folder = tmp_path / "cases" / "r"
    folder.mkdir(parents=True)
    for name in ("b.yml", "a.yaml", "c.txt"):
        (folder / name).touch()
    assert [file.name for file in case_files(tmp_path / "r.yaml")] == ["a.yaml", "b.yml"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("criterion: s.c\ncases: {a: {said: 'A: Hi'}}", "says neither a rating", id="nothing"),
        pytest.param("cases: {a: {said: 'A: Hi'}}", "expects nothing", id="nothing of the whole"),
        pytest.param("cases: {a: {said: 'A: Hi', rating: 1}}", "need the file's 'criterion'", id="of what"),
    ],
)  # fmt: skip
def test_a_case_that_nothing_could_fail_is_a_mistake(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "cases.yaml"
    path.write_text(text, encoding="utf-8")
    (problem,) = load_cases(path).problems
    assert (problem.code, said in problem.message) == ("R004", True)


def test_a_rubric_inherits_the_cases_of_its_base_but_for_its_own(tmp_path: Path) -> None:
    for name in ("base/a.yaml", "base/b.yaml", "own/b.yaml"):
        file = tmp_path / "cases" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    files = case_files(tmp_path / "own.yaml", [tmp_path / "base.yaml"])
    assert [file.relative_to(tmp_path / "cases").as_posix() for file in files] == [
        "own/b.yaml",
        "base/a.yaml",
    ]
