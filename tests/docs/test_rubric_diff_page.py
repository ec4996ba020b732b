"""`docs/rubric-diff.md` names every code, and what it shows is what the command says."""

import re
from pathlib import Path

import pytest
from commands import qa

from qa_toolkit.rubric.diff.codes import CODES, TOO_SMALL

PAGE = (Path(__file__).parents[2] / "docs" / "rubric-diff.md").read_text(encoding="utf-8")
OLD = """\
format: 1
id: service
version: 1.0.0
title: Service
applies_to: {channels: [chat]}
pass_mark: 80
appeal_days: 14
sections:
  - id: empathy
    title: Empathy
    weight: 1
    criteria:
      - id: empathy.sorry
        question: Sorry?
        scale: {0: no, 1: yes}
        indicators:
          - {id: stock, kind: phrase, any: [sorry], points: 1}
"""
NEW = (
    OLD.replace("1.0.0", "1.0.1")
    .replace("80", "70")
    .replace("[sorry]", "[so sorry]")
    .replace("Sorry?", "Does the agent say sorry?")
) + "          - {id: cold, kind: phrase, any: [so what], points: -1}\n"


@pytest.mark.parametrize("code", [TOO_SMALL, *CODES])
def test_every_code_is_in_the_table_and_has_a_heading_of_its_own(code: str) -> None:
    effect = CODES[code].effect if code in CODES else "–"
    assert f"| [{code}](#{code.lower()}) | {effect} |" in PAGE
    assert f"\n### {code}\n" in PAGE


def test_the_text_shown_is_what_the_command_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("old.yaml").write_text(OLD)
    Path("new.yaml").write_text(NEW)
    (shown,) = re.findall(r"^```text\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert qa("rubric", "diff", "old.yaml", "new.yaml").out == shown
