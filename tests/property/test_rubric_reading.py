"""Laws of reading rubrics: whatever the bytes, there is a rubric or an error inside the file."""

import random
from pathlib import Path

import pytest
from fuzz_rubrics import SERVICE as FILE
from fuzz_rubrics import SIGNS, broken_rule, damaged
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.rubric.load import load_rubric
from qa_toolkit.rubric.suppress import suppressions

SERVICE = FILE.read_bytes()
SHORT_SIGNS = [sign for sign in SIGNS if len(sign) < 100]
LINES = SERVICE.split(b"\n")


def rule_broken_by(data: bytes) -> str:
    return broken_rule(data)[1]


def test_the_rules_notice_what_breaks_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fuzz_rubrics.LIMIT_S", 0)
    assert rule_broken_by(SERVICE) == "slower than 0 s"


@given(st.binary(max_size=300))
def test_random_bytes(data: bytes) -> None:
    assert rule_broken_by(data) == ""


@given(st.text(max_size=200))
def test_random_text(text: str) -> None:
    assert rule_broken_by(text.encode(errors="surrogatepass")) == ""


@given(st.lists(st.sampled_from([*SHORT_SIGNS, "a", "id: x", "\n  ", "\n"]), max_size=30))
def test_signs_that_mean_something(signs: list[str]) -> None:
    assert rule_broken_by("".join(signs).encode(errors="replace")) == ""


@given(st.integers(0, len(SERVICE)), st.integers(0, 60), st.binary(max_size=20))
def test_a_piece_of_a_rubric_replaced_by_bytes(start: int, length: int, new: bytes) -> None:
    assert rule_broken_by(SERVICE[:start] + new + SERVICE[start + length :]) == ""


@given(st.integers(0, len(SERVICE)))
def test_a_rubric_cut_short(end: int) -> None:
    assert rule_broken_by(SERVICE[:end]) == ""


@given(st.integers(0, len(LINES) - 1), st.integers(0, len(LINES) - 1), st.integers(0, 4))
def test_a_line_of_a_rubric_moved_and_indented(origin: int, target: int, spaces: int) -> None:
    lines = [*LINES]
    lines.insert(target, b" " * spaces + lines.pop(origin))
    assert rule_broken_by(b"\n".join(lines)) == ""


@given(st.integers(0, 2**32))
def test_a_damaged_rubric(seed: int) -> None:
    assert rule_broken_by(damaged(SERVICE, random.Random(seed))) == ""  # noqa: S311


@given(st.data())
def test_a_damaged_base_is_no_worse_than_a_damaged_rubric(data: st.DataObject) -> None:
    seed = data.draw(st.integers(0, 2**32))
    files = {
        "child.yaml": b"extends: base.yaml\nid: c\nversion: 1.0.0\ntitle: C\nremove: [empathy]\n",
        "base.yaml": damaged(SERVICE, random.Random(seed)),  # noqa: S311
    }
    loaded = load_rubric(Path("child.yaml"), lambda path: files.get(path.name, b""))
    assert (loaded.rubric is None) == any(one.severity == "error" for one in loaded.problems)
    assert {problem.source for problem in loaded.problems} <= {"child.yaml", "base.yaml"}


@given(st.text("# qa:disable=R204,x\n'\"|-ab", max_size=80))
def test_any_comment_can_be_looked_for(text: str) -> None:
    for one in suppressions(text, []):
        assert 1 <= one.line <= text.count("\n") + 1
        assert one.first >= 1


@pytest.mark.slow
def test_many_damaged_rubrics_with_all_their_lint_rules() -> None:
    """`tools/fuzz_rubrics.py 20000` reads more of them."""
    chance = random.Random(20)  # noqa: S311
    for _ in range(200):
        data = damaged(SERVICE, chance)
        assert rule_broken_by(data) == "", data
