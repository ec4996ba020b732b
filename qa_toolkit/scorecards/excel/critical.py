"""Sheet Critical: the register of critical failures, and whether they still are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from qa_toolkit.domain.rubric import CriticalRule
from qa_toolkit.scorecards.excel import layout, live, styles
from qa_toolkit.scorecards.excel.detail import evidence_text
from qa_toolkit.scorecards.excel.lists import numbered
from qa_toolkit.scorecards.excel.sheet import Cell, Column, Formula, Sheet, moment
from qa_toolkit.scorecards.excel.sheet_names import place
from qa_toolkit.scorecards.view import CriterionView, ReportView, ScorecardView

_ABOUT = (
    "Ratings that fail a scorecard, or a part of it, whatever else was good. Listen before you use "
    "one: a machine may have misheard. The last column follows the overrides on Detail; failures "
    "that an override adds are marked there and on Scores, and stand here after the next export."
)
_ABOUT_SHOPS = (
    "Those of monitored contacts stand here as well; Summary counts those of mystery shops only."
)
_NONE = "No critical failure among these interactions."
_DOES: dict[CriticalRule, str] = {
    "zero": "Total becomes 0",
    "fail": "Outcome is Fail",
    "section": "Section becomes 0, outcome Fail",
}
_COLUMNS = (
    Column(heading=layout.INTERACTION, width=14),
    Column(heading="When", width=18),
    Column(heading="Agent", width=17),
    Column(heading=layout.KIND, width=11),
    Column(heading="Criterion", width=30),
    Column(heading="Class", width=12),
    Column(heading="What it does", width=16),
    Column(heading="Rating", width=9),
    Column(heading="Evidence", width=42),
    Column(heading="Why", width=28),
    Column(heading="Rated by", width=12),
    Column(heading="Detail", width=9),
    Column(heading="Now", width=11),
)
_AGENT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Failure:
    """A rating that failed, the key of its scorecard, and how many stand before it on Detail."""

    key: int
    before: int
    card: ScorecardView
    criterion: CriterionView


def write_critical(
    sheet: Sheet, view: ReportView, agent_places: Mapping[str, str], detail_first: int
) -> None:
    """Write the sheet.

    Args:
        sheet: still empty.
        view: what is shown.
        agent_places: where each agent's sheet begins, by agent.
        detail_first: the row of Detail with the first rating.
    """
    is_of_shops = view.shops is not None
    columns = tuple(one for one in _COLUMNS if is_of_shops or one.heading != layout.KIND)
    sheet.widths(columns)
    sheet.row([("title", "Critical failures")], height=30)
    sheet.spread("note", _ABOUT, 9)
    known = list(_failures(view))
    if is_of_shops and any(not failure.card.shop for failure in known):
        sheet.spread("note", _ABOUT_SHOPS, 9)
    if not known:
        sheet.spread("plain", _NONE, 9)
        return
    now = Formula(live.critical_failures(), len(known))
    sheet.across([("label", "Failures now", 1, 1), ("live count", now, 2, 2)], least=18)
    head = sheet.heading(columns)
    sheet.page.freeze_panes = f"B{head + 1}"
    for failure in known:
        place_of = agent_places[failure.card.agent_id]
        _row(sheet, failure, place_of, detail_first + failure.before, is_of_shops=is_of_shops)
    sheet.table("Critical", columns, head, sheet.at)
    last = get_column_letter(len(columns))
    sheet.print_only(repeat=head, area=f"A1:{last}{sheet.at}")
    _emphasise(sheet, last, head + 1)


def _failures(view: ReportView) -> Iterator[_Failure]:
    """All failures, in the order of Detail."""
    ratings = (
        (key, card, criterion) for key, card in numbered(view) for criterion in card.all_criteria()
    )
    for before, (key, card, criterion) in enumerate(ratings):
        if criterion.critical_failed:
            yield _Failure(key=key, before=before, card=card, criterion=criterion)


def _row(
    sheet: Sheet, failure: _Failure, agent_place: str, detail_row: int, *, is_of_shops: bool
) -> None:
    card, criterion = failure.card, failure.criterion
    first = "Shopper" if card.shop else "Machine"
    rule, by = criterion.critical_rule, criterion.override.by if criterion.override else first
    now = Formula(live.still_failed(failure.key, criterion.id), live.FAILED)
    kind: list[Cell] = [("text", card.kind)] if is_of_shops else []
    row = sheet.row(
        [
            ("text", card.id),
            ("date", moment(card.started)),
            ("link", card.agent),
            *kind,
            ("wrap", criterion.question),
            ("wrap", criterion.critical_class or "–"),
            ("wrap", _DOES[rule] if rule else "–"),
            ("word", criterion.rating),
            ("small", "\n".join(map(evidence_text, criterion.evidence))),
            ("wrap", " · ".join(filter(None, (criterion.anchor_text, criterion.reason)))),
            ("wrap", by),
            ("link", "Rating"),
            ("live word", now),
        ]
    )
    sheet.link(row, _AGENT, location=agent_place)
    sheet.link(row, 11 + len(kind), location=place(layout.DETAIL, f"A{detail_row}"))


def _emphasise(sheet: Sheet, column: str, first: int) -> None:
    area = f"{column}{first}:{column}{sheet.at}"
    look = styles.highlight(styles.BAD, styles.BAD_FILL)
    sheet.mark(area, f'{column}{first}="{live.FAILED}"', look)
