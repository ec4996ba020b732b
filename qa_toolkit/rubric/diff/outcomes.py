"""The outcomes under OLD against those under NEW, as rows of a table."""

from qa_toolkit.domain.scorecard import Outcome
from qa_toolkit.rubric.diff.impact import Impact
from qa_toolkit.rubric.diff.words import OUTCOMES

Row = tuple[str, ...]


def outcome_rows(impact: Impact) -> tuple[Row, ...]:
    """A head with the outcomes under NEW, and a row for each under OLD with its sum."""
    known = {(item.before, item.after): item.count for item in impact.outcomes}
    head = ("", *(OUTCOMES[after] for after in Outcome), "before")
    rows = [
        (
            OUTCOMES[before],
            *(f"{known.get((before, after), 0):,}" for after in Outcome),
            f"{sum(known.get((before, after), 0) for after in Outcome):,}",
        )
        for before in Outcome
    ]
    sums = (f"{sum(known.get((before, after), 0) for before in Outcome):,}" for after in Outcome)
    return head, *rows, ("after", *sums, f"{impact.scored:,}")
