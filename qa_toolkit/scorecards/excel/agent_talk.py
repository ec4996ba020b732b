"""The talk on an agent's sheet: strengths, priorities, what is agreed, questions, sign-off."""

from collections.abc import Iterator

from qa_toolkit.domain.coaching import CoachingField
from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.excel.agent_priority import (
    FIRST,
    INPUT,
    LAST,
    priority,
    told,
    words,
)
from qa_toolkit.scorecards.excel.fields import coaching_rules
from qa_toolkit.scorecards.excel.printing import Place, here
from qa_toolkit.scorecards.excel.sheet import Sheet
from qa_toolkit.scorecards.excel.sheet_names import place
from qa_toolkit.scorecards.view import AgentView, CoachingPointView

_MOST_ENTRIES = 5


def write_strengths(sheet: Sheet, agent: AgentView) -> None:
    """What went well: a talk begins with it."""
    _heading(sheet, "What went well")
    for point in agent.strengths:
        _strength(sheet, point)
    if agent.no_strengths:
        _text(sheet, agent.no_strengths)


def write_talk(sheet: Sheet, agent: AgentView) -> Iterator[Place]:
    """What to work on with its inputs, what lies elsewhere, and questions.

    Yields:
        Where a new page may begin.
    """
    yield here(sheet)
    _heading(sheet, "To work on")
    cells: dict[CoachingField, list[str]] = {}
    for number, point in enumerate(agent.priorities, start=1):
        if number > 1:
            yield here(sheet)
        for field, cell in priority(sheet, agent, number, point):
            cells.setdefault(field, []).append(cell)
    if agent.no_priorities:
        _text(sheet, agent.no_priorities)
    if cells:
        sheet.page.data_validations.dataValidation.extend(coaching_rules(cells))
    yield here(sheet)
    _agreed_before(sheet, agent)
    _process(sheet, agent)
    yield here(sheet)
    yield from _prompts(sheet, agent)


def write_sign_off(sheet: Sheet, appeal: str) -> None:
    """Two lines to sign, and until when the agent may object."""
    _heading(sheet, "Sign-off")
    if appeal:
        _text(sheet, appeal)
    for who in ("Agent", "Team lead"):
        sheet.across(
            [
                ("label", who, FIRST, FIRST),
                ("pen", "", INPUT, 5),
                ("label", "Date", 6, 6),
                ("pen", "", 7, LAST),
            ],
            least=26,
        )


def _heading(sheet: Sheet, title: str) -> None:
    sheet.across([("heading", title, FIRST, LAST)], least=26)


def _text(sheet: Sheet, text: str, style: str = "plain") -> None:
    sheet.across([(style, text, FIRST, LAST)])


def _strength(sheet: Sheet, point: CoachingPointView) -> None:
    sheet.across([("step", f"✓ {point.question}", FIRST, LAST)], least=18)
    told(sheet, point.section, point.finding)
    for example in point.examples:
        told(sheet, "For example", words(example), "quote")


def _agreed_before(sheet: Sheet, agent: AgentView) -> None:
    """Open entries of the log about something else than the priorities."""
    shown = {point.agreed.id for point in agent.priorities if point.agreed}
    others = [known for known in agent.entries if known.is_open and known.id not in shown]
    if not others:
        return
    _heading(sheet, "Agreed before, still open")
    for entry in others[:_MOST_ENTRIES]:
        mark = "▲ " if entry.is_due else ""
        until = f"{mark}follow-up {entry.follow_up_shown}"
        text = " – ".join(filter(None, (entry.topic, entry.action)))
        row = sheet.across(
            [
                ("link", entry.id, FIRST, FIRST),
                ("wrap", text, INPUT, 6),
                ("wrap", until, 7, LAST),
            ]
        )
        sheet.link(row, FIRST, location=place(layout.COACHING))
    if len(others) > _MOST_ENTRIES:
        _text(sheet, f"… and {len(others) - _MOST_ENTRIES} more on {layout.COACHING}.", "note")


def _process(sheet: Sheet, agent: AgentView) -> None:
    if not agent.process:
        return
    _heading(sheet, "Not in the agent's hands: for the team lead to take up")
    for point in agent.process:
        told(
            sheet, point.section, " ".join(filter(None, (point.question, point.finding, point.why)))
        )


def _prompts(sheet: Sheet, agent: AgentView) -> Iterator[Place]:
    """Each question with a line to write on; yields where a new page may begin."""
    if not agent.prompts:
        return
    _heading(sheet, "Questions for the talk")
    for number, prompt in enumerate(agent.prompts):
        if number:
            yield here(sheet)
        told(sheet, prompt.step, prompt.question)
        sheet.across([("pen", "", INPUT, LAST)])
        sheet.row((), height=3)
