"""Sheet Summary: who needs what, in a minute; then where points are lost and how it was drawn."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from openpyxl.utils import get_column_letter

from qa_toolkit.scorecards.excel import live, printing, styles, summary_figures, summary_sample
from qa_toolkit.scorecards.excel.sheet import Cell, Column, Formula, Part, Sheet
from qa_toolkit.scorecards.excel.summary_sample import TEXT
from qa_toolkit.scorecards.excel.summary_table import room_for_charts
from qa_toolkit.scorecards.view import AgentView, Kpi, ReportView
from qa_toolkit.scorecards.wording import DASH

_TILES = ((1, 1), (2, 4), (5, 6), (7, 9), (10, 10))
"""First and last column of each headline figure; more of them go on below."""
_SPARE = 60
"""Points: what a line of a long name may take."""
_LEGEND = (
    "What says now, in blue, follows changed ratings at once; all else is as exported. Names lead "
    "to the agent's sheet."
)


def write_summary(sheet: Sheet, view: ReportView, agent_places: Mapping[str, str]) -> None:
    """Write the sheet.

    Args:
        sheet: still empty.
        view: what is shown.
        agent_places: where each agent's sheet begins, by agent.
    """
    columns = _columns(view)
    printed = (*columns, *room_for_charts(columns))
    sheet.widths(printed)
    sheet.page.freeze_panes = "B3"
    sheet.row([("title", view.title)], height=32)
    scope = (view.subtitle, view.scope)
    sheet.row([("subtitle", " · ".join(filter(None, scope)))], height=20)
    for first in range(0, len(view.kpis), len(_TILES)):
        sheet.skip()
        _kpis(sheet, view, view.kpis[first : first + len(_TILES)])
    if view.agents:
        told = Formula(live.what_changed(), "")
        sheet.across([("live note", told, 1, TEXT)], least=18)
    if view.caution:
        sheet.spread("warning", view.caution, TEXT)
    page = printing.page_of_blocks(printed) - _SPARE
    starts = list(_agents(sheet, view, columns, agent_places, page))
    starts += summary_figures.write_figures(sheet, view)
    starts.append(printing.here(sheet))
    summary_sample.sample(sheet, view)
    starts.append(printing.here(sheet))
    summary_sample.left_out(sheet, view)
    sheet.row([("heading", "How to read these figures")], height=28)
    for note in view.notes:
        sheet.spread("note", note, TEXT)
    sheet.spread("note", f"Made by {view.made_by}.", TEXT)
    sheet.print_only(area=f"A1:{get_column_letter(len(printed))}{sheet.at}")
    printing.by_blocks(sheet, printed, [printing.Place(0, 0), *starts])


def _columns(view: ReportView) -> tuple[Column, ...]:
    return (
        Column(heading="Agent", width=26),
        Column(heading="Team", width=12),
        Column(heading="Scored", width=10, numeric=True),
        Column(heading="Mean total", width=10, numeric=True),
        Column(heading="95 % interval", width=14, numeric=True),
        Column(heading="Mean total now", width=10, numeric=True),
        Column(heading="Passed", width=10, numeric=True),
        Column(heading="Critical failures now", width=10, numeric=True),
        Column(heading="Needs review now", width=10, numeric=True),
        Column(heading="Work on first", width=40),
        Column(heading="Next follow-up", width=15),
        *(Column(heading=known.title, width=11, numeric=True) for known in view.sections),
    )


def _kpis(sheet: Sheet, view: ReportView, kpis: Sequence[Kpi]) -> None:
    """Tiles: label, value and interval as exported, and what the ratings give now."""
    looks = (("kpi label", 18.0), ("kpi value", 30.0), ("kpi note", 17.0))
    texts = zip(*((kpi.label, kpi.value, kpi.note) for kpi in kpis), strict=True)
    for (style, least), words in zip(looks, texts, strict=True):
        parts: list[Part] = [
            (style, text, *span) for text, span in zip(words, _TILES, strict=False)
        ]
        sheet.across(parts, least=least)
    if view.agents:
        now = [
            (*live.kpi_formula(kpi.label, view), *span)
            for kpi, span in zip(kpis, _TILES, strict=False)
        ]
        sheet.across(now, least=18)


def _agents(
    sheet: Sheet,
    view: ReportView,
    columns: Sequence[Column],
    agent_places: Mapping[str, str],
    page: float,
) -> Iterator[printing.Place]:
    """A line for each; yields where a new page may begin, with the headings once more."""
    sheet.row([("heading", "Agents")], height=28)
    sheet.spread("note", _LEGEND, TEXT)
    head = sheet.heading(columns)
    full = page
    for number, agent in enumerate(view.agents, start=1):
        if sheet.points > full:
            yield printing.here(sheet)
            full = sheet.points + page
            sheet.heading(columns)
        row = sheet.row(list(_agent(agent, number, weighed=live.weighs(agent, view))))
        sheet.link(row, 1, location=agent_places[agent.id])
    if view.agents:
        _emphasise(sheet, head + 1)


def _agent(agent: AgentView, number: int, *, weighed: bool) -> Iterator[Cell]:
    def now(label: str, known: str | int | Decimal) -> Formula:
        return Formula(live.agent_figure(label, number, weighed=weighed), known)

    mean = DASH if agent.mean.value is None else agent.mean.value
    yield "link", agent.name
    yield "wrap", agent.team
    yield "right", f"{agent.scored} of {agent.counted}"
    yield "total", mean
    yield "right", agent.mean.span
    yield "live total", now("Mean total", mean)
    yield "right", agent.pass_share.shown
    yield "live count", now("Critical failures", agent.critical)
    yield "live count", now("Needs review", agent.needs_review)
    yield "wrap", agent.priorities[0].question if agent.priorities else DASH
    yield "day", _next_follow_up(agent) or ""
    for known in agent.sections:
        yield "percent", DASH if known.mean is None else known.mean


def _next_follow_up(agent: AgentView) -> date | None:
    days = (entry.follow_up for entry in agent.entries if entry.is_open and entry.follow_up)
    return min(days, default=None)


def _emphasise(sheet: Sheet, first: int) -> None:
    """Bold where something failed critically; ▲ where a follow-up lies behind."""
    rules = (
        ("H", f"AND(ISNUMBER(H{first}),H{first}>0)", styles.highlight(styles.BAD, styles.BAD_FILL)),
        ("K", f"AND(ISNUMBER(K{first}),K{first}<TODAY())", styles.overdue_mark()),
    )
    for column, formula, look in rules:
        sheet.mark(f"{column}{first}:{column}{sheet.at}", formula, look)
