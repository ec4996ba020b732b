"""Hidden sheet Lists: what the drop-downs offer. Hidden and no more: nothing here is secret.

A rule of Excel stays with its cell when rows are sorted, so the rule is the same in every row and
asks hidden columns of that row where the row's own list of levels lies.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from openpyxl.utils import get_column_letter

from qa_toolkit.domain.coaching import CoachingStatus
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.excel.sheet import Column, Sheet
from qa_toolkit.scorecards.override_view import CAUSES
from qa_toolkit.scorecards.view import CriterionView, ReportView, ScorecardView

Answers = tuple[int | str, ...]
"""What can be answered to a criterion: its levels, the lowest first, then `N/A` where allowed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """Where the answers to each criterion stand: the row of the list, from 0, and how many."""

    known: Mapping[Answers, int]
    no_absence: frozenset[str]
    """The criteria that have to be rated: nobody may say `N/A`."""

    def of(self, criterion: CriterionView) -> tuple[int, int]:
        """The rows before this criterion's list, and its length."""
        answers = _answers(criterion, self.no_absence)
        return self.known[answers], len(answers)


def numbered(view: ReportView) -> Iterator[tuple[int, ScorecardView]]:
    """All scorecards with the key that joins Scores and Detail, whatever ids look like."""
    return enumerate((card for agent in view.agents for card in agent.scorecards), start=1)


def levels_of(view: ReportView, rubric: Rubric) -> Levels:
    """Each list of answers there is, once."""
    no_absence = frozenset(item.id for item in rubric.criteria() if not item.na_allowed)
    found: dict[Answers, int] = {}
    taken = 0
    for _, card in numbered(view):
        for criterion in card.all_criteria():
            answers = _answers(criterion, no_absence)
            if answers not in found:
                found[answers] = taken
                taken += len(answers)
    return Levels(known=found, no_absence=no_absence)


def _answers(criterion: CriterionView, no_absence: frozenset[str]) -> Answers:
    if criterion.id in no_absence:
        return criterion.levels
    return (*criterion.levels, layout.NOT_APPLICABLE)


def lists(view: ReportView, levels: Levels) -> Mapping[str, Sequence[int | str]]:
    """All lists by heading; agents and topics beside their ids, in the report's order."""
    agents = [(agent.id, agent.name) for agent in view.agents]
    topics = [(item.id, item.question) for item in view.rubric.criteria]
    return {
        layout.LIST_LEVELS: [answer for answers in levels.known for answer in answers],
        layout.LIST_CAUSES: list(CAUSES.values()),
        layout.LIST_STATUSES: [status.value.capitalize() for status in CoachingStatus],
        layout.LIST_AGENTS: _told_apart(agents),
        layout.LIST_AGENT_IDS: [name for name, _ in agents],
        layout.LIST_TOPICS: _told_apart(topics),
        layout.LIST_TOPIC_IDS: [name for name, _ in topics],
    }


def _told_apart(named: Sequence[tuple[str, str]]) -> list[str]:
    """Names as they are, with the id behind those that several share."""
    counts = Counter(name.casefold() for _, name in named)
    return [
        name if name and counts[name.casefold()] == 1 else f"{name} ({known})".strip()
        for known, name in named
    ]


def write_lists(sheet: Sheet, known: Mapping[str, Sequence[int | str]]) -> list[list[int | str]]:
    """Write the sheet, name its lists, and give back its rows, which the Manifest vouches for."""
    sheet.page.sheet_state = "hidden"
    sheet.widths([Column(heading=heading, width=24) for heading in known])
    rows: list[list[int | str]] = [list(known)]
    rows += map(list, zip_longest(*known.values(), fillvalue=""))
    for row in rows:
        sheet.row([("helper", value) for value in row])
    at = {heading: get_column_letter(number) for number, heading in enumerate(known, start=1)}
    for name, heading in layout.LIST_NAMES.items():
        last = 1 + max(1, len(known[heading]))
        sheet.name(name, f"${at[heading]}$2:${at[heading]}${last}")
    return rows
