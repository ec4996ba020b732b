"""`qa report`: how it stands, in a minute."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from commands import qa
from projects import GOOD, POOR, chat_line, chats_project

from qa_toolkit.cli import report_lines
from qa_toolkit.workflow.project import open_project
from qa_toolkit.workflow.report import Summary, summary_asked
from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric
from qa_toolkit.workflow.scope import Asked

DAYS = ("2025-11-03T09:00:00Z", "2025-11-05T09:00:00Z", "2025-11-12T09:00:00Z")


@pytest.fixture(scope="module")
def scored_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two agents in two teams; Dana's chats are good, Eli's poor."""
    folder = chats_project(tmp_path_factory.mktemp("report") / "november", agents=())
    lines = [
        chat_line(f"{agent}-{n}", turns, agent, team=team, started_at=day)
        for agent, turns, team in (("dana", GOOD, "North"), ("eli", POOR, "South"))
        for n, day in enumerate(DAYS, start=1)
    ]
    (folder / "chats" / "chats.jsonl").write_text("\n".join(lines) + "\n")
    chats = str(folder / "chats")
    qa("run", chats, "--project", folder, "--per-agent", "3", "--seed", "7")
    return folder


@pytest.fixture
def project(scored_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "november"
    shutil.copytree(scored_once, folder)
    monkeypatch.chdir(folder)
    return folder


def summary(folder: Path) -> Summary:
    with open_project(folder) as opened:
        rubric = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        return summary_asked(opened, "", rubric, Asked())


def values(*options: str) -> Any:
    return qa("report", "--json", *options).json


def test_a_lead_reads_figures_trend_losses_agents_and_what_to_do(project: Path) -> None:
    ran = qa("report")
    assert ran.code == 0
    told = ran.out
    headings = ("Mean total", "Trend", "Sections", "Where points are lost", "Agents, in order")
    places = [told.index(heading) for heading in headings]
    assert places == sorted(places)
    assert "2 agents of 2 with fewer than 20 scorecards" in told


def test_agents_stand_in_order_of_names_with_their_intervals(project: Path) -> None:
    head, rows = report_lines.agents(summary(project).view, narrow=False)
    assert [row[0] for row in rows] == ["dana", "eli"]
    assert head[4] == "95 % interval"


def test_a_narrow_terminal_gets_names_and_means_only(project: Path) -> None:
    head, rows = report_lines.agents(summary(project).view, narrow=True)
    assert head == ("Agent", "Mean", "95 % interval")
    assert all(len(row) == 3 for row in rows)


def test_json_has_the_same_values_as_the_export(project: Path, tmp_path: Path) -> None:
    qa("export", "--to", tmp_path / "all.json")
    cards = json.loads((tmp_path / "all.json").read_text())["scorecards"]
    totals = [card["percent"] for card in cards if card["percent"] is not None]
    mean = sum(map(float, totals)) / len(totals)
    assert values()["mean"]["value"] == pytest.approx(mean, abs=0.05)


def test_one_agent_is_reported_on_alone(project: Path) -> None:
    found = values("--agent", "eli")
    assert [known["name"] for known in found["agents"]] == ["eli"]
    assert found["scope"] == "Agent: eli"
    assert "Agent: eli" in qa("report", "--agent", "eli").out


def test_a_team_and_a_period_narrow_the_report(project: Path) -> None:
    found = values("--team", "North", "--period", "2025-W45")
    assert [(known["id"], known["scored"]) for known in found["agents"]] == [("dana", 2)]


def test_the_trend_is_told_by_week(project: Path) -> None:
    found = values("--agent", "dana")["trend"]
    assert [point["period"] for point in found["points"]] == ["2025-W45", "2025-W46"]
    assert "too few to tell a change from chance" in found["said"]


def test_a_follow_up_that_lies_behind_is_due(project: Path) -> None:
    opened = qa(
        "coaching", "open", "--agent", "eli", "--criterion", "politeness.greeting",
        "--action", "greet first", "--follow-up", "2025-11-12", "--by", "Mo Berg",
    )  # fmt: skip
    assert opened.code == 0, opened.err
    assert "Follow-ups due (1)" in qa("report").out
    assert values()["follow_ups_due"][0]["action"] == "greet first"


def test_an_overdue_promise_is_named_with_the_words_that_made_it(project: Path) -> None:
    overdue = values("--agent", "dana")["promises_overdue"]
    assert any("call you tomorrow" in promise["quote"] for promise in overdue)
    assert "Promises overdue" in qa("report").out


def test_what_calls_for_a_talk_is_said(project: Path) -> None:
    told = qa("report").out
    assert "What calls for a talk (1)" in told
    assert "eli: " in told


def test_without_scorecards_the_next_step_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(chats_project(tmp_path / "empty"))
    ran = qa("report")
    assert ran.code == 2
    assert "→ qa" in ran.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--agent", "zoe"), "there is no agent 'zoe'"),
        (("--period", "yesterday"), "'yesterday' is not a period"),
        (("--sample", "s-none"), "s-none"),
    ],
    ids=["agent", "period", "sample"],
)
def test_what_is_not_there_is_said(project: Path, options: tuple[str, str], told: str) -> None:
    ran = qa("report", *options)
    assert (ran.code, told in ran.err) == (2, True)
