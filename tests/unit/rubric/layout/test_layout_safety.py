"""What cannot be laid out safely is left alone, and the rest is laid out the same everywhere."""

from pathlib import Path

import pytest
import yaml
from growth import assert_in_proportion

from qa_toolkit.rubric.layout import format_text, reader
from qa_toolkit.strict_yaml.reader import read_yaml

RUBRICS = Path(__file__).parents[4] / "rubrics"
SHIPPED = sorted(RUBRICS.rglob("*.yaml"))
SERVICE = (RUBRICS / "service.yaml").read_text(encoding="utf-8")
MESSY = """\
--- # a

? id
: r # b
cues:
- # c
  # d
  any: [a,  # e
    'b'] # f
  # g
- {any: ["x?"], unless: []}

title: |2  # h
    a

# i
"""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("id: [r\n", "R001"),
        ("id: r\nid: s\n", "R002"),
        ("id: *r\n", "R001"),
        ("", "R001"),
        ("- id: r\n", "R004"),
        ("just words\n", "R004"),
    ],
)
def test_what_is_no_mapping_of_keys_is_left_alone(text: str, code: str) -> None:
    result = format_text(text, "r.yaml")
    assert result.text == text
    assert [problem.code for problem in result.problems] == [code]


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: str(file.relative_to(RUBRICS)))
def test_shipped_files_say_the_same_with_all_their_comments(file: Path) -> None:
    before = file.read_text(encoding="utf-8")
    after = format_text(before, str(file))
    assert after.problems == ()
    assert read_yaml(after.text, "r").value == read_yaml(before, "r").value
    assert sorted(reader.all_comments(after.text)) == sorted(reader.all_comments(before))
    assert format_text(after.text, str(file)) == after


@pytest.mark.parametrize("text", [MESSY, SERVICE], ids=["messy", "service"])
def test_the_c_library_makes_no_difference(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = format_text(text, "r.yaml")
    monkeypatch.setattr(reader, "_LOADER", yaml.SafeLoader)
    assert format_text(text, "r.yaml") == fast


def test_every_end_of_a_line_becomes_the_same() -> None:
    for end in ("\r\n", "\r"):
        assert format_text("\ufeff" + MESSY.replace("\n", end), "r") == format_text(MESSY, "r")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("id: 1\n# c\n", "say something else"),
        ("id: r\n", "a comment would be lost"),
        ("id: [\n", "then it would be"),
    ],
    ids=["value", "comment", "broken"],
)
def test_a_mistake_of_ours_is_told_and_changes_nothing(
    wrong: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa_toolkit.rubric.layout.emitted", lambda _: wrong)
    result = format_text("id:  r\n# c\n", "r.yaml")
    assert result.text == "id:  r\n# c\n"
    assert [said in problem.message for problem in result.problems] == [True]


def test_numbers_and_words_are_not_taken_for_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """1, 1.0 and true are equal in Python."""
    monkeypatch.setattr("qa_toolkit.rubric.layout.emitted", lambda _: "a: true\nb: [1]\n")
    assert format_text("a: 1\nb: [1]\n", "r.yaml").problems
    assert not format_text("a: true\nb: [1]\n", "r.yaml").problems


def test_time_grows_with_the_text_and_no_faster() -> None:
    """One line of thousands of keys, as a program writes it."""

    def formatted(keys: int) -> None:
        text = "a: {" + ", ".join(f"k{number}: 1" for number in range(keys)) + "}\n"
        assert format_text(text, "r.yaml").problems == ()

    assert_in_proportion(formatted, 600, 6_000)
