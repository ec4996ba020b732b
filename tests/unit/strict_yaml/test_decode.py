"""Bytes of any kind: text, or one problem at the byte that is none."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.problem import Problem
from qa_toolkit.strict_yaml.decode import decoded, read_file


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("a: é\nb: 1\n".encode(), id="UTF-8"),
        pytest.param("a: é\nb: 1\n".encode("utf-8-sig"), id="with a byte order mark"),
        pytest.param("a: é\r\nb: 1\r\n".encode(), id="of Windows"),
        pytest.param("a: é\rb: 1\r".encode(), id="of an old Mac"),
    ],
)
def test_text_is_the_same_however_its_lines_end(data: bytes) -> None:
    assert decoded(data, "r.yaml") == "a: é\nb: 1\n"


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        pytest.param(
            "a: 1\r\nb: é".encode("latin-1"), "2:4",
            "the byte 0xE9 is not UTF-8, perhaps 'é' of Latin-1", id="Latin-1",
        ),
        pytest.param(
            "é: ü".encode() + b"\x96", "1:5",
            "the byte 0x96 is not UTF-8, perhaps '–' of Latin-1", id="Windows behind UTF-8",
        ),
        pytest.param(b"\xef\xbb\xbfa\xff", "1:2",
            "the byte 0xFF is not UTF-8, perhaps 'ÿ' of Latin-1", id="behind a byte order mark"),
        pytest.param(b"a: \x81", "1:4", "the byte 0x81 is not UTF-8", id="a byte that is nothing"),
        pytest.param("a: 1".encode("utf-16"), "1:1", "the file is UTF-16, not UTF-8", id="UTF-16"),
        pytest.param(
            "a: 1".encode("utf-16-be"), "1:1", "the file is UTF-16, not UTF-8", id="no mark"
        ),
        pytest.param("a: 1".encode("utf-32"), "1:1", "the file is UTF-32, not UTF-8", id="UTF-32"),
        pytest.param(
            "a: 1".encode("utf-32-be"), "1:1", "the file is UTF-32, not UTF-8", id="no mark, 32"
        ),
    ],
)  # fmt: skip
def test_what_is_not_utf_8_is_told_at_its_place(data: bytes, place: str, message: str) -> None:
    problem = decoded(data, "r.yaml")
    assert isinstance(problem, Problem)
    assert (problem.place, problem.message) == (f"r.yaml:{place}", message)
    assert (problem.hint, problem.code) == ("save it as UTF-8", "R001")


def test_of_a_huge_file_only_the_start_is_read(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    data = read_file(path)
    assert len(data) == 2_000_001
    assert "larger than 2,000,000 bytes" in str(decoded(data, "r.yaml"))


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_a_problem_within_them(data: bytes) -> None:
    found = decoded(data, "r.yaml")
    if isinstance(found, Problem):
        assert found.line is not None
        assert 1 <= found.line <= data.count(b"\n") + data.count(b"\r") + 1
    else:
        assert "\r" not in found
