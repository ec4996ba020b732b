"""Tables of ratings → ratings: one row a rating, or one row an interaction."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_toolkit.calibration.answers import Said, is_blank, read_answer
from qa_toolkit.calibration.collect import Collected, Place
from qa_toolkit.calibration.columns import Columns, columns_of
from qa_toolkit.calibration.criteria import Criteria, plain
from qa_toolkit.calibration.ratings import Rating
from qa_toolkit.calibration.sheet import Row, Sheet
from qa_toolkit.domain.problem import Problem, Severity
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.errors import UsageError

_STATUSES = {plain(status.value): status for status in RatingStatus}


def read_tables(
    sheets: Sequence[Sheet],
    evaluator: str,
    criteria: Criteria,
    collected: Collected,
    unnamed: str = "",
) -> None:
    """Gather the ratings of a file; of a workbook those of one sheet, one row a rating if it can be.

    Args:
        sheets: the table of a CSV file, or one for each sheet of a workbook.
        evaluator: who rated where no column says so.
        criteria: names them.
        collected: takes ratings and problems.
        unnamed: the criterion of a table that names none.

    Raises:
        UsageError: no table has a column for the interaction and one for ratings.
    """
    placed = [(sheet, columns) for sheet in sheets if (columns := columns_of(sheet)) is not None]
    if not placed:
        source = sheets[0].source if sheets else ""
        raise UsageError(
            f"{source}: no table of ratings: no row names the interaction and a rating",
            hint="columns interaction, criterion and rating; or interaction and one for each "
            "criterion",
        )
    sheet, columns = next((both for both in placed if both[1].is_long), placed[0])
    table = _Table(
        sheet=sheet,
        columns=columns,
        evaluator=evaluator,
        criteria=criteria,
        collected=collected,
        unnamed=unnamed,
    )
    table.gather()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    sheet: Sheet
    columns: Columns
    evaluator: str
    criteria: Criteria
    collected: Collected
    unnamed: str

    def gather(self) -> None:
        wide = {} if self.columns.is_long else self._criteria_of_columns()
        for row in self.sheet.rows:
            if row.number <= self.columns.header.number:
                continue
            interaction = self._cell(row, "interaction")
            if not interaction:
                self._wrong(row, "interaction", "the row names no interaction")
                continue
            self.collected.agent(interaction, self._cell(row, "agent"))
            if self.columns.is_long:
                self._one(row, interaction)
            for column, criterion in wide.items():
                self._keep(row, column, interaction, criterion, row.cell(column))

    def _criteria_of_columns(self) -> dict[int, str]:
        """The columns that are criteria; those that are none are told once."""
        found: dict[int, str] = {}
        for column, title in self.columns.others.items():
            if not self.criteria.closed and not self._holds_ratings(column):
                continue
            criterion = self.criteria.find(title)
            if criterion is None:
                message = f"column {self.criteria.unknown(title)}; it is passed over"
                self.collected.problem(
                    self._problem(self.columns.header, column, message, "warning")
                )
            else:
                found[column] = criterion
        return found

    def _holds_ratings(self, column: int) -> bool:
        """Whether any cell of a column is a rating: a column of remarks is no criterion."""
        below = (row for row in self.sheet.rows if row.number > self.columns.header.number)
        return any(_is_rating(row.cell(column)) for row in below)

    def _one(self, row: Row, interaction: str) -> None:
        column = self.columns.fields.get("criterion")
        name = self.unnamed if column is None else self._cell(row, "criterion")
        if column is not None and not name:
            self._wrong(row, "criterion", "the row names no criterion")
            return
        criterion = self.criteria.find(name) if name else ""
        if criterion is None:
            problem = self._problem(row, column or 0, self.criteria.unknown(name), "error")
            self.collected.repeated(f"{self.sheet.source}\0{plain(name)}", problem)
            return
        self._keep(
            row, self.columns.fields["rating"], interaction, criterion, self._cell(row, "rating")
        )

    def _keep(self, row: Row, column: int, interaction: str, criterion: str, text: str) -> None:
        status = _STATUSES.get(plain(self._cell(row, "status")), RatingStatus.RATED)
        if self.columns.is_workbook and not is_blank(text):
            status = RatingStatus.RATED  # a person has said something where the machine had not
        said: Said | None = (status, None)
        if status is RatingStatus.RATED:
            try:
                said = read_answer(text, self.criteria.get(criterion))
            except ValueError as reason:
                self.collected.problem(self._problem(row, column, str(reason), "error"))
                return
        if said is None:
            return
        rating = Rating(
            interaction=interaction,
            criterion=criterion,
            status=said[0],
            value=said[1],
            strength=self._strength(row),
        )
        self.collected.add(
            self._cell(row, "evaluator") or self.evaluator, rating, self._place(row, column)
        )

    def _strength(self, row: Row) -> float | None:
        try:
            return float(self._cell(row, "strength"))
        except ValueError:
            return None

    def _cell(self, row: Row, field: str) -> str:
        return " ".join(row.cell(self.columns.fields.get(field)).split())

    def _wrong(self, row: Row, field: str, message: str) -> None:
        column = self.columns.fields[field]
        self.collected.problem(self._problem(row, column, message, "error"))

    def _place(self, row: Row, column: int) -> Place:
        return lambda message, severity: self._problem(row, column, message, severity)

    def _problem(self, row: Row, column: int, message: str, severity: Severity) -> Problem:
        return self.sheet.problem(row, column, message, severity)


def _is_rating(text: str) -> bool:
    try:
        return read_answer(text, None) is not None
    except ValueError:
        return False
