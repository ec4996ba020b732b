"""Conditional looks of Detail and Scores: words and marks carry them, colour only repeats."""

from collections.abc import Iterable, Mapping

from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.scorecard import Outcome
from qa_toolkit.scorecards.excel import layout, styles
from qa_toolkit.scorecards.excel.formulas import OPEN, TINY
from qa_toolkit.scorecards.excel.headings import LIVE
from qa_toolkit.scorecards.excel.sheet import Sheet
from qa_toolkit.scorecards.excel.verdict import CHANGED
from qa_toolkit.scorecards.wording import OUTCOMES, STATUSES

Places = Mapping[str, str]
"""Letters of columns by heading."""
_GOOD = (styles.GOOD, styles.GOOD_FILL)
_BAD = (styles.BAD, styles.BAD_FILL)
_WARN = (styles.WARN, styles.WARN_FILL)
_NEEDS_REVIEW = STATUSES[RatingStatus.NEEDS_REVIEW]


def of_detail(sheet: Sheet, at: Places, head: int) -> None:
    """Critical failures, what still waits, what a person rated, where an interaction begins.

    The cells to fill in keep their own look: they are found by it.
    """
    first, last = head + 1, sheet.at
    status, rating = at["Status"], at[layout.EFFECTIVE]
    shown = f"A{first}:{at['Evidence']}{last} {rating}{first}:{at[layout.CRITERION]}{last}"
    failed = f"${at['Failed']}{first}=1"
    waits = f'AND(${status}{first}="{_NEEDS_REVIEW}",${at["State"]}{first}="{OPEN}")'
    said = f'${at[layout.OVERRIDE]}{first}<>""'
    begins = f"$A{first}<>$A{first - 1}"
    sheet.mark(shown, failed, styles.highlight(*_BAD))
    sheet.mark(f"{status}{first}:{status}{last}", waits, styles.highlight(*_WARN))
    sheet.mark(f"{rating}{first}:{rating}{last}", said, styles.by_a_person())
    sheet.mark(shown, begins, styles.line_above())


def of_scores(sheet: Sheet, at: Places, sections: Iterable[str], head: int) -> None:
    """Outcomes, critical failures, sections below their minimum, and what has changed."""
    first, last = head + 1, sheet.at
    verdicts = {OUTCOMES[Outcome.PASS]: _GOOD, OUTCOMES[Outcome.FAIL]: _BAD}
    for heading in ("Outcome", f"Outcome {LIVE}"):
        cell = f"{at[heading]}{first}"
        for word, look in verdicts.items():
            sheet.mark(f"{cell}:{at[heading]}{last}", f'{cell}="{word}"', styles.highlight(*look))
    critical = f"{at['Critical failure']}{first}"
    sheet.mark(
        f"{critical}:{at['Critical failure']}{last}",
        f'{critical}<>""',
        styles.highlight(*_BAD),
    )
    for title in sections:
        for heading in (title, f"{title} {LIVE}"):
            cell = f"{at[heading]}{first}"
            short = f"AND(ISNUMBER({cell}),{cell}<${at[title]}$4-{TINY})"
            sheet.mark(f"{cell}:{at[heading]}{last}", short, styles.below_mark())
    changed = f"{at['Changed']}{first}"
    area = f"{changed}:{at['Changed']}{last}"
    sheet.mark(area, f'{changed}="{CHANGED}"', styles.highlight(*_WARN))
