"""Strict YAML: what is read, where it stands, and how its cost grows."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from fuzz_rubrics import damaged
from growth import assert_in_proportion

from qa_toolkit.strict_yaml import reader
from qa_toolkit.strict_yaml.decode import decoded
from qa_toolkit.strict_yaml.reader import Document, Place, read_yaml

SERVICE = (Path(__file__).parents[3] / "rubrics" / "service.yaml").read_text(encoding="utf-8")
ODD = "a: 'é😀' # 😀\n😀: [x, 😀 y, \"z\"]\nc: |\n  lit\n\u00e9: {no: 1:30, 07: x}\n"
EMPTY = "a:\nb: {c: , d: {e: }, f}\ng: [h: , i]\nj:\n  -\n  - k:\n"


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both of PyYAML's parsers, in C and in Python."""
    monkeypatch.setattr(reader, "_LOADER", getattr(yaml, request.param))


def read_by(name: str, text: str, monkeypatch: pytest.MonkeyPatch) -> Document:
    monkeypatch.setattr(reader, "_LOADER", getattr(yaml, name))
    return read_yaml(text, "r.yaml")


def messages(text: str) -> list[str]:
    return [problem.message for problem in read_yaml(text, "r.yaml").problems]


@pytest.mark.parametrize("text", [ODD, EMPTY, SERVICE], ids=["odd", "empty", "service"])
def test_the_c_library_finds_the_same_in_the_same_places(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast = read_by("CSafeLoader", text, monkeypatch)
    assert fast.root is not None
    assert read_by("SafeLoader", text, monkeypatch) == fast


def test_the_c_library_refuses_the_same_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where both see a mistake they may stumble over another one of several."""
    chance, lines = random.Random(3), SERVICE.encode().split(b"\n")  # noqa: S311
    for _ in range(150):
        start = chance.randrange(len(lines) - 25)
        text = decoded(damaged(b"\n".join(lines[start : start + 25]), chance), "r.yaml")
        if isinstance(text, str):
            fast = read_by("CSafeLoader", text, monkeypatch)
            assert read_by("SafeLoader", text, monkeypatch).root == fast.root, text


def test_words_of_yaml_1_1_stay_text() -> None:
    assert read_yaml(ODD, "r.yaml").value == {
        "a": "é😀",
        "😀": ["x", "😀 y", "z"],
        "c": "lit\n",
        "é": {"no": "1:30", 7: "x"},
    }


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "line", "column", "expected"),
    [
        pytest.param("a: 1\nb: &x 1", 2, 4, "anchors (&name) are not read", id="an anchor"),
        pytest.param("a: 1\nb: *x", 2, 4, "aliases (*name) are not read", id="an alias"),
        pytest.param("? [*x]\n: 2", 1, 4, "aliases (*name) are not read", id="an alias in a key"),
        pytest.param(
            "a: !!python/object:os.system x", 1, 4, "tags (!name) are not read", id="a Python tag"
        ),
        pytest.param("a: !foo x", 1, 4, "tags (!name) are not read", id="a tag of one's own"),
        pytest.param("a: !!str x", 1, 4, "tags (!name) are not read", id="a core tag"),
        pytest.param("a: {<<: b}", 1, 5, "merge keys (<<) are not read", id="a merge key"),
        pytest.param("? [a]\n: b", 1, 3, "a key must be a plain word", id="a list as key"),
        pytest.param("# x\n%YAML 1.2\n---\na: 1", 2, 1, "a line cannot begin with '%'", id="%"),
        pytest.param("a: 1\n%TAG ! x\n", 2, 1, "a line cannot begin with '%'", id="% later"),
        pytest.param("a:\n%x\n", 2, 1, "a line cannot begin with '%'", id="% in a mapping"),
        pytest.param("a: 1\n---\nb: 2", 2, 1, "the file holds more than one document", id="two"),
        pytest.param("a: 1\n... # x\n# y\n z", 4, 2, "the file holds more than one", id="end"),
        pytest.param("{a: 1} # x\nb: 2", 2, 1, "text behind the end of", id="text behind"),
        pytest.param("a: 1e999", 1, 4, "'1e999' is too large for a number", id="a huge number"),
        pytest.param('a: "\\ud800"', 1, 4, "an escape for a character", id="half a character"),
        pytest.param('a: "\\0"', 1, 4, "an escape for a character", id="an escaped NUL"),
        pytest.param("a: \x07b", 1, 4, "the character U+0007", id="a control character"),
        pytest.param("a: x\u2028y", 1, 5, "the character U+2028 (line separator)", id="U+2028"),
        pytest.param("a: \ud800", 1, 4, "the character U+D800", id="a surrogate"),
        pytest.param("a: {b:[c]}", 1, 6, "a space is missing behind the colon", id="no space"),
        pytest.param("a:\n  - b\n    - c", 3, 5, "would be part of the text", id="a deep item"),
    ],
)
def test_what_a_rubric_has_no_use_for_is_refused_at_its_place(
    text: str, line: int, column: int, expected: str
) -> None:
    document = read_yaml(text, "r.yaml")
    problem = document.problems[0]
    assert expected in problem.message
    assert (problem.line, problem.column) == (line, column)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        pytest.param("a:\n\tb: 1\n", 2, 1, id="for indentation"),
        pytest.param("a:\n  b: 1\n\tc: 2\n", 3, 1, id="below spaces"),
        pytest.param("a: b\tc\n", 1, 5, id="in text"),
        pytest.param("a: b\t\n", 1, 5, id="at the end"),
        pytest.param("a:\tb\n", 1, 3, id="behind a colon"),
        pytest.param("a: b\t# c\n", 1, 5, id="before a comment"),
        pytest.param("a: |\n\tb\n", 2, 1, id="for a block"),
        pytest.param("a: |\n  \tb\n", 2, 3, id="first in a block"),
        pytest.param("a: b\t\na: c\n", 1, 5, id="before another mistake"),
    ],
)
def test_a_tab_is_told_where_it_stands(text: str, line: int, column: int) -> None:
    (problem,) = read_yaml(text, "r.yaml").problems
    assert "tab" in problem.message
    assert (problem.line, problem.column) == (line, column)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    "text", ["a: '\tb'", 'a: "b\t"', "a: |2\n  \tb\n", "a: b #\tc", "a: |\n  b\tc\n", "# \t"]
)
def test_a_tab_in_quotes_in_a_block_or_in_a_comment_is_borne(text: str) -> None:
    assert not any("tab" in message for message in messages(text))


def test_what_stands_behind_an_unusable_key_is_still_looked_at() -> None:
    document = read_yaml("? [a, {b: c}]\n: [d]\ne: 1\ne: {f: 2}\ng: 3\n", "r.yaml")
    assert [problem.message for problem in document.problems] == [
        "a key must be a plain word",
        "the key 'e' is given twice, first in line 3",
    ]
    assert document.value == {"e": 1, "g": 3}


def test_a_file_whose_values_are_doubtful_has_no_value() -> None:
    document = read_yaml("a: *b\nc: !d e\n", "r.yaml")
    assert document.value is None
    assert len(document.problems) == 2


def test_after_a_hundred_mistakes_the_rest_is_not_read() -> None:
    text = "".join(f"k: {number}\n" for number in range(5_000))
    assert len(messages(text)) == 101
    assert messages(text)[-1] == "after 100 mistakes the rest was not read"


def test_items_glued_to_the_text_above_are_not_told_without_end() -> None:
    assert len(messages("a: b\n" + "  - c\n" * 5_000)) == 100
    assert len(messages("a:\n" + "- b\n   - c\n" * 5_000)) == 100


def test_the_place_of_what_the_file_does_not_hold_is_the_nearest_around_it() -> None:
    document = read_yaml("a: {b: 1}", "r.yaml")
    assert document.place_of(("a", "c", 3)) == Place(line=1, column=4)
    assert document.place_of(("z",)) == Place(line=1, column=1)
    assert document.key_of(("a", "b")) == Place(line=1, column=5)
    assert document.key_of(("a", "c")) == Place(line=1, column=4)
    assert document.node_at(("a", "b", "c")) is None


def test_a_file_that_cannot_be_read_has_no_places() -> None:
    document = read_yaml("[", "r.yaml")
    assert document.place_of(("a", 0)) == Place(line=1, column=1)
    assert document.node_at(("a",)) is None


def test_places_name_the_file_when_it_is_not_the_one_asked_for() -> None:
    document = read_yaml("a: [b]", "base.yaml", origin="base.yaml")
    assert document.place_of(("a", 0)) == Place(line=1, column=5, source="base.yaml")


@pytest.mark.parametrize(
    ("text", "most"),
    [
        pytest.param(
            lambda size: "".join(f"k{n}: {{a: [b, c, 'd'], e: 1}}\n" for n in range(size)),
            16_000,
            id="keys",
        ),
        pytest.param(lambda size: "[" * size, 2_000_000, id="brackets"),
        pytest.param(lambda size: "? " * size, 1_000_000, id="question marks"),
        pytest.param(lambda size: "\n" * size, 2_000_000, id="empty lines"),
        pytest.param(lambda size: "# x\n" * size, 500_000, id="comments"),
        pytest.param(lambda size: f"a: [{'b,' * size}]", 990_000, id="a million values"),
        pytest.param(lambda size: 'a: "' + "\t" * size + '"', 1_900_000, id="tabs in quotes"),
        pytest.param(lambda size: "a: 1\n" + "...\n" * size, 450_000, id="ends of documents"),
        pytest.param(
            lambda size: "a: 1\n" + "".join(f"%TAG !{n}! x\n" for n in range(size)),
            120_000,
            id="tags",
        ),
        pytest.param(lambda size: "a: b\n" + "  - c\n" * size, 300_000, id="glued items"),
    ],
)
def test_time_grows_with_the_text_and_no_faster(text: Callable[[int], str], most: int) -> None:
    assert_in_proportion(lambda size: read_yaml(text(size), "r.yaml"), most // 16, most)
