"""Strict YAML: what is read, where it stands, and how long that takes."""

from pathlib import Path
from time import process_time

import pytest
import yaml

from qa_toolkit.rubric import strict_yaml
from qa_toolkit.rubric.strict_yaml import Place, read_yaml

SERVICE = Path(__file__).parents[3] / "rubrics" / "service.yaml"
ODD = "a: 'é😀' # 😀\n😀: [x, 😀 y, \"z\"]\nc: |\n  lit\n\u00e9: {no: 1:30, 07: x}\n"


@pytest.mark.parametrize("text", [ODD, SERVICE.read_text(encoding="utf-8")], ids=["odd", "service"])
def test_the_c_library_finds_the_same_in_the_same_places(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast = read_yaml(text, "r.yaml")
    monkeypatch.setattr(strict_yaml, "_LOADER", yaml.SafeLoader)
    assert read_yaml(text, "r.yaml") == fast


def test_words_of_yaml_1_1_stay_text() -> None:
    assert read_yaml(ODD, "r.yaml").value == {
        "a": "é😀",
        "😀": ["x", "😀 y", "z"],
        "c": "lit\n",
        "é": {"no": "1:30", 7: "x"},
    }


def test_half_a_megabyte_is_read_in_a_moment() -> None:
    """It once took 8 s, parsed twice."""
    text = "".join(f"k{number}: {{a: [b, c, 'd'], e: 1}}\n" for number in range(16_000))
    started = process_time()
    assert read_yaml(text, "r.yaml").problems == []
    assert process_time() - started < 4


def test_what_stands_behind_an_unusable_key_is_still_looked_at() -> None:
    document = read_yaml("? [a, {b: c}]\n: [d]\ne: 1\ne: {f: 2}\ng: 3\n", "r.yaml")
    assert [problem.message for problem in document.problems] == [
        "a key must be a plain word",
        "the key 'e' is given twice, first in line 3",
    ]
    assert document.value == {"e": 1, "g": 3}


def test_an_alias_inside_a_key_is_refused_too() -> None:
    (problem,) = read_yaml("a: &x 1\n? [*x]\n: 2\n", "r.yaml").problems
    assert (problem.line, problem.column) == (2, 4)
    assert "aliases" in problem.message


def test_the_place_of_what_the_file_does_not_hold_is_the_nearest_around_it() -> None:
    document = read_yaml("a: {b: 1}", "r.yaml")
    assert document.place_of(("a", "c", 3)) == Place(line=1, column=4)
    assert document.place_of(("z",)) == Place(line=1, column=1)


def test_text_that_no_file_can_hold_is_told_not_raised() -> None:
    (problem,) = read_yaml("a: \ud800", "r.yaml").problems
    assert "cannot be read as YAML" in problem.message
