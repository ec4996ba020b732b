"""Sheets of a workbook on mystery shops: Locations, Announced and staged, Shoppers."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial

from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.excel.sheet import Cell, Column, Sheet
from qa_toolkit.scorecards.view.shops import FigureView, ShopsView
from qa_toolkit.scorecards.wording import DASH

_WIDE = 8
"""Columns that a sentence above a table stands in."""
_MOST_HEADING = 120
_WIDEST_FIGURE = 24
"""Of a column of figures, which otherwise holds the longest word of its heading."""


def shop_sheets(view: ShopsView | None) -> Mapping[str, Callable[[Sheet], None]]:
    """What writes each sheet that there is something for, by its name."""
    if view is None:
        return {}
    written = (
        (layout.LOCATIONS, view.locations, _locations),
        (layout.ANNOUNCED, view.compared, _compared),
        (layout.SHOPPERS, view.shoppers, _shoppers),
    )
    return {title: partial(write, view=view) for title, held, write in written if held}


def _locations(sheet: Sheet, view: ShopsView) -> None:
    columns = [
        Column(heading="Location", width=30),
        Column(heading="Id", width=14),
        *_figure("Total"),
    ]
    for title in view.section_titles:
        columns += _figure(title)
    own = _told_apart(columns)
    head = _top(sheet, layout.LOCATIONS, own, (view.locations_note,))
    for known in view.locations:
        cells: list[Cell] = [("bold wrap", known.name), ("small", known.id), *_cells(known.total)]
        for section in known.sections:
            cells += _cells(section)
        sheet.row(cells)
    sheet.table("Locations", own, head, sheet.at)
    sheet.print_only(repeat=head)


def _compared(sheet: Sheet, view: ShopsView) -> None:
    columns = (
        Column(heading="Question", width=44),
        Column(heading="Section", width=16),
        Column(heading="Compared", width=10),
        *_figure("Monitored"),
        *_figure("Staged"),
        Column(heading="Staged − monitored", width=11, numeric=True),
        Column(heading="95 % interval", width=16, numeric=True),
        Column(heading="How sure", width=30),
        Column(heading="Id", width=22),
    )
    head = _top(sheet, layout.ANNOUNCED, columns, (view.compared_note,), view.warning)
    for known in view.compared:
        first: list[Cell] = [
            ("wrap" if known.id else "bold wrap", known.question),
            ("text", known.section),
            ("text", known.kind),
        ]
        apart: list[Cell] = [
            ("signed", _or_dash(known.difference)),
            ("right", known.difference.span),
        ]
        sheet.row(
            [
                *first,
                *_cells(known.monitored),
                *_cells(known.staged),
                *apart,
                ("wrap", known.caution),
                ("small", known.id),
            ]
        )
    sheet.table("Announced", columns, head, sheet.at)
    sheet.print_only(repeat=head)


def _shoppers(sheet: Sheet, view: ShopsView) -> None:
    columns = (
        Column(heading="Shopper", width=18),
        Column(heading="Shops", width=9, numeric=True),
        Column(heading="Where others were, too", width=12, numeric=True),
        Column(heading="Difference", width=11, numeric=True),
        Column(heading="95 % interval", width=16, numeric=True),
        Column(heading="How sure", width=70),
    )
    head = _top(sheet, layout.SHOPPERS, columns, (view.shoppers_note,))
    for known in view.shoppers:
        sheet.row(
            [
                ("bold wrap", known.shopper),
                ("count", known.shops),
                ("count", known.shared),
                ("signed", _or_dash(known.difference)),
                ("right", known.difference.span),
                ("wrap", known.said),
            ]
        )
    sheet.table("Shoppers", columns, head, sheet.at)
    sheet.print_only(repeat=head)


def _top(
    sheet: Sheet,
    title: str,
    columns: tuple[Column, ...],
    notes: tuple[str, ...],
    warning: str = "",
) -> int:
    sheet.widths(columns)
    sheet.row([("title", title)], height=30)
    wide = min(_WIDE, len(columns))
    if warning:
        sheet.spread("warning", warning, wide)
    for note in notes:
        sheet.spread("note", note, wide)
    head = sheet.heading(columns)
    sheet.page.freeze_panes = f"B{head + 1}"
    return head


def _figure(heading: str) -> list[Column]:
    longest = min(max(map(len, heading.split()), default=0) + 2, _WIDEST_FIGURE)
    return [
        Column(heading=heading, width=max(10, longest), numeric=True),
        Column(heading=f"{heading}: n", width=max(9, longest), numeric=True),
        Column(heading=f"{heading}: 95 % interval", width=max(14, longest), numeric=True),
    ]


def _cells(known: FigureView) -> list[Cell]:
    return [("total", _or_dash(known)), ("count", known.count), ("right", known.span)]


def _or_dash(known: FigureView) -> Decimal | str:
    return DASH if known.value is None else known.value


def _told_apart(columns: list[Column]) -> tuple[Column, ...]:
    """Headings of a table are unique in Excel; sections may share a title, or be called Total."""
    counts: dict[str, int] = {}
    own = []
    for column in columns:
        name = " ".join(column.heading.split())[:_MOST_HEADING]
        known = counts[name.casefold()] = counts.get(name.casefold(), 0) + 1
        own.append(replace(column, heading=name if known == 1 else f"{name} ({known})"))
    return tuple(own)
