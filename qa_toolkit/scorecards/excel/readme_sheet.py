"""Sheet README: what this is, how to change a rating, how to hand it back; one screen."""

from collections.abc import Iterator, Mapping

from qa_toolkit.domain.wording import counted
from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.excel.sheet import Column, Sheet
from qa_toolkit.scorecards.excel.sheet_names import place
from qa_toolkit.scorecards.excel.shops import shop_sheets
from qa_toolkit.scorecards.view import ReportView

_COLUMNS = (Column(heading="", width=20), Column(heading="", width=124))
_CHANGE = (
    "1 · On Detail find the line (filter by interaction or agent), and choose a rating or N/A in "
    "the yellow cell Override. What waits for you: filter Status by Needs review.",
    "2 · Say why in Reason and who you are in Reviewer; Root cause where you know it.",
    "3 · Blue figures follow at once, in all sheets: “recalculated” on Scores, “Now” elsewhere. "
    "Everything else, intervals, trend, strengths and priorities too, is as exported and follows "
    "with the next export; until then a line with ▲ on Summary and on the agent's sheet says so.",
)
_TALK = (
    "Print the agent's sheet: two pages. Write what you agreed into its yellow cells, or on "
    "Coaching log, by hand or on screen."
)
_BACK = (
    "Save this file as .xlsx and run   qa overrides import FILE --reviewer NAME   (or send it to "
    "whoever does). Read are the yellow cells, nothing else. Lines may be filtered, sorted, moved "
    "or deleted. Cells that are not yellow are protected without a password: to sort, choose "
    "Review, Unprotect Sheet."
)
_INTERVALS = (
    "Only some interactions were looked at. The 95 % interval beside a mean says where it may "
    "lie had others been drawn. Where the intervals of two agents overlap, do not call one "
    "better. A – stands where there is no number; it is never 0."
)
_INTERVALS_OF_SHOPS = (
    "Shops are few. The 95 % interval beside a mean says where the mean of very many like these "
    "may lie. Where the intervals of two overlap, do not call one better. A – stands where there "
    "is no number; it is never 0."
)
_MARKS = (
    "▼ under the least a section needs   ·   ▲ overdue, or changed since the export   ·   ◆ due soon, beyond chance   ·   ○ open   ·   "
    "✓ kept, closed   ·   ✗ broken   ·   [+] speaks for it, [−] against it   ·   yellow with an "
    "edge: fill in   ·   blue: recalculated"
)
_ABOUT = {
    layout.SUMMARY: "The figures of all, who needs what, where points are lost",
    layout.SCORES: "One line for each interaction, as scored and recalculated",
    layout.DETAIL: "One line for each rating, with the words it rests on: change ratings here",
    layout.CRITICAL: "Critical failures, with class and evidence",
    layout.COACHING: "What was agreed, until when, and what became of it; with lines for new entries",
    layout.COMMITMENTS: "What customers were promised, overdue first",
    layout.RUBRIC: "Weights, levels, what to practise",
    layout.LOCATIONS: "Mystery shops by location and stage of the journey",
    layout.ANNOUNCED: "The same questions in monitored contacts and in mystery shops",
    layout.SHOPPERS: "How lenient each shopper is beside others at the same places",
    layout.LEFT_OUT: "What could not be scored, and why",
}
_AGENTS = "One for each agent, two pages to print for the talk; names on Summary lead there"


def write_readme(sheet: Sheet, view: ReportView, agent_places: Mapping[str, str]) -> None:
    """Write the sheet.

    Args:
        sheet: still empty.
        view: what is shown.
        agent_places: where each agent's sheet begins, by agent.
    """
    sheet.widths(_COLUMNS)
    sheet.row([("title", view.title)], height=32)
    sheet.row([("subtitle", view.subtitle)], height=20)
    for label, text in _told(view):
        sheet.row([("bold wrap", label), ("wrap", text)])
    sheet.row([("heading", "Sheets")], height=26)
    for title in _sheets(view):
        row = sheet.row([("link", title), ("wrap", _ABOUT[title])])
        sheet.link(row, 1, location=place(title))
    if agent_places:
        row = sheet.row([("link", f"{layout.AGENT_PREFIX}…"), ("wrap", _AGENTS)])
        sheet.link(row, 1, location=next(iter(agent_places.values())))
    sheet.print_only(area=f"A1:B{sheet.at}")


def _told(view: ReportView) -> Iterator[tuple[str, str]]:
    yield (
        "What this is",
        f"Ratings of {_rated(view)} of "
        f"{counted(len(view.agents), 'agent')} under the rubric {view.rubric.title}, "
        f"{view.rubric.version}, each with the words it rests on: for talks that help, not for "
        "league tables.",
    )
    yield "Scope and sample", _scope(view)
    yield "Figures", f"{_INTERVALS_OF_SHOPS if view.shops else _INTERVALS} {view.caution}".strip()
    yield "Change a rating", "\n".join(_CHANGE)
    yield "The talk", _TALK
    yield "Hand it back", _BACK
    yield "Marks", _MARKS
    yield "Version", _version(view)


def _rated(view: ReportView) -> str:
    cards = [card for agent in view.agents for card in agent.scorecards]
    if not view.shops:
        return counted(len(cards), "interaction")
    shops = sum(bool(card.shop) for card in cards)
    beside = f", and of {counted(len(cards) - shops, 'monitored contact')} beside them,"
    return counted(shops, "mystery shop") + (beside if shops < len(cards) else "")


def _scope(view: ReportView) -> str:
    drawn = view.sample.how if view.sample else "Every interaction found was scored."
    if view.shops:
        drawn = "Mystery shops that are final, as they were planned."
    gone = ""
    if view.left_out:
        gone = f"{counted(len(view.left_out), 'interaction')} could not be scored: see Left out."
    return " ".join(
        filter(
            None,
            (
                f"{view.scope or 'The whole sample'}." if not view.shops or view.scope else "",
                drawn,
                gone,
            ),
        )
    )


def _version(view: ReportView) -> str:
    day = f"for {view.today.isoformat()}" if view.today else ""
    known = f"rubric hash {view.rubric_hash[:12]}" if view.rubric_hash else ""
    form = f"layout {layout.FORMAT}"
    return " · ".join(filter(None, (view.made_by, day, view.rubric.version, known, form)))


def _sheets(view: ReportView) -> Iterator[str]:
    of_shops = (layout.LOCATIONS, layout.ANNOUNCED, layout.SHOPPERS)
    written = shop_sheets(view.shops)
    for title in _ABOUT:
        if title in of_shops:
            is_there = title in written
        else:
            is_there = title != layout.LEFT_OUT or bool(view.left_out)
        if is_there:
            yield title
