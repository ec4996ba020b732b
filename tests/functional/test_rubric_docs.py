"""`qa rubric docs` and `qa rubric schema`: a guide for agents, a schema for editors."""

import json
from pathlib import Path

import pytest
from commands import qa, qa_process

RUBRIC = """\
format: 1
id: desk
version: 1.2.0
title: Desk
applies_to: {channels: [chat]}
pass_mark: 70
appeal_days: 7
sections:
  - id: care
    title: Care
    weight: 1
    criteria:
      - id: care.kind
        question: Is the agent kind?
        scale: {0: no kind word, 1: a kind word}
        indicators: [{id: kind, kind: phrase, any: ["(sorry|my apologies) ~3 wait"], points: 1}]
        tips: {0: Say it.}
"""
CASES = """\
criterion: care.kind
cases:
  says_it: {said: "C: Well?\\nA: My apologies for the wait.", rating: 1}
  does_not: {said: "C: Well?\\nA: Next.", rating: 0}
  is_wrong: {said: "C: Well?\\nA: Next please.", rating: 1}
  not_yet: {said: "C: Well?\\nA: Pardon.", rating: 1, todo: more words}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    cases = tmp_path / "rubrics" / "cases" / "desk"
    cases.mkdir(parents=True)
    (tmp_path / "rubrics" / "desk.yaml").write_text(RUBRIC)
    (cases / "kind.yaml").write_text(CASES)
    return tmp_path


def test_the_guide_is_shown_as_one_page() -> None:
    ran = qa("rubric", "docs", "rubrics/desk.yaml")
    assert ran.code == 0
    assert ran.out.startswith("<!doctype html>")
    assert ran.out.endswith("</html>\n")
    assert ran.err == ""


def test_the_guide_says_what_an_agent_must_know() -> None:
    text = qa("rubric", "docs", "desk", "--format", "markdown").out
    for words in (
        "# Desk", "100 % of the total", "| 0 | no kind word | Say it. |", "“sorry … wait”",
        "“my apologies … wait”", "within 7 days", "A total of 70 or more", "desk 1.2.0",
    ):  # fmt: skip
        assert words in text


def test_examples_are_cases_that_hold() -> None:
    """Neither a known gap nor a case that fails is shown to anybody as an example."""
    text = qa("rubric", "docs", "desk", "--format", "markdown").out
    assert "**This earned 1 of 1**: Says it" in text
    assert "**My apologies for the wait**" in text
    assert "**This earned 0 of 1**: Does not" in text
    assert "Next please" not in text
    assert "Pardon" not in text


def test_what_was_inherited_has_the_examples_of_its_base(folder: Path) -> None:
    child = "extends: desk.yaml\nid: web\nversion: 1.0.0\ntitle: Web\n"
    (folder / "rubrics" / "web.yaml").write_text(child)
    assert "This earned 1 of 1" in qa("rubric", "docs", "web").out


@pytest.mark.parametrize(
    ("args", "begins"),
    [
        (("-o", "guide.html"), "<!doctype html>"),
        (("-o", "guide.md"), "# Desk"),
        (("-o", "guide.html", "--format", "markdown"), "# Desk"),
        (("-o", "new/folder/guide"), "<!doctype html>"),
    ],
)
def test_the_file_named_says_the_layout(args: tuple[str, ...], begins: str) -> None:
    ran = qa("rubric", "docs", "desk", *args)
    assert ran.out == f"wrote {args[1]}\n"
    assert Path(args[1]).read_text(encoding="utf-8").startswith(begins)


def test_a_rubric_is_not_written_over_by_its_guide(folder: Path) -> None:
    assert qa("rubric", "docs", "desk", "-o", "rubrics/desk.yaml").code == 2
    assert (folder / "rubrics" / "desk.yaml").read_text() == RUBRIC


def test_cases_that_cannot_be_read_cost_only_their_examples(folder: Path) -> None:
    (folder / "rubrics" / "cases" / "desk" / "kind.yaml").write_text("criterion: [")
    ran = qa("rubric", "docs", "desk")
    assert ran.code == 0
    assert "kind.yaml:1" in ran.err
    assert "figcaption>" not in ran.out


@pytest.mark.parametrize(
    ("text", "code"), [(RUBRIC.replace("pass_mark", "pas_mark"), 2), ("", 2), ("\x00", 2)]
)
def test_a_rubric_that_cannot_be_used_has_no_guide(folder: Path, text: str, code: int) -> None:
    (folder / "rubrics" / "desk.yaml").write_text(text)
    ran = qa("rubric", "docs", "desk", "-o", "guide.html")
    assert ran.code == code
    assert not (folder / "guide.html").exists()


def test_an_unknown_rubric_is_told_with_those_there_are() -> None:
    ran = qa("rubric", "docs", "nothing")
    assert ran.code == 2
    assert "service" in ran.err


def test_the_same_rubric_gives_the_same_guide_in_any_process(folder: Path) -> None:
    first, second = (
        qa_process("rubric", "docs", "desk", cwd=folder, env={"PYTHONHASHSEED": seed}).out
        for seed in ("1", "2")
    )
    assert first == second
    assert first


def test_the_schema_is_shown_or_written(folder: Path) -> None:
    assert qa("rubric", "schema").json["$id"] == "urn:qa-toolkit:rubric:1"
    assert qa("rubric", "schema", "--kind", "cases").json["$id"] == "urn:qa-toolkit:cases:1"
    ran = qa("rubric", "schema", "-o", "rubrics/rubric.schema.json")
    assert ran.out == "wrote rubrics/rubric.schema.json\n"
    written = (folder / "rubrics" / "rubric.schema.json").read_text(encoding="utf-8")
    assert json.loads(written) == qa("rubric", "schema").json
    assert qa("rubric", "check", "rubrics").code in (0, 1)


def test_a_schema_that_cannot_be_written_is_told(folder: Path) -> None:
    ran = qa("rubric", "schema", "-o", "rubrics")
    assert ran.code == 3
    assert "cannot write rubrics" in ran.err
