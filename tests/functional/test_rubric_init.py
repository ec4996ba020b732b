"""`qa rubric init`: what it writes is right at once, whatever was asked for, and nothing is lost."""

import os
import pty
import select
import shutil
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
import yaml
from commands import Ran, qa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa_toolkit.rubric.load import load_rubric
from qa_toolkit.rubric.starter.pieces import CRITERIA, PILLARS
from qa_toolkit.workflow.rubric_schema import FILES, schema

CHANNELS = ("call", "chat", "email", "sms", "social", "visit")
SOME = [chosen for n in range(1, 5) for chosen in combinations(PILLARS, n)]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def checked(name: str) -> None:
    """Nothing is found in the rubric, its cases hold, and they try everything there is."""
    ran = qa("rubric", "check", f"rubrics/{name}.yaml", "--fail-on", "info")
    assert ran.code == 0, ran.out
    ran = qa("rubric", "test", f"rubrics/{name}.yaml", "--coverage")
    assert ran.code == 0, ran.out
    assert "(100%)" in ran.out


@pytest.mark.parametrize("pillars", SOME, ids="+".join)
@pytest.mark.parametrize("channels", ["call", "chat", ",".join(CHANNELS)])
def test_what_is_written_is_clean_and_tested(pillars: tuple[str, ...], channels: str) -> None:
    said = ("--pillars", ",".join(pillars), "--channels", channels)
    assert qa("rubric", "init", "desk", *said, "--ci", "none").code == 0
    checked("desk")


@given(
    st.sets(st.sampled_from(PILLARS), min_size=1),
    st.sets(st.sampled_from(CHANNELS), min_size=1),
    st.decimals("0.1", "100", places=1),
    st.sampled_from(["en", "de", "fr"]),
)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_asked_for_is_clean(
    pillars: set[str], channels: set[str], pass_mark: object, language: str
) -> None:
    shutil.rmtree("rubrics", ignore_errors=True)
    ran = qa(
        "rubric", "init", "any", "--ci", "none", "--pillars", ",".join(pillars),
        "--channels", " ".join(channels), "--pass-mark", str(pass_mark), "--language", language,
    )  # fmt: skip
    assert ran.code == 0
    checked("any")


def test_the_cases_notice_almost_every_way_to_break_the_rubric() -> None:
    qa("rubric", "init", "desk")
    ran = qa("rubric", "test", "rubrics/desk.yaml", "--mutate")
    assert "mutation of rubrics/desk.yaml: 32 of 33" in ran.out


def test_what_is_written_is_laid_out_and_knows_its_schema(folder: Path) -> None:
    qa("rubric", "init", "desk", "--title", "Desk: 'one' # \"two\"")
    assert qa("rubric", "fmt", "--check", "rubrics").code == 0
    first = "# yaml-language-server: $schema="
    rubric = (folder / "rubrics" / "desk.yaml").read_text()
    assert rubric.startswith(f"{first}rubric.schema.json\n")
    for case in (folder / "rubrics" / "cases" / "desk").iterdir():
        assert case.read_text().startswith(f"{first}../../cases.schema.json\n")
    for kind, name in FILES.items():
        assert (folder / "rubrics" / name).read_text(encoding="utf-8") == schema(kind)
    loaded = load_rubric(Path("rubrics/desk.yaml")).rubric
    assert loaded is not None
    assert loaded.title == "Desk: 'one' # \"two\""


def test_what_was_asked_for_is_in_the_rubric() -> None:
    qa(
        "rubric", "init", "web_chat", "--channels", "sms, chat", "--pillars", "ownership empathy",
        "--pass-mark", "62.5", "--language", "EN",
    )  # fmt: skip
    rubric = load_rubric(Path("rubrics/web_chat.yaml")).rubric
    assert rubric is not None
    assert (rubric.id, rubric.title, str(rubric.pass_mark)) == ("web_chat", "Web chat", "62.5")
    assert rubric.languages == ("en",)
    assert list(map(str, rubric.applies_to.channels)) == ["sms", "chat"]
    assert [section.id for section in rubric.sections] == ["empathy", "ownership"]


def test_in_a_language_without_wordings_people_rate() -> None:
    ran = qa("rubric", "init", "desk", "--language", "de")
    rubric = load_rubric(Path("rubrics/desk.yaml")).rubric
    assert rubric is not None
    assert {criterion.rate for criterion in rubric.criteria()} == {"manual"}
    assert "people rate until you write some" in ran.out


def test_the_pieces_know_their_levels() -> None:
    qa("rubric", "init", "desk", "--ci", "none")
    rubric = load_rubric(Path("rubrics/desk.yaml")).rubric
    assert rubric is not None
    assert {one.id: one.highest for one in rubric.criteria()} == {
        name: top for pillar in CRITERIA.values() for name, top in pillar.items()
    }


@pytest.mark.parametrize(
    ("ci", "file"),
    [("github", ".github/workflows/rubrics.yml"), ("gitlab", ".gitlab-ci.rubrics.yml")],
)
def test_the_file_for_ci_is_written(folder: Path, ci: str, file: str) -> None:
    ran = qa("rubric", "init", "desk", "--ci", ci)
    assert f"wrote {file}" in ran.out
    assert "qa rubric check rubrics/" in (folder / file).read_text()
    assert isinstance(yaml.safe_load((folder / file).read_text()), dict)


def test_without_being_asked_it_follows_the_ci_that_is_used(folder: Path) -> None:
    (folder / ".gitlab-ci.yml").touch()
    ran = qa("rubric", "init", "desk")
    assert (folder / ".gitlab-ci.rubrics.yml").is_file()
    assert "include: {local: .gitlab-ci.rubrics.yml}" in ran.out


def test_no_file_for_ci_where_none_is_wanted(folder: Path) -> None:
    qa("rubric", "init", "desk", "--ci", "none")
    assert sorted(path.name for path in folder.iterdir()) == ["rubrics"]


def test_it_says_what_to_do_next() -> None:
    ran = qa("rubric", "init", "desk")
    assert "qa rubric test rubrics/desk.yaml" in ran.out


def test_a_rubric_that_is_there_is_never_written_over(folder: Path) -> None:
    qa("rubric", "init", "desk")
    mine = folder / "rubrics" / "cases" / "desk" / "mine.yaml"
    rubric = folder / "rubrics" / "desk.yaml"
    rubric.write_text("mine")
    mine.write_text("mine")
    ran = qa("rubric", "init", "desk")
    assert ran.code == 2
    assert "rubrics/desk.yaml" in ran.err
    assert "rubrics/cases/desk/whole.yaml" in ran.err
    assert "--force" in ran.err
    assert (rubric.read_text(), mine.read_text()) == ("mine", "mine")


def test_one_case_that_is_there_is_enough_to_write_nothing(folder: Path) -> None:
    case = folder / "rubrics" / "cases" / "desk" / "whole.yaml"
    case.parent.mkdir(parents=True)
    case.touch()
    assert qa("rubric", "init", "desk").code == 2
    assert [path for path in folder.rglob("*") if path.is_file()] == [case]


def test_with_force_it_is_written_again(folder: Path) -> None:
    qa("rubric", "init", "desk")
    rubric = folder / "rubrics" / "desk.yaml"
    rubric.write_text("mine")
    ran = qa("rubric", "init", "desk", "--force")
    assert ran.code == 0
    assert ran.out.splitlines()[0] == "wrote rubrics/desk.yaml"
    assert rubric.read_text() != "mine"


def test_files_that_rubrics_share_are_kept(folder: Path) -> None:
    qa("rubric", "init", "one")
    workflow = folder / ".github" / "workflows" / "rubrics.yml"
    workflow.write_text("mine")
    ran = qa("rubric", "init", "two")
    assert ran.code == 0
    assert "kept .github/workflows/rubrics.yml" in ran.out
    assert "rubric.schema.json" not in ran.out
    assert workflow.read_text() == "mine"
    qa("rubric", "init", "two", "--force")
    assert workflow.read_text() != "mine"


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (["My-Rubric"], "lower-case letters"),
        (["../up"], "lower-case letters"),
        (["desk", "--channels", "call,fax"], "call, chat, email"),
        (["desk", "--channels", " "], "call, chat, email"),
        (["desk", "--pillars", "wit"], "politeness, empathy"),
        (["desk", "--language", "english"], "two letters"),
        (["desk", "--pass-mark", "0"], "over 0"),
        (["desk", "--pass-mark", "nan"], "over 0"),
        (["desk", "--pass-mark", "many"], "over 0"),
        (["desk", "--ci", "jenkins"], "github, gitlab, none"),
        (["desk", "--title", " "], "a few words"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(folder: Path, args: list[str], hint: str) -> None:
    ran = qa("rubric", "init", *args)
    assert ran.code == 2
    assert hint in ran.err
    assert list(folder.iterdir()) == []


def on_a_terminal(folder: Path, *args: str, typed: str) -> Ran:
    """Run `qa rubric init` as somebody at a terminal does, who types these lines."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "qa_toolkit", "rubric", "init", *args]
    process = subprocess.Popen(command, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    os.write(ours, typed.encode())
    shown = b""
    while select.select([ours], [], [], 30)[0]:
        try:
            read = os.read(ours, 65536)
        except OSError:  # the other side has closed
            break
        if not read:
            break
        shown += read
    os.close(ours)
    return Ran(process.wait(timeout=30), shown.decode().replace("\r\n", "\n"), "")


def test_on_a_terminal_it_asks_with_defaults(folder: Path) -> None:
    ran = on_a_terminal(folder, typed="desk\n\n\n\n\n\nnone\n")
    assert ran.code == 0, ran.out
    for asked in (
        "Name of the rubric [support]", "Title [Desk]", "Channels [call,chat]",
        "Pillars [politeness,empathy,resolution,ownership]", "Language [en]", "Pass mark [70]",
        "CI (github, gitlab, none) [github]",
    ):  # fmt: skip
        assert asked in ran.out
    checked("desk")


def test_on_a_terminal_it_asks_again_after_a_mistake(folder: Path) -> None:
    ran = on_a_terminal(
        folder, "desk", "--title", "T", "--language", "en", "--ci", "none",
        typed="fax\nemail\nwit\nempathy\n200\n50\n",
    )  # fmt: skip
    assert ran.code == 0, ran.out
    assert "there is no channel 'fax'; call, chat, email" in ran.out
    rubric = load_rubric(folder / "rubrics" / "desk.yaml").rubric
    assert rubric is not None
    assert list(map(str, rubric.applies_to.channels)) == ["email"]
    assert rubric.pass_mark == 50


def test_on_a_terminal_yes_asks_nothing(folder: Path) -> None:
    ran = on_a_terminal(folder, "--yes", typed="")
    assert ran.code == 0, ran.out
    assert (folder / "rubrics" / "support.yaml").is_file()
