"""The recalculated columns of Scores, visible and hidden: formulas that fit any row."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from qa_toolkit.scorecards.excel import formulas, own_rows, verdict
from qa_toolkit.scorecards.excel.headings import LIVE, part_headings, section_headings
from qa_toolkit.scorecards.excel.own_rows import ROW
from qa_toolkit.scorecards.excel.rules import Rules
from qa_toolkit.scorecards.excel.sheet import Cell, Formula, Value
from qa_toolkit.scorecards.view import ReportView, ScorecardView
from qa_toolkit.scorecards.wording import DASH

Live = Sequence[tuple[str, str, str]]
"""Style, heading and formula of each recalculated column; without a formula it holds a value."""


def live_totals(at: Mapping[str, str], view: ReportView, rules: Rules) -> Live:
    """The recalculated columns beside the total, in the sheet's order, for any row."""
    place = places(at, view)
    old_total, old_outcome = f"{at['Total']}{ROW}", f"{at['Outcome']}{ROW}"
    outcome = f"{at[f'Outcome {LIVE}']}{ROW}"
    changed = verdict.changed(old_total, old_outcome, place.total, outcome)
    return (
        ("live total", "Total", formulas.total(place, rules)),
        ("live word", "Outcome", verdict.outcome(place)),
        ("live word", "Changed", changed),
    )


def live_columns(at: Mapping[str, str], view: ReportView, rules: Rules) -> Live:
    """The other recalculated and the hidden columns, in the sheet's order, for any row."""
    place = places(at, view)
    parts = list(enumerate(part_headings(view), start=1))
    named = zip(section_headings(view), parts, strict=True)
    return (
        *(
            ("live", title, formulas.section_percent(place, n, _parts(at, held), rules))
            for title, (n, held) in named
        ),
        *((("live word", "Band", verdict.band(place)),) if view.rubric.bands else ()),
        *(
            ("helper", heading, "")
            for heading in ("Key", "Agent no.", "Stands for", "From", "Rows")
        ),
        ("helper", "First row", own_rows.first_row(place)),
        ("helper", "Last row", own_rows.last_row(place)),
        ("helper", "Failed", formulas.failed(place)),
        ("helper", "Zeroed", formulas.zeroed(place)),
        ("helper", "Waiting", formulas.waiting(place, rules)),
        ("helper", "Open", formulas.still_open(place)),
        ("helper", "Coverage", formulas.coverage(place)),
        *(
            ("helper", heading, formulas.part_percent(place, n, part, rules))
            for n, held in parts
            for part, heading in enumerate(held, start=1)
        ),
    )


def as_exported(
    card: ScorecardView, view: ReportView, titles: Sequence[str]
) -> dict[str, Decimal | str]:
    """What the formulas come to as long as nobody changes a rating."""
    percents = {section.id: section.percent for section in card.sections}
    return {
        **{
            title: or_dash(percents.get(known.id))
            for title, known in zip(titles, view.rubric.sections, strict=True)
        },
        "Total": or_dash(card.total),
        "Outcome": card.outcome,
        "Band": card.band,
        "Changed": "",
    }


def live_cells(
    row: int, live: Live, values: Mapping[str, Value], known: Mapping[str, Decimal | str]
) -> list[Cell]:
    """One row of them: formulas with what they come to, and the values between them."""
    at = str(row)
    return [
        (style, Formula(text.replace(ROW, at), known.get(heading)))
        if text
        else (style, values[heading])
        for style, heading, text in live
    ]


def places(at: Mapping[str, str], view: ReportView) -> own_rows.Places:
    """Where a row of Scores keeps what its formulas need, and the weights above the headings."""
    titles = section_headings(view)
    first, last = titles[0], titles[-1]
    own = {heading: f"${letter}{ROW}" for heading, letter in at.items()}
    return own_rows.Places(
        key=own["Key"],
        exported_from=own["From"],
        rows=own["Rows"],
        first=own["First row"],
        last=own["Last row"],
        sections=f"{own[f'{first} {LIVE}']}:{own[f'{last} {LIVE}']}",
        weights=f"${at[first]}$3:${at[last]}$3",
        minimums=f"${at[first]}$4:${at[last]}$4",
        failed=own["Failed"],
        zeroed=own["Zeroed"],
        waiting=own["Waiting"],
        coverage=own[f"Coverage {LIVE}"],
        total=own[f"Total {LIVE}"],
    )


def _parts(at: Mapping[str, str], headings: Sequence[str]) -> formulas.Parts | None:
    """Where the subsections of one section stand; None where it has none."""
    if not headings:
        return None
    first, last = at[headings[0]], at[headings[-1]]
    return formulas.Parts(percents=f"${first}{ROW}:${last}{ROW}", weights=f"${first}$3:${last}$3")


def or_dash(value: Decimal | None) -> Decimal | str:
    """A number, or the dash that stands where there is none."""
    return DASH if value is None else value
