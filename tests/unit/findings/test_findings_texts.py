"""What users wrote cannot break a line, a terminal, a file or a path."""

from pathlib import Path

import pytest

from qa_toolkit.domain.wording import cut
from qa_toolkit.findings.paths import relative, uri
from qa_toolkit.findings.texts import lines, visible, whole


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("it's “fine” – naïve 🙂 日本", "it's “fine” – naïve 🙂 日本"),
        ("two\nlines\r\n", r"two\nlines\r\n"),
        ("\x1b[31mred\x07", r"\x1b[31mred\x07"),
        ("a\u2028b", r"a\u2028b"),
        ("שלום", "שלום"),
        ("abc\u202exyz", r"abc\u202exyz"),
        ("half \ud83d", r"half \ud83d"),
        ("\x85\uffff", r"\x85\uffff"),
    ],
    ids=["printable", "lines", "escapes", "separator", "RTL", "override", "surrogate", "noncharacter"],
)  # fmt: skip
def test_what_cannot_be_seen_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_half_a_surrogate_pair_becomes_the_replacement_character() -> None:
    assert whole("a\ud800b\udcffc") == "a\ufffdb\ufffdc"


def test_a_dialogue_keeps_its_lines_and_nothing_else_breaks_them() -> None:
    assert lines("\nC: Hi\r\nA:\tHello\x1b\n\n") == ["C: Hi", r"A:  Hello\x1b"]


def test_a_text_that_is_too_long_says_so() -> None:
    assert cut("abcdef", 6) == "abcdef"
    assert cut("abcdefg", 6) == "abcde…"


def test_a_file_below_here_is_named_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert relative(str(tmp_path / "rubrics" / "a.yaml")) == "rubrics/a.yaml"
    assert relative("./rubrics//a.yaml") == "rubrics/a.yaml"


def test_a_file_elsewhere_keeps_its_whole_name(tmp_path: Path) -> None:
    assert relative(str(tmp_path / "a.yaml")) == (tmp_path / "a.yaml").as_posix()
    assert uri(str(tmp_path / "a b.yaml")) == f"{tmp_path.as_uri()}/a%20b.yaml"


@pytest.mark.parametrize(
    ("name", "encoded"),
    [
        ("rubrics/my rubric.yaml", "rubrics/my%20rubric.yaml"),
        ("reglas/atención.yaml", "reglas/atenci%C3%B3n.yaml"),
        ("100%.yaml", "100%25.yaml"),
        ("c:a?b#c.yaml", "c%3Aa%3Fb%23c.yaml"),
        ("-", "-"),
        ("caf\udce9.yaml", "caf%EF%BF%BD.yaml"),
    ],
    ids=["space", "accent", "percent", "reserved", "standard input", "not UTF-8"],
)
def test_a_name_becomes_a_uri(name: str, encoded: str) -> None:
    assert uri(name) == encoded
