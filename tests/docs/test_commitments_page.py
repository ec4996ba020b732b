"""What `docs/commitments.md` shows is what the command prints."""

import re
from pathlib import Path

import pytest
from commands import qa

from qa_toolkit.workflow.project import init_project

PAGE = (Path(__file__).parents[2] / "docs" / "commitments.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_example_is_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    init_project(tmp_path)
    (tmp_path / "chats.jsonl").write_text(block("json"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    qa("run", "chats.jsonl", "--per-agent", "9", "--seed", "7")
    printed = qa("commitments", "--now", "2026-11-25").out
    assert [line.rstrip() for line in printed.splitlines()] == block("text").splitlines()
