"""What `docs/transcripts.md` shows is what the commands print, and its tables are complete."""

import json
import re
from pathlib import Path

import pytest
from commands import qa
from spoken import document

from qa_toolkit.transcripts.format import Format
from qa_toolkit.transcripts.write import written
from qa_toolkit.workflow.project import init_project

PAGE = (Path(__file__).parents[2] / "docs" / "transcripts.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example of the page, imported."""
    init_project(tmp_path)
    (tmp_path / "calls").mkdir()
    (tmp_path / "calls" / "call-7.vtt").write_text(blocks("vtt")[0], encoding="utf-8")
    (tmp_path / "calls" / "metadata.csv").write_text(blocks("csv")[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert qa("import", "calls").code == 0
    return tmp_path


def test_the_call_is_shown_as_the_page_says(project: Path) -> None:
    assert qa("transcript", "show", "call-7").out == blocks("text")[0]


def test_the_search_finds_what_the_page_says(project: Path) -> None:
    assert qa("search", "refund*", "--speaker", "customer").out == blocks("text")[1]


def test_every_key_of_the_json_is_described() -> None:
    described = PAGE[PAGE.index("### json") : PAGE.index("### html")]
    value = json.loads(written(document(), Format.JSON))
    segment = value["segments"][0]
    keys = {*value, *segment, *segment["words"][0], *value["sounds"][0], *value["agent"]}
    assert {key for key in keys if f"`{key}`" not in described} == set()
