"""`qa commitments` on a project of four contacts of two customers."""

import json
from pathlib import Path

import pytest
from commands import qa
from projects import chat_line

from qa_toolkit.workflow.project import init_project

CALLS_BACK = """\
format: 1
id: calls
version: 1.0.0
title: Calls
applies_to: {channels: [call, chat]}
pass_mark: 50
requires: {agent_turns: 1, customer_turns: 0}
sections:
  - id: s
    title: S
    weight: 1
    criteria:
      - id: s.calls
        question: Does the agent promise to call?
        type: yes_no
        indicators: [{id: calls, kind: commitment, points: 1}]
"""
GRAHAM = {"customer": "Graham Ellison"}
ROY = {"customer": "Roy Martin"}
LINES = [
    chat_line(
        "c-10",
        [
            ("customer", "My line drops every evening."),
            ("agent", "I'm sorry about that. Let me check the line."),
            ("agent", "I'll ring you tomorrow at noon, and you will get an e-mail by Friday."),
        ],
        channel="call",
        started_at="2026-11-18T14:20:00+00:00",
        **GRAHAM,
    ),
    chat_line(
        "c-11",
        [("agent", "Hello Graham, calling back as promised."), ("customer", "Oh great.")],
        channel="call",
        started_at="2026-11-19T11:40:00+00:00",
        **GRAHAM,
    ),
    chat_line(
        "c-20",
        [
            ("customer", "Where is my refund?"),
            ("agent", "My colleague will call you back tomorrow."),
        ],
        agent="eli",
        started_at="2026-11-18T09:00:00+00:00",
        **ROY,
    ),
    chat_line(
        "c-21",
        [
            ("customer", "Nobody called me back."),
            ("agent", "I'll update you once I hear from them."),
        ],
        started_at="2026-11-24T10:00:00+00:00",
        **ROY,
    ),
]
SHORT = {
    "I'll ring you tomorrow at noon": "noon call",
    "you will get an e-mail by Friday": "e-mail",
    "My colleague will call you back tomorrow": "colleague",
    "I'll update you once I hear from them": "update",
    "Let me check the line": "check",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "november"
    init_project(folder)
    (folder / "chats").mkdir()
    (folder / "chats" / "chats.jsonl").write_text("\n".join(LINES) + "\n")
    monkeypatch.chdir(folder)
    assert qa("run", "chats", "--per-agent", "9", "--seed", "7").code == 0
    return folder


def listed(*options: str) -> dict[str, str]:
    """Each promise in short with its status."""
    return {
        SHORT[item["quote"]]: item["status"] for item in qa("commitments", *options, "--json").json
    }


def id_of(quote: str) -> str:
    items = qa("commitments", "--json").json
    return next(str(item["id"]) for item in items if SHORT[item["quote"]] == quote)


def test_promises_are_listed_with_how_they_stand_the_earliest_due_first(project: Path) -> None:
    assert list(listed("--now", "2026-11-20").items()) == [
        ("noon call", "kept"),
        ("colleague", "overdue"),
        ("e-mail", "approaching"),
        ("update", "open"),
    ]


@pytest.mark.parametrize(
    ("now", "noon_call", "colleague"),
    [
        ("2026-11-18T20:00", "approaching", "open"),
        ("2026-11-19T12:00", "kept", "approaching"),
        ("2026-11-24T09:00", "kept", "overdue"),
        ("2026-11-24T11:00", "kept", "broken"),
    ],
)
def test_what_stands_at_a_moment_rests_on_no_later_contact(
    project: Path, now: str, noon_call: str, colleague: str
) -> None:
    found = listed("--now", now)
    assert (found["noon call"], found["colleague"]) == (noon_call, colleague)


def test_the_table_says_why_and_counts(project: Path) -> None:
    out = qa("commitments", "--now", "2026-11-25").out
    assert "c-11 by phone on Thu 19 Nov before it was due" in out
    assert "the customer in c-21 by chat on Tue 24 Nov: it did not come" in out
    assert "4 commitments: 1 open, 1 overdue, 1 kept and 1 broken" in out


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--agent", "eli"], {"colleague"}),
        (["--agent", "DANA"], {"noon call", "e-mail", "update"}),
        (["--customer", "roy martin"], {"colleague", "update"}),
        (["--status", "kept", "--status", "overdue"], {"noon call", "colleague"}),
        (["--due-before", "2026-11-20"], {"noon call", "colleague"}),
        (["--kind", "immediate"], {"check"}),
        (["--kind", "conditional"], set()),
    ],
)
def test_filters_choose(project: Path, options: list[str], expected: set[str]) -> None:
    assert set(listed(*options, "--now", "2026-11-20")) == expected


def test_only_the_interactions_of_a_sample(project: Path) -> None:
    drawn = qa("sample", "draw", "--size", "1", "--seed", "3", "--json").json
    wanted = {member["interaction_id"] for member in drawn["members"]}
    items = qa("commitments", "--sample", drawn["id"], "--json").json
    assert {item["interaction"] for item in items} <= wanted


def test_a_person_has_the_last_word_and_the_history_stays(project: Path) -> None:
    name = id_of("noon call")
    marked = qa("commitments", "break", name, "--reason", "it was a wrong number", "--by", "mo")
    assert (marked.code, marked.out.split(":")[0]) == (0, f"{name} is broken")
    qa("score")
    item = next(i for i in qa("commitments", "--json").json if i["id"] == name)
    assert item["status"] == "broken"
    assert [(said["verdict"], said["by_person"]) for said in item["history"]] == [
        ("kept", False),
        ("broken", True),
    ]


def test_keep_and_reopen_by_the_first_characters_of_the_id(project: Path) -> None:
    name = id_of("e-mail")
    qa("commitments", "keep", name[:8], "--reason", "in the outbox", "--by", "mo")
    assert listed("--now", "2026-11-25")["e-mail"] == "kept"
    qa("commitments", "reopen", name, "--reason", "another customer's", "--by", "mo")
    assert listed("--now", "2026-11-25")["e-mail"] == "overdue"


def test_scoring_and_listing_again_adds_nothing(project: Path) -> None:
    before = qa("commitments", "--json").json
    qa("score")
    assert qa("commitments", "--json").json == before


def test_a_verdict_goes_when_no_contact_says_so_any_more(project: Path) -> None:
    other = chat_line("c-11", [("agent", "Hello."), ("customer", "Hi.")], **GRAHAM)
    lines = [LINES[0], other, *LINES[2:]]
    (project / "chats" / "chats.jsonl").write_text("\n".join(lines) + "\n")
    qa("run", "chats", "--per-agent", "9", "--seed", "7")
    items = qa("commitments", "--now", "2026-11-25", "--json").json
    item = next(i for i in items if SHORT[i["quote"]] == "noon call")
    assert item["status"] == "overdue"
    assert [said["verdict"] for said in item["history"]] == ["kept", "open"]


def test_due_times_are_told_in_the_time_zone_of_the_settings(project: Path) -> None:
    text = (
        (project / "qa.toml").read_text().replace("[intake]", '[intake]\ntimezone = "Asia/Tokyo"')
    )
    (project / "qa.toml").write_text(text)
    qa("score")
    due = {SHORT[item["quote"]]: item["due_by"] for item in qa("commitments", "--json").json}
    assert due["noon call"] == "2026-11-19T12:00:00+09:00"


def test_a_scorecard_tells_due_times_by_the_clock_of_the_list(project: Path) -> None:
    late = chat_line(
        "c-30",
        [("customer", "My line is down."), ("agent", "I'll call you tomorrow.")],
        started_at="2026-11-18T23:30:00+00:00",
    )
    (project / "chats" / "chats.jsonl").write_text(late + "\n")
    settings = (project / "qa.toml").read_text()
    berlin = settings.replace("[intake]", '[intake]\ntimezone = "Europe/Berlin"')
    (project / "qa.toml").write_text(berlin)
    (project / "calls.yaml").write_text(CALLS_BACK)
    qa("run", "chats", "--per-agent", "9", "--seed", "7", "--rubric", "calls.yaml")
    qa("export", "--rubric", "calls.yaml", "--to", "out.json")
    assert "callback, Fri 20 Nov" in (project / "out.json").read_text()
    due = [item["due_by"] for item in qa("commitments", "--json").json]
    assert "2026-11-20T23:59:00+01:00" in due


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["keep", "p-nothing", "--reason", "r", "--by", "b"], "no commitment 'p-nothing'"),
        (["keep", "p-", "--reason", "r", "--by", "b"], "several commitments start with 'p-'"),
        (["keep", " ", "--reason", "r", "--by", "b"], "no commitment ' '"),
        (["keep", "p-1", "--reason", " ", "--by", "b"], "a verdict needs a reason and a person"),
        (["--due-before", "soon"], "--due-before is not a date: 'soon'"),
        (["--now", "12:00"], "--now is not a date: '12:00'"),
        (["--sample", "s-none"], "there is no sample 's-none'"),
    ],
)
def test_what_cannot_be_used_is_told(project: Path, arguments: list[str], told: str) -> None:
    ran = qa("commitments", *arguments)
    assert ran.code == 2
    assert told in ran.err


def test_a_project_without_promises_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    init_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert qa("commitments").out.endswith("0 commitments\n")
    assert json.loads(qa("commitments", "--json").out) == []
