"""What a workbook brought before and says no longer: told, since an old workbook takes nothing back.

A cell that was empty when the workbook was written, was filled in, imported and emptied again looks
like one that nobody ever touched.
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from qa_toolkit.domain.override import Override
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.said import tidy
from qa_toolkit.domain.wording import counted
from qa_toolkit.scorecards.read_back import ReadBack


def emptied(
    books: Iterable[ReadBack], history: Iterable[Override], reviewer: str
) -> Iterator[Problem]:
    """A remark where this reviewer's ratings came from a file of this name and are not in it now.

    Args:
        books: the workbooks as they are.
        history: all that was said under their rubric, the oldest first.
        reviewer: who hands the workbooks back.
    """
    last = {(known.interaction_id, known.criterion): known for known in history}
    counting = [known for known in last.values() if known.status is not None]
    for book in books:
        name = tidy(PurePath(book.file).name)
        rows = {(row.interaction, row.criterion) for row in book.overrides}
        brought = (known for known in counting if (known.source, known.by) == (name, reviewer))
        if gone := [known for known in brought if _is_gone(known, book, rows)]:
            first = f"{gone[0].interaction_id} {gone[0].criterion}"
            others = f" and {counted(len(gone) - 1, 'other')}" if len(gone) > 1 else ""
            yield Problem(
                source=book.file,
                message=f"{first}{others}: rated in a file of this name before, not in this one; "
                f"{'they still count' if others else 'it still counts'}",
                hint="to take it back: qa overrides clear, or empty Override in a new export",
                severity="warning",
            )


def _is_gone(known: Override, book: ReadBack, rows: set[tuple[str, str]]) -> bool:
    """Whether the workbook shows the interaction, and nothing stands in the rating's cells."""
    name = tidy(known.interaction_id)
    return name in book.manifest.ratings and (name, known.criterion) not in rows
