"""`qa score --explain`: why, for a sample or for lines, in words or as JSON."""

import json
from pathlib import Path

import pytest
from commands import qa
from projects import chats_project

LINES = b"""\
{"id": "kind", "turns": [{"speaker": "customer", "text": "My kettle broke, I am so upset."}, {"speaker": "agent", "text": "Hello! I'm so sorry to hear your kettle broke. I'll send a new one today, thank you for telling us."}]}
not a line
{"id": "curt", "turns": [{"speaker": "customer", "text": "My kettle broke."}, {"speaker": "agent", "text": "Calm down. As I said, that is your own fault, read the manual."}]}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = chats_project(tmp_path / "november")
    monkeypatch.chdir(folder)
    return folder


def test_lines_are_explained_one_by_one_and_a_bad_one_is_told() -> None:
    ran = qa("score", "-", "--explain", "--rubric", "service", stdin=LINES)
    assert (ran.code, "not JSON" in ran.err) == (1, True)
    assert [line.split(":")[0] for line in ran.out.splitlines() if line.startswith(("kind", "curt"))] == [
        "kind", "curt",
    ]  # fmt: skip


def test_an_explanation_quotes_the_words_and_adds_them_up() -> None:
    out = qa("score", "-", "--explain", "--only", "kind", "--rubric", "service", stdin=LINES).out
    empathy = out.split("\nEmpathy, ")[1].split("\nResolution, ")[0]
    assert "“sorry to hear your" in empathy
    assert "to start with; the sum" in empathy


def test_what_must_not_vanish_in_an_average_is_told_last() -> None:
    out = qa("score", "-", "--explain", "--only", "curt", "--rubric", "service", stdin=LINES).out
    worth = out.split("Worth a look")[1]
    assert "turn 2: brushes the trouble aside: “Calm down”" in worth
    assert "the least polite turn" in worth


def test_programs_get_the_sums_as_json() -> None:
    args = ("score", "-", "--explain", "--json", "--only", "kind", "--rubric", "service")
    (found,) = json.loads(qa(*args, stdin=LINES).out)
    assert (found["id"], found["sums"][0]["model"]) == ("kind", "politeness-en")


def test_an_id_that_is_not_there_is_told() -> None:
    ran = qa("score", "-", "--explain", "--only", "nobody", "--rubric", "service", stdin=LINES)
    assert (ran.code, "- has no 'nobody'" in ran.err) == (2, True)


def test_a_sample_is_explained_whole_or_in_part(project: Path) -> None:
    qa("run", "chats")
    whole, part = qa("score", "--explain"), qa("score", "--explain", "--only", "dana-1")
    assert whole.code == part.code == 0
    assert part.out.startswith("dana-1: ")
    assert part.out in whole.out


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--only", "dana-1"), "--only goes with --explain"),
        (("--explain", "--only", "nobody"), "'nobody' is not in sample"),
        (("--explain", "--workers", "2"), "--workers is for scoring lines"),
    ],
    ids=["only alone", "not in the sample", "workers"],
)
def test_what_cannot_be_explained_says_so(project: Path, args: tuple[str, ...], says: str) -> None:
    qa("run", "chats")
    ran = qa("score", *args)
    assert (ran.code, says in ran.err) == (2, True)
