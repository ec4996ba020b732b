"""Sheet Scores: one row a scorecard, as scored, and beside it recalculated from Detail."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from openpyxl.utils import get_column_letter

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.errors import UsageError
from qa_toolkit.scorecards.excel import emphasis, helpers
from qa_toolkit.scorecards.excel.formulas import MOST_CHARACTERS
from qa_toolkit.scorecards.excel.headings import (
    LIVE,
    columns,
    corrected,
    part_headings,
    section_headings,
)
from qa_toolkit.scorecards.excel.lists import numbered
from qa_toolkit.scorecards.excel.live_columns import (
    as_exported,
    live_cells,
    live_columns,
    live_totals,
    or_dash,
    places,
)
from qa_toolkit.scorecards.excel.own_rows import own_rows
from qa_toolkit.scorecards.excel.rules import rules_of
from qa_toolkit.scorecards.excel.sheet import Cell, Column, Sheet, Value, moment
from qa_toolkit.scorecards.view import ReportView, ScorecardView

_ROOM = 1_000
"""Characters kept free in a formula: for long row numbers, which count many times."""
_ABOUT = (
    "As exported, and in blue recalculated from the ratings on Detail, with the weights and "
    "minimums above the headings and the pass mark on Rubric. Columns right of Why are not printed."
)


def write_scores(
    sheet: Sheet, view: ReportView, rubric: Rubric, agent_places: Mapping[str, str]
) -> None:
    """Write the sheet; its formulas need the names that Detail and Rubric define.

    Args:
        sheet: still empty.
        view: what is shown.
        rubric: weights and policies.
        agent_places: where each agent's sheet begins, by agent; those without get no link.

    Raises:
        UsageError: the rubric has so many sections that a formula would be too long.
    """
    known = columns(view)
    at = {column.heading: get_column_letter(number) for number, column in enumerate(known, 1)}
    sheet.widths(known)
    sheet.page.freeze_panes = "C6"
    sheet.row([("title", "Scores")], height=30)
    sheet.row([("subtitle", _ABOUT)], height=20)
    _above(sheet, view, known)
    head = sheet.heading(known)
    agents = {agent.id: number for number, agent in enumerate(view.agents, start=1)}
    rules = rules_of(rubric)
    totals, live = live_totals(at, view, rules), live_columns(at, view, rules)
    if max(len(text) for _, _, text in (*totals, *live)) > MOST_CHARACTERS - _ROOM:
        raise UsageError(
            f"rubric {rubric.id} has too many sections for the formulas of a workbook",
            hint="export to .csv, .json or a folder of pages",
        )
    machine, titles = corrected(view), section_headings(view)
    begins = 1
    for key, card in numbered(view):
        rows = sum(1 for _ in card.all_criteria())
        stands_for = view.weights.get(card.id, Decimal(0)) if view.weights else 1
        values: dict[str, Value] = {
            "Key": key,
            "Agent no.": agents[card.agent_id],
            "Stands for": stands_for,
            "From": begins,
            "Rows": max(1, rows),
        }
        place = agent_places.get(card.agent_id, "")
        at_export = as_exported(card, view, titles)
        row = sheet.row(
            _total(card, view, linked=bool(place))
            + live_cells(sheet.at + 1, totals, values, at_export)
            + _behind(card, view, machine=machine)
            + live_cells(sheet.at + 1, live, values, at_export)
        )
        if place:
            sheet.link(row, 2, location=place)
        begins += rows
    sheet.table("Scores", known, head, sheet.at)
    sheet.print_only(repeat=head, area=f"A1:{at['Why']}{sheet.at}")
    _name_columns(sheet, at, view, head)
    if sheet.at > head:
        emphasis.of_scores(sheet, at, titles, head)


def _above(sheet: Sheet, view: ReportView, known: Sequence[Column]) -> None:
    """Weights and minimums over the columns of sections: what the formulas weigh with."""
    sections = view.rubric.sections
    titles = section_headings(view)
    weights = {title: own.weight for title, own in zip(titles, sections, strict=True)}
    least = {title: own.minimum or 0 for title, own in zip(titles, sections, strict=True)}
    for headings, own in zip(part_headings(view), sections, strict=True):
        weights |= {at: part.weight for at, part in zip(headings, own.parts, strict=True)}
    for label, values in (("Weight", weights), ("Minimum", least)):
        shown: dict[str, str | int | Decimal] = {"Total": label, **values}
        sheet.row(
            [
                ("above", shown[column.heading]) if column.heading in shown else None
                for column in known
            ]
        )


def _total(card: ScorecardView, view: ReportView, *, linked: bool) -> list[Cell]:
    band: list[Cell] = [("text", card.band)] if view.rubric.bands else []
    kind: list[Cell] = [("text", card.kind)] if view.shops else []
    return [
        ("text", card.id),
        ("link" if linked else "text", card.agent),
        ("text", card.team),
        ("text", card.channel),
        *kind,
        ("date", moment(card.started)),
        ("right", card.length),
        ("word", card.outcome),
        *band,
        ("total", or_dash(card.total)),
    ]


def _behind(card: ScorecardView, view: ReportView, *, machine: bool) -> list[Cell]:
    percents = {section.id: section.percent for section in card.sections}
    by_machine: list[Cell] = [("right", card.machine_total), ("word", card.machine_outcome)]
    return [
        *(("percent", or_dash(percents.get(known.id))) for known in view.rubric.sections),
        ("wrap", "; ".join(card.critical)),
        ("percent", card.computed if card.computed_shown else ""),
        *(by_machine if machine else ()),
        ("right", card.coverage),
        ("count", card.needs_review or ""),
        ("wrap", "\n".join((card.reason, *card.remarks))),
    ]


def _name_columns(sheet: Sheet, at: Mapping[str, str], view: ReportView, head: int) -> None:
    """Names for the formulas of other sheets; they hold without any scorecard, too."""
    names = {
        "scores_key": "Key",
        "scores_agent": "Agent no.",
        "scores_weight": "Stands for",
        "scores_total": f"Total {LIVE}",
        "scores_outcome": f"Outcome {LIVE}",
        "scores_failed": "Failed",
        "scores_open": "Open",
        "scores_changed": "Changed",
        **{
            f"scores_section_{number}": f"{title} {LIVE}"
            for number, title in enumerate(section_headings(view), start=1)
        },
    }
    last = max(sheet.at, head + 1)
    place = places(at, view)
    for column in helpers.NAMES:
        own = own_rows(place, sheet.title, column)
        sheet.name_formula(column.replace("detail_", "own_"), own)
    for name, heading in names.items():
        sheet.name(name, f"${at[heading]}${head + 1}:${at[heading]}${last}")
