"""Which agents, team and period an export is about."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from builders import interaction

from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.errors import UsageError
from qa_toolkit.store import interactions
from qa_toolkit.workflow.project import Project, init_project, open_project
from qa_toolkit.workflow.scope import Asked, Scope, day_of, period_of, scope_of

DANA = AgentRef(id="dana", name="Dana Price", team="North")
ALI = AgentRef(id="ali", name="Ali Demir", team="South")
OTHER_ALI = AgentRef(id="ali-2", name="Ali Demir", team="North")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    init_project(tmp_path)
    with open_project(tmp_path, {"intake.timezone": "Europe/Berlin"}) as opened:
        found = [
            (interaction(f"i-{n}", agent=agent), None)
            for n, agent in enumerate((DANA, ALI, OTHER_ALI))
        ]
        interactions.add(opened.database, found)
        yield opened


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", (2026, 1, 1), (2026, 12, 31)),
        ("2026-Q4", (2026, 10, 1), (2026, 12, 31)),
        ("2026q1", (2026, 1, 1), (2026, 3, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2026-W47", (2026, 11, 16), (2026, 11, 22)),
        ("2026-w1", (2025, 12, 29), (2026, 1, 4)),
        ("2026-11-22", (2026, 11, 22), (2026, 11, 22)),
        ("2026-11-01..2026-11-15", (2026, 11, 1), (2026, 11, 15)),
        ("2026-W46 .. 2026-W47", (2026, 11, 9), (2026, 11, 22)),
    ],
)
def test_a_period_is_its_days(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    period = period_of(text)
    assert (period.first, period.last) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "text",
    [
        *("", "47", "0000", "2026-1", "2026-13", "2026-00", "2026-W54", "2026-W0", "2026-Q5"),
        *("2026-02-30", "2026-11-00", "last week", "2026..", "..2026", "2026-11-15..2026-11-01"),
        "9999-W52",
    ],
)
def test_what_is_no_period_is_told_with_the_forms_there_are(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        period_of(text)
    assert "2026-W47" in caught.value.hint


@pytest.mark.parametrize("asked", ["dana", "DANA", "Dana Price", "dana price", " dana "])
def test_an_agent_is_found_by_id_or_name_in_any_case(project: Project, asked: str) -> None:
    assert scope_of(project, Asked(agents=[asked])).agents == (DANA,)


def test_an_id_comes_before_a_name(project: Project) -> None:
    assert scope_of(project, Asked(agents=["ali"])).agents == (ALI,)


def test_a_name_that_two_agents_share_asks_for_the_id(project: Project) -> None:
    with pytest.raises(UsageError, match="several agents are called 'Ali Demir'") as caught:
        scope_of(project, Asked(agents=["Ali Demir"]))
    assert caught.value.hint == "name one by id: 'ali' and 'ali-2'"


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (Asked(agents=["dama"]), "there is no agent 'dama', did you mean 'dana'?"),
        (Asked(team="Nort"), "there is no team 'Nort', did you mean 'North'?"),
    ],
    ids=["agent", "team"],
)
def test_a_misspelt_name_is_told_with_one_that_is_near(
    project: Project, asked: Asked, message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        scope_of(project, asked)
    assert caught.value.message == message


def test_several_agents_and_a_team_are_both_asked_of_each(project: Project) -> None:
    scope = scope_of(project, Asked(agents=["dana", "ali"], team="north"))
    shown = [agent.id for agent in (DANA, ALI, OTHER_ALI) if scope.holds(agent, None)]
    assert shown == ["dana"]


def test_agents_and_teams_are_told_as_people_count(project: Project) -> None:
    desks = [AgentRef(id=f"desk-{n}", team=f"Team {n}") for n in (10, 2, 1)]
    found = [(interaction(f"d-{n}", agent=desk), None) for n, desk in enumerate(desks)]
    interactions.add(project.database, found)
    agents = scope_of(project, Asked(agents=[desk.id for desk in desks])).agents
    assert [agent.id for agent in agents] == ["desk-1", "desk-2", "desk-10"]
    with pytest.raises(UsageError) as told:
        scope_of(project, Asked(team="Team 7"))
    assert "Team 1, Team 2" in str(told.value.hint)
    assert "Team 10, " not in str(told.value.hint)


def test_both_ends_of_a_period_belong_to_it() -> None:
    scope = Scope(period=period_of("2026-11"))
    days = [date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1), None]
    assert [scope.holds(DANA, day) for day in days] == [False, True, True, False, False]


def test_a_day_is_that_of_the_clock_on_the_projects_wall(project: Project) -> None:
    late = interaction(started_at=datetime(2026, 11, 15, 23, 30, tzinfo=UTC))
    assert day_of(project, late) == date(2026, 11, 16)


def test_a_scope_tells_itself_in_words(project: Project) -> None:
    asked = Asked(agents=["dana", "ali-2"], team="NORTH", period="2026-w47")
    assert scope_of(project, asked).told == (
        ("Agents", "Ali Demir and Dana Price"),
        ("Team", "North"),
        ("Period", "2026-W47 (2026-11-16 to 2026-11-22)"),
    )


def test_nothing_asked_is_all(project: Project) -> None:
    scope = scope_of(project, Asked())
    assert (scope.is_all, scope.told) == (True, ())


@pytest.mark.parametrize("asked", [Asked(team=""), Asked(period="")], ids=["team", "period"])
def test_an_empty_name_is_no_way_to_ask_for_everybody(asked: Asked, project: Project) -> None:
    """As a shell passes it on from a variable that nobody has set."""
    with pytest.raises(UsageError):
        scope_of(project, asked)
