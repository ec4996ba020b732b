"""How the interactions were drawn and what was left out, at the end of Summary."""

from qa_toolkit.scorecards.excel.sheet import Sheet
from qa_toolkit.scorecards.view import ReportView

TEXT = 10
"""Long texts on Summary end with this column."""
_FACTS = 9
_ALL = "No sample was drawn: every interaction found was scored."
_PLANNED = "Mystery shops are planned, not drawn."
_MOST_LEFT_OUT = 8


def sample(sheet: Sheet, view: ReportView) -> None:
    """The draw, so that it can be drawn again."""
    sheet.row([("heading", "Sample")], height=28)
    sample = view.sample
    if sample is None:
        sheet.spread("note", _PLANNED if view.shops else _ALL, TEXT)
        return
    sheet.spread("note", sample.how, TEXT)
    for name, fact in sample.facts:
        sheet.spread("wrap", fact, _FACTS, first=2, label=name)
    for reason, count in sample.exclusions:
        sheet.spread("wrap", f"{count} kept out of the frame", _FACTS, first=2, label=reason)
    sheet.row([("head", "Group"), *(("head right", word) for word in ("Drawn", "Of", "Chance"))])
    for known in sample.strata:
        sheet.row(
            [
                ("text", known.name),
                ("count", known.drawn),
                ("count", known.frame),
                ("right", known.chance),
            ]
        )


def left_out(sheet: Sheet, view: ReportView) -> None:
    """The first of what could not be scored."""
    sheet.row([("heading", "What was left out")], height=28)
    if not view.left_out:
        sheet.spread("note", "Nothing.", TEXT)
    for known in view.left_out[:_MOST_LEFT_OUT]:
        why = " – ".join(filter(None, (known.reason, known.remedy)))
        sheet.spread("note", why, TEXT, first=3, label=known.place)
    if len(view.left_out) > _MOST_LEFT_OUT:
        more = len(view.left_out) - _MOST_LEFT_OUT
        sheet.spread("note", f"… and {more} more: all of them stand on sheet Left out.", TEXT)
