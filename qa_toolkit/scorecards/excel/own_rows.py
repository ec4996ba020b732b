"""Where a scorecard's rows of Detail are, and what stands in them, as formulas.

Each scorecard adds up its own rows only: over all of them, 10,000 scorecards would keep a
spreadsheet busy for an hour. Rows that were sorted or moved are looked for; those of a scorecard
that no longer stand together are gathered from all of Detail.
"""

from dataclasses import dataclass

ROW = "§"
"""Stands in a formula where the number of its row goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where one scorecard's row keeps what its formulas need, as cell references.

    Attributes:
        exported_from, rows: where the scorecard's rows of Detail began, counted from 1, and how
            many there were.
        first, last: where they are now.
        sections: the recalculated section percents, a range of one row.
        weights, minimums: ranges of the same width above the headings.
    """

    key: str
    exported_from: str
    rows: str
    first: str
    last: str
    sections: str
    weights: str
    minimums: str
    failed: str
    zeroed: str
    waiting: str
    coverage: str
    total: str


def first_row(place: Places) -> str:
    """Where the scorecard's rows of Detail begin: where they were, else where the first is now."""
    found = f"IFERROR(MATCH({place.key},detail_key,0),1)"
    return f"=IF({_whole(place, place.exported_from)},{place.exported_from},{found})"


def last_row(place: Places) -> str:
    """Where they end; the end of Detail where they no longer stand together."""
    together = f"{place.first}+{place.rows}-1"
    return f"=IF({_whole(place, place.first)},{together},ROWS(detail_key))"


def _whole(place: Places, first: str) -> str:
    """Whether all rows of the scorecard stand together from here on."""
    block = f"INDEX(detail_key,{first}):INDEX(detail_key,{first}+{place.rows}-1)"
    return f"IFERROR(COUNTIF({block},{place.key}),0)={place.rows}"


def own_rows(place: Places, sheet: str, column: str) -> str:
    """What the name `own_…` stands for: the scorecard's part of the column `detail_…`.

    It is relative: in each row of Scores it means that row's own scorecard. Names keep formulas
    short, for people and for Excel, which takes at most 8,192 characters.
    """
    first, last = (f"'{sheet}'!{cell.replace(ROW, '1')}" for cell in (place.first, place.last))
    return f"INDEX({column},{first}):INDEX({column},{last})"


def _where(place: Places, **known: str | int) -> str:
    """The scorecard's rows of Detail, those with these values in the named columns."""
    values = {"key": place.key, **known}
    return ",".join(f"own_{name},{value}" for name, value in values.items())


def sum_of(place: Places, name: str, **known: str | int) -> str:
    """The sum of a column over the scorecard's rows, those with these values."""
    return f"SUMIFS(own_{name},{_where(place, **known)})"


def count_of(place: Places, **known: str | int) -> str:
    """How many rows the scorecard has with these values."""
    return f"COUNTIFS({_where(place, **known)})"


def quoted(text: str) -> str:
    """A text as a formula holds it."""
    return f'"{text}"'
