"""People beside the machine: tables of Summary by reviewer and by criterion."""

from qa_toolkit.scorecards.excel.sheet import Sheet
from qa_toolkit.scorecards.excel.summary_table import ROW, heading, singly
from qa_toolkit.scorecards.view import ReportView
from qa_toolkit.scorecards.wording import DASH


def reviewers(sheet: Sheet, view: ReportView) -> None:
    """How each person rates; nothing where no person has."""
    if not view.reviewers:
        return
    note = (
        f"People's ratings minus the {view.first_rater}'s, in percent of the scale: above 0 is more "
        "lenient. "
        "People mostly change what looks wrong, so this is no measure of either."
    )
    columns = singly("Reviewer", "Ratings", "Difference")
    head = ("95 % interval", 4, 5), ("What to know", 6, 10)
    heading(sheet, "Reviewers", note, *columns, *head)
    for known in view.reviewers:
        value = known.difference.value
        sheet.across(
            [
                ("strong", known.name, 1, 1),
                ("count", known.overrides, 2, 2),
                ("percent", DASH if value is None else value, 3, 3),
                ("wrap", known.difference.span, 4, 5),
                ("wrap", known.caution, 6, 10),
            ],
            least=ROW,
        )


def differences(sheet: Sheet, view: ReportView) -> None:
    """What people changed, by criterion; nothing where no person has rated."""
    if not view.differences:
        return
    note = (
        "Only ratings that a person has given; they were not drawn at random. Difference: people "
        f"minus {view.first_rater}, in percent of the scale."
    )
    columns = singly("Criterion", "Checked", "Changed", "Filled in", "Difference")
    title = f"{view.first_rater.capitalize()} and people"
    heading(sheet, title, note, *columns, ("Question", 6, 10))
    for known in view.differences:
        sheet.across(
            [
                ("small", known.criterion, 1, 1),
                ("count", known.checked, 2, 2),
                ("count", known.changed, 3, 3),
                ("count", known.filled, 4, 4),
                ("right", known.difference, 5, 5),
                ("wrap", known.question, 6, 10),
            ],
            least=ROW,
        )
