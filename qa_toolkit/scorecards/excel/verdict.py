"""What follows from a recalculated total: outcome, band, and whether anything has changed."""

from qa_toolkit.domain.scorecard import Outcome
from qa_toolkit.scorecards.excel.formulas import TINY
from qa_toolkit.scorecards.excel.own_rows import Places
from qa_toolkit.scorecards.wording import OUTCOMES

CHANGED = "Changed"


def outcome(place: Places) -> str:
    """Fail after a critical failure, under a minimum or under the pass mark."""
    short = f"SUMPRODUCT(ISNUMBER({place.sections})*({place.sections}<{place.minimums}-{TINY}))>0"
    under = f"{place.total}<pass_mark-{TINY}"
    words = OUTCOMES
    return (
        f'=IF({place.failed}>0,"{words[Outcome.FAIL]}",'
        f'IF(NOT(ISNUMBER({place.total})),"{words[Outcome.NOT_SCORED]}",'
        f'IF(OR({short},{under}),"{words[Outcome.FAIL]}","{words[Outcome.PASS]}")))'
    )


def band(place: Places) -> str:
    """The name of the highest band the total reaches; empty under the lowest."""
    known = f'IFERROR(LOOKUP({place.total}+{TINY},band_from,band_name),"")'
    return f'=IF(ISNUMBER({place.total}),{known},"")'


def changed(old_total: str, old_outcome: str, new_total: str, new_outcome: str) -> str:
    """`Changed` where ratings on Detail no longer give what was scored; totals have one place."""
    both = f"AND(ISNUMBER({old_total}),ISNUMBER({new_total}))"
    moved = f"IF({both},ABS({old_total}-{new_total})>0.0501,{old_total}<>{new_total})"
    return f'=IF(OR({old_outcome}<>{new_outcome},{moved}),"{CHANGED}","")'
