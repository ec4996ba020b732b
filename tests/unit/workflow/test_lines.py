"""Lines → results, in one process and in several."""

import json
from collections.abc import Iterator
from pathlib import Path

import line_jobs
import pytest

from qa_toolkit.errors import EnvironmentProblem
from qa_toolkit.workflow import lines as lines_module
from qa_toolkit.workflow.lines import score_in_parallel, score_lines
from qa_toolkit.workflow.rubric_files import UsableRubric, usable_rubric

RUBRIC = """\
format: 1
id: greets
version: 1.0.0
title: Greets
applies_to: {channels: [chat]}
pass_mark: 50
requires: {agent_turns: 1, customer_turns: 0}
sections:
  - id: s
    title: S
    weight: 1
    criteria:
      - id: s.greets
        question: Does the agent greet?
        type: yes_no
        indicators:
          - {id: hello, kind: phrase, any: [hello], points: 1}
"""


def line(number: int, text: str = "Hello, how can I help?") -> bytes:
    turns = [{"speaker": "agent", "text": text}]
    return json.dumps({"id": f"i-{number}", "turns": turns}).encode() + b"\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "greets.yaml"
    file.write_text(RUBRIC, encoding="utf-8")
    return file


@pytest.fixture
def rubric(path: Path) -> UsableRubric:
    return usable_rubric(path)


@pytest.fixture(autouse=True)
def _few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines_module, "LINES_AT_ONCE", 3)


def told(lines: Iterator[lines_module.Line]) -> list[object]:
    """The ids of results and the numbers of errors, in order."""
    said = [json.loads(known.text) for known in lines]
    return [known.get("id", known.get("line")) for known in said]


def test_several_workers_give_the_same_results_in_the_same_order(
    rubric: UsableRubric, path: Path
) -> None:
    lines = [line(1), b"\n", b"no JSON\n", *map(line, range(4, 20)), line(20, "Bye")]
    alone = list(score_lines(lines, "-", rubric))
    assert list(score_in_parallel(lines, "-", rubric, path, 2)) == alone
    assert told(iter(alone))[:3] == ["i-1", 3, "i-4"]


def test_a_line_that_kills_its_worker_is_told_and_the_others_are_scored(
    rubric: UsableRubric, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines_module, "score_chunk", line_jobs.die_on_poison)
    lines = [*map(line, range(1, 5)), b"poison\n", *map(line, range(6, 9))]
    scored = list(score_in_parallel(lines, "-", rubric, path, 2))
    assert told(iter(scored)) == ["i-1", "i-2", "i-3", "i-4", 5, "i-6", "i-7", "i-8"]
    assert "crashed" in scored[4].text


def test_a_rubric_that_is_changed_meanwhile_ends_the_run(rubric: UsableRubric, path: Path) -> None:
    path.write_text(RUBRIC.replace("[hello]", "[hi]"), encoding="utf-8")
    with pytest.raises(EnvironmentProblem, match="was changed"):
        list(score_in_parallel([line(1)], "-", rubric, path, 2))


@pytest.mark.parametrize(
    ("started_at", "due"),
    [
        pytest.param("2026-11-18T23:30:00Z", "Thu 19 Nov", id="UTC"),
        pytest.param("2026-11-19T00:30:00+01:00", "Fri 20 Nov", id="the same moment elsewhere"),
        pytest.param("2026-11-18 23:30", "Thu 19 Nov", id="without a zone"),
    ],
)
def test_due_times_are_told_in_the_zone_that_a_line_gives(
    path: Path, started_at: str, due: str
) -> None:
    promises = "{id: hello, kind: commitment, points: 1}"
    path.write_text(RUBRIC.replace("{id: hello, kind: phrase, any: [hello], points: 1}", promises))
    said = json.loads(line(1, "I'll call you tomorrow.")) | {"started_at": started_at}
    (scored,) = score_lines([json.dumps(said).encode()], "-", usable_rubric(path))
    assert f"callback, {due}" in scored.text


def test_lines_are_read_as_they_are_needed(rubric: UsableRubric, path: Path) -> None:
    pulled = []

    def endless() -> Iterator[bytes]:
        for number in range(10_000):
            pulled.append(number)
            yield line(number)

    next(score_in_parallel(endless(), "-", rubric, path, 1))
    assert len(pulled) < 200
