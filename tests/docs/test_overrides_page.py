"""What `docs/overrides.md` shows is what the commands print."""

import re
import shlex
from pathlib import Path

import pytest
from commands import qa
from filled_workbooks import filled, log, rate

from qa_toolkit.domain.override import RootCause
from qa_toolkit.domain.said import MOST_NAME, MOST_TEXT
from qa_toolkit.workflow.project import init_project

PAGE = (Path(__file__).parents[2] / "docs" / "overrides.md").read_text(encoding="utf-8")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def timeless(text: str) -> list[str]:
    """Lines without the moments, which are others each time."""
    return [MOMENT.sub("when", line.rstrip()) for line in text.splitlines()]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    init_project(tmp_path)
    (tmp_path / "chats.jsonl").write_text(blocks("json")[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("QA_REVIEWER", raising=False)
    for step in (("import", "chats.jsonl"), ("sample", "draw", "--seed", "7"), ("score",)):
        assert qa(*step).code == 0
    return tmp_path


def test_the_example_is_true(project: Path) -> None:
    typed = [
        block.splitlines()
        for block in blocks("text")
        if block.startswith(("$ qa overrides set", "$ qa overrides clear"))
    ]
    assert len(typed) == 2
    for command, *lines in typed:
        assert qa(*shlex.split(command)[2:]).out.splitlines() == lines
    listed = next(block for block in blocks("text") if block.startswith("No."))
    assert timeless(qa("overrides", "list").out) == timeless(listed)


def test_the_coaching_commands_can_be_typed_as_they_stand(project: Path) -> None:
    opened, *others = (
        shlex.split(line)[1:]
        for line in PAGE.splitlines()
        if line.startswith("qa coaching") and "[" not in line
    )
    assert qa(*opened).code == 0
    (entry,) = qa("coaching", "list", "--json").json
    for words in others:
        assert qa(*[entry["id"] if word == "k-3f9c" else word for word in words]).code == 0
    (closed,) = qa("coaching", "list", "--all", "--json").json
    assert (closed["status"], closed["dispute"]) == ("closed", "the line was cut")


def test_the_page_names_every_root_cause_and_the_limits() -> None:
    assert all(f"`{cause.value}`" in PAGE for cause in RootCause)
    assert f"{MOST_TEXT:,} characters" in PAGE
    assert f"topics {MOST_NAME}" in PAGE


def names_in(document: object) -> set[str]:
    """All names of a JSON document, however deep."""
    if isinstance(document, dict):
        return {*document, *(name for value in document.values() for name in names_in(value))}
    return (
        {name for item in document for name in names_in(item)}
        if isinstance(document, list)
        else set()
    )


def test_all_that_programs_are_given_is_explained(project: Path) -> None:
    printed: list[object] = []
    set_one = "set c-31 politeness.greeting 0 --by Mo --reason late --cause process"
    assert qa("overrides", *set_one.split()).code == 0
    open_one = "open --agent dana --topic Tone --action Listen --by Mo"
    assert qa("coaching", *open_one.split()).code == 0
    assert qa("export", "--to", "team.xlsx").code == 0
    filled(
        Path("team.xlsx"),
        Path("back.xlsx"),
        lambda book: rate(book, "c-31", "politeness.closing", override=0, reason="none"),
        lambda book: log(book, {"Agent": "dana", "Topic": "Pace", "Note": "slower"}),
        lambda book: rate(book, "c-31", "politeness.courtesy", override=9),
    )
    printed.append(qa("overrides", "import", "back.xlsx", "--reviewer", "Mo", "--json").json)
    printed += [qa("overrides", "list", "--json").json, qa("coaching", "list", "--json").json]
    explained = set(re.findall(r"`([a-z_]+)`", PAGE.partition("## For programs")[2]))
    assert names_in(printed) <= explained
    assert {"ratings", "taken_back", "agreements", "severity", "made_at"} <= names_in(printed)
