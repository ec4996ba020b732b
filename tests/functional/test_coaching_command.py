"""`qa coaching` on a project of six chats of two agents."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from commands import Ran, qa
from projects import chats_project

BY = ("--by", "Mo Berg")
HOLDS = ("--agent", "dana", "--topic", "Holds")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("QA_REVIEWER", raising=False)
    folder = chats_project(tmp_path / "november")
    monkeypatch.chdir(folder)
    assert qa("import", "chats").code == 0
    return folder


def opened(*options: str) -> Any:
    """A new entry, as the command tells it."""
    done = qa("coaching", "open", *(options or HOLDS), *BY, "--json")
    assert done.code == 0, done.err
    return done.json


def log(*options: str) -> Any:
    return qa("coaching", "list", *options, "--json").json


def test_an_entry_is_opened_and_told(project: Path) -> None:
    done = qa("coaching", "open", *HOLDS, "--action", "ask before a hold", "--follow-up", "2099-12-04", *BY)  # fmt: skip
    (entry,) = log()
    assert done.out.splitlines() == [
        f"{entry['id']} is open: Holds (dana)",
        "agreed: ask before a hold; follow-up: 4 Dec 2099",
    ]
    assert (entry["agent"], entry["coach"], entry["follow_up"]) == ("dana", "Mo Berg", "2099-12-04")


def test_an_entry_about_a_criterion_takes_its_question_as_topic(project: Path) -> None:
    entry = opened("--agent", "dana", "--criterion", "empathy.first", "--interaction", "dana-2")
    assert entry["topic"] == "Does the agent respond to the person before asking for details?"
    assert (entry["criterion"], entry["interactions"]) == ("empathy.first", ["dana-2"])


def test_what_is_said_later_counts_and_the_history_keeps_what_was_said_before(
    project: Path,
) -> None:
    name = opened(*HOLDS, "--action", "ask first")["id"]
    qa("coaching", "update", name, "--action", "ask, and say how long", "--by", "Eve")
    (entry,) = log()
    assert entry["action"] == "ask, and say how long"
    assert [(said["by"], said["value"]) for said in entry["history"]] == [
        ("Mo Berg", "ask first"),
        ("Eve", "ask, and say how long"),
    ]


def test_the_agent_signs_off_and_disputes(project: Path) -> None:
    name = opened()["id"]
    done = qa("coaching", "update", name, "--acknowledged", "today", "--dispute", "the line was cut", "--by", "Dana", "--json")  # fmt: skip
    today = datetime.now(UTC).date()
    assert abs(datetime.fromisoformat(done.json["acknowledged"]).date() - today).days <= 1
    assert done.json["dispute"] == "the line was cut"
    assert "disputed: the line was cut" in qa("coaching", "list").out


def test_an_empty_text_takes_back_what_was_said(project: Path) -> None:
    name = opened(*HOLDS, "--follow-up", "2026-01-05")["id"]
    assert qa("coaching", "update", name, "--follow-up", "", *BY, "--json").json["follow_up"] == ""


def test_the_first_characters_of_an_id_do(project: Path) -> None:
    name = opened()["id"]
    assert qa("coaching", "close", name[:5], *BY).code == 0


def test_an_empty_id_means_no_entry_also_where_there_is_only_one(project: Path) -> None:
    opened()
    for empty in ("", " "):
        assert "no entry" in refused("close", empty, *BY).err
    assert [entry["status"] for entry in log()] == ["open"]


def test_a_closed_entry_is_listed_only_where_all_are_asked_for(project: Path) -> None:
    name = opened()["id"]
    opened("--agent", "eli", "--topic", "Holds")
    qa("coaching", "close", name, "--note", "shown in 4 of 5 chats", *BY)
    assert [entry["agent"] for entry in log()] == ["eli"]
    assert [(entry["agent"], entry["status"]) for entry in log("--all")] == [
        ("eli", "open"),
        ("dana", "closed"),
    ]
    assert log("--all")[1]["note"] == "shown in 4 of 5 chats"


def test_a_closed_entry_can_be_opened_again(project: Path) -> None:
    name = opened()["id"]
    qa("coaching", "close", name, *BY)
    assert qa("coaching", "update", name, "--reopen", *BY, "--json").json["status"] == "open"


def test_what_is_due_comes_first_and_can_be_asked_for(project: Path) -> None:
    opened(*HOLDS, "--follow-up", "2099-01-01")
    opened("--agent", "eli", "--topic", "Pace", "--follow-up", "2026-01-05")
    opened("--agent", "eli", "--topic", "Names")
    assert [entry["topic"] for entry in log()] == ["Pace", "Holds", "Names"]
    assert [entry["status"] for entry in log("--due")] == ["due"]
    assert "3 entries, 1 of them due" in qa("coaching", "list").out


def test_a_topic_is_open_once_and_may_come_back_after_it_was_closed(project: Path) -> None:
    first = opened()["id"]
    again = qa("coaching", "open", "--agent", "dana", "--topic", "holds", *BY)
    assert again.code == 2
    assert f"is open already as {first}" in again.err
    qa("coaching", "close", first, *BY)
    second = opened()["id"]
    assert second != first
    assert [entry["id"] for entry in log("--all")] == [second, first]


def refused(*args: str) -> Ran:
    done = qa("coaching", *args)
    assert done.code == 2
    return done


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--agent", "dan", "--topic", "Holds"), "there is no agent 'dan', did you mean 'dana'?"),
        (("--agent", "dana"), "what is it about?"),
        (("--agent", "dana", "--topic", " "), "--topic is empty"),
        (("--agent", "dana", "--topic", "x" * 201), "201 characters are too many"),
        (("--agent", "dana", "--criterion", "empathy.frist"), "did you mean 'empathy.first'?"),
        ((*HOLDS, "--follow-up", "Friday"), "--follow-up is not a day: 'Friday'"),
        ((*HOLDS, "--follow-up", "04.12.2026"), "--follow-up is not a day"),
        ((*HOLDS, "--interaction", "dana-7"), "there is no interaction 'dana-7'"),
        ((*HOLDS, "--interaction", "eli-1"), "'eli-1' is an interaction of eli, not of dana"),
        ((*HOLDS, "--action", "x" * 4_001), "--action: 4,001 characters are too many"),
    ],
)
def test_what_cannot_be_opened_is_refused_with_the_reason(
    project: Path, args: tuple[str, ...], says: str
) -> None:
    assert says in refused("open", *args, *BY).err
    assert log("--all") == []


def test_what_cannot_be_said_of_an_entry_is_refused(project: Path) -> None:
    name = opened()["id"]
    opened("--agent", "eli", "--topic", "Holds")
    assert "no entry 'k-x'" in refused("update", "k-x", "--note", "a", *BY).err
    assert "several entries start with 'k-'" in refused("close", "k-", *BY).err
    assert "what is there to say" in refused("update", name, *BY).err
    assert "--acknowledged is not a day" in refused("update", name, "--acknowledged", "yes", *BY).err  # fmt: skip
    assert "Missing option '--by'" in refused("update", name, "--note", "a").err
    qa("coaching", "close", name, *BY)
    assert "is closed already" in refused("close", name, *BY).err
    assert "there is no agent 'bo'" in refused("list", "--agent", "bo").err
