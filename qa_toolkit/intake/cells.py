"""Cells of one column that could not be read, told once for the whole file."""

from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import Unusable


class UnreadCells:
    """Collects what is wrong in one column; the first case stands for the others.

    A column with dates in an unknown order would otherwise give one problem for each row.
    """

    def __init__(self, source: str, column: str, *, consequence: str) -> None:
        self._source = source
        self._column = column
        self._consequence = consequence
        self._first: tuple[int | None, Unusable] | None = None
        self._count = 0

    def add(self, line: int | None, reason: Unusable) -> None:
        """Note one cell; the first noted is the one that will be shown."""
        self._count += 1
        self._first = self._first or (line, reason)

    def problem(self) -> Problem | None:
        """A warning about the whole column, or None when all of it was read."""
        if self._first is None:
            return None
        line, reason = self._first
        more = f" (and {self._count - 1} more)" if self._count > 1 else ""
        return Problem(
            source=self._source,
            line=line,
            message=f"column {self._column!r}: {reason.message}{more}; {self._consequence}",
            hint=reason.hint,
            severity="warning",
        )
