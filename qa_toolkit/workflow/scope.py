"""Scope: which agents, team and period an export or a report is about."""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.interaction import AgentRef, Interaction
from qa_toolkit.domain.natural_order import as_counted
from qa_toolkit.domain.wording import listed, some_of
from qa_toolkit.errors import UsageError
from qa_toolkit.store import interactions
from qa_toolkit.workflow.clock import clock_of
from qa_toolkit.workflow.project import Project

FORMS = "2026, 2026-Q4, 2026-11, 2026-W47, 2026-11-22 or 2026-11-01..2026-11-15"
"""How a period is written."""
MOST_NAMED = 5
_PERIOD = re.compile(
    r"(?P<year>\d{4})(?:-?Q(?P<quarter>[1-4])|-?W(?P<week>0?[1-9]|[1-5]\d)"
    r"|-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A scope as it was asked for.

    Attributes:
        agents: ids or names; none for all.
        team: None for all. An empty name is a mistake: `--team "$TEAM"` with nothing in it.
        period: as in `FORMS`; None for all.
    """

    agents: Sequence[str] = ()
    team: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days from `first` to `last`, both included; `name` is how it was asked for."""

    name: str
    first: date
    last: date

    def holds(self, day: date | None) -> bool:
        """Whether a day is one of them; one that nobody knows is in no period."""
        return day is not None and self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is shown: the interactions of these agents, this team, this period; empty for all."""

    agents: tuple[AgentRef, ...] = ()
    team: str = ""
    period: Period | None = None

    @property
    def is_all(self) -> bool:
        return not (self.agents or self.team or self.period)

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """As pairs of name and value, for people."""
        who = "Agent" if len(self.agents) == 1 else "Agents"
        names = listed([agent.shown for agent in self.agents]) if self.agents else ""
        period = _in_words(self.period) if self.period else ""
        pairs = ((who, names), ("Team", self.team), ("Period", period))
        return tuple((name, value) for name, value in pairs if value)

    def serves(self, agent: AgentRef) -> bool:
        """Whether an agent's interactions are shown, whenever they took place."""
        ids = {known.id for known in self.agents}
        is_team = not self.team or agent.team.casefold() == self.team.casefold()
        return is_team and (not ids or agent.id in ids)

    def holds(self, agent: AgentRef, day: date | None) -> bool:
        """Whether an interaction of this agent on this day is shown; without a day, in no period."""
        if not self.serves(agent):
            return False
        return self.period is None or self.period.holds(day)


def scope_of(project: Project, asked: Asked) -> Scope:
    """The scope that was asked for, with the agents and the team as the project knows them.

    Raises:
        UsageError: no agent or team has this name, two agents share it, or a period is none.
    """
    period = None if asked.period is None else period_of(asked.period)
    if not asked.agents and asked.team is None:
        return Scope(period=period)
    known = interactions.agents(project.database)
    return Scope(
        agents=_agents(asked.agents, known),
        team="" if asked.team is None else _team(asked.team, known),
        period=period,
    )


def interactions_of(project: Project, scope: Scope) -> frozenset[str]:
    """The ids of all interactions of the agents that a scope asks for, whatever their team then."""
    served = {agent.id for agent in interactions.agents(project.database) if scope.serves(agent)}
    agent_ids = interactions.agent_ids(project.database)
    return frozenset(name for name, agent_id in agent_ids.items() if agent_id in served)


def day_of(project: Project, interaction: Interaction) -> date | None:
    """The day an interaction took place, in the zone of `intake.timezone`; None if nobody knows."""
    clock = clock_of(project, interaction)
    return None if clock is None else clock.date()


def period_of(text: str) -> Period:
    """The days a period names, see `FORMS`; weeks are those of ISO 8601, from Monday.

    Raises:
        UsageError: it names none, or ends before it begins.
    """
    start, dots, end = text.strip().partition("..")
    first, last = _days(start, text)
    if dots:
        last = _days(end, text)[1]
    if last < first:
        raise UsageError(f"the period {text!r} ends before it begins", hint=f"write {FORMS}")
    return Period(name=text.strip().upper(), first=first, last=last)


def _days(text: str, whole: str) -> tuple[date, date]:
    found = _PERIOD.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError(text)
        return _span(*(int(part or 0) for part in found.groups()))
    except (ValueError, OverflowError):  # a week can end after the last day there is
        raise UsageError(f"{whole!r} is not a period", hint=f"write {FORMS}") from None


def _span(year: int, quarter: int, week: int, month: int, day: int) -> tuple[date, date]:
    """First and last day; 0 stands for a part that is not named."""
    if week:
        monday = date.fromisocalendar(year, week, 1)
        return monday, monday + timedelta(days=6)
    if day:
        return date(year, month, day), date(year, month, day)
    first, last = (3 * quarter - 2, 3 * quarter) if quarter else (month or 1, month or 12)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _in_words(period: Period) -> str:
    if period.first == period.last or ".." in period.name:
        return period.name
    return f"{period.name} ({period.first} to {period.last})"


def _agents(asked: Iterable[str], known: Sequence[AgentRef]) -> tuple[AgentRef, ...]:
    found = {agent.id: agent for name in asked for agent in [_agent(name, known)]}
    return tuple(sorted(found.values(), key=lambda agent: as_counted(agent.id)))


def _agent(asked: str, known: Sequence[AgentRef]) -> AgentRef:
    """An id comes before a name: only ids tell two people of one name apart."""
    wanted = asked.strip().casefold()
    own = [agent for agent in known if agent.id == asked.strip()]
    found = own or [agent for agent in known if agent.id.casefold() == wanted]
    found = found or [agent for agent in known if agent.name.casefold() == wanted]
    people = {agent.id: agent for agent in found}
    if len(people) > 1:
        ids = some_of([f"'{name}'" for name in sorted(people, key=as_counted)], MOST_NAMED)
        raise UsageError(f"several agents are called '{asked}'", hint=f"name one by id: {ids}")
    if not people:
        names = [*(agent.id for agent in known), *(agent.name for agent in known if agent.name)]
        raise UsageError(
            f"there is no agent '{asked}'{did_you_mean(asked, names)}", hint="qa list shows them"
        )
    return next(iter(people.values()))


def _team(asked: str, known: Sequence[AgentRef]) -> str:
    teams = sorted({agent.team for agent in known if agent.team}, key=as_counted)
    wanted = asked.strip().casefold()
    found = next((team for team in teams if team.casefold() == wanted), "")
    if not found:
        hint = (
            f"teams: {some_of(teams, MOST_NAMED)}"
            if teams
            else "no agent has a team in this project"
        )
        raise UsageError(f"there is no team '{asked}'{did_you_mean(asked, teams)}", hint=hint)
    return found
