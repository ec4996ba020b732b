"""Hidden sheet Manifest: what the workbook was made from, for the one who reads it back."""

from collections.abc import Sequence

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.excel.digest import digest
from qa_toolkit.scorecards.excel.lists import numbered
from qa_toolkit.scorecards.excel.sheet import Column, Sheet
from qa_toolkit.scorecards.view import ReportView


def write_manifest(
    sheet: Sheet, view: ReportView, rubric: Rubric, lists: Sequence[Sequence[object]]
) -> None:
    """Write the sheet; its last row vouches for it and for the rows of Lists.

    Hidden and not "very hidden": nothing is secret, anyone may look, and LibreOffice knows only
    the one kind. What is changed is noticed by the digest.
    """
    sheet.page.sheet_state = "hidden"
    sheet.widths([Column(heading="", width=34), Column(heading="", width=44)])
    rows = [*_facts(view, rubric), (layout.INTERACTION, layout.RATINGS_HASH)]
    rows += [(card.id, card.ratings_hash) for _, card in numbered(view)]
    sealed = digest({layout.MANIFEST: rows, layout.LISTS: lists})
    for key, value in (*rows, (layout.DIGEST, sealed)):
        sheet.row([("text", key), ("text", value)])


def _facts(view: ReportView, rubric: Rubric) -> list[tuple[str, str]]:
    sample = dict(view.sample.facts).get("Sample", "") if view.sample else ""
    values = (
        str(layout.FORMAT),
        view.made_by,
        rubric.id,
        rubric.version,
        view.rubric_hash,
        sample,
        view.scope,
    )
    return list(zip(layout.MANIFEST_KEYS, values, strict=True))
