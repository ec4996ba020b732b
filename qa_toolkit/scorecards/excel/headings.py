"""The columns of Scores, and headings that are unique as a table needs them."""

from qa_toolkit.scorecards.excel.sheet import Column
from qa_toolkit.scorecards.view import ReportView, RubricPartView, RubricSectionView

LIVE = "(recalculated)"
_TAKEN = frozenset(
    {"interaction", "agent", "team", "channel", "started", "length", "outcome", "total", "band"}
    | {"critical failure", "before critical", "coverage", "needs review", "why", "changed"}
    | {"key", "agent no.", "failed", "zeroed", "waiting"}
)


def columns(view: ReportView) -> tuple[Column, ...]:
    """The sheet's columns; each section has two, each subsection a hidden one."""
    titles = section_headings(view)
    parts = [heading for headings in part_headings(view) for heading in headings]
    has_bands = bool(view.rubric.bands)
    return (
        Column(heading="Interaction", width=15),
        Column(heading="Agent", width=18),
        Column(heading="Team", width=12),
        Column(heading="Channel", width=9),
        Column(heading="Started", width=17),
        Column(heading="Length", width=8, numeric=True),
        Column(heading="Outcome", width=11),
        *((Column(heading="Band", width=17),) if has_bands else ()),
        Column(heading="Total", width=8, numeric=True),
        *(Column(heading=title, width=11, numeric=True) for title in titles),
        Column(heading="Critical failure", width=26),
        Column(heading="Before critical", width=9, numeric=True),
        Column(heading="Coverage", width=9, numeric=True),
        Column(heading="Needs review", width=8, numeric=True),
        Column(heading="Why", width=34),
        *(Column(heading=f"{title} {LIVE}", width=13, numeric=True) for title in titles),
        Column(heading=f"Total {LIVE}", width=13, numeric=True),
        Column(heading=f"Outcome {LIVE}", width=13),
        *((Column(heading=f"Band {LIVE}", width=17),) if has_bands else ()),
        Column(heading="Changed", width=10),
        Column(heading="Key", width=6, hidden=True, numeric=True),
        Column(heading="Agent no.", width=6, hidden=True, numeric=True),
        Column(heading="Failed", width=6, hidden=True, numeric=True),
        Column(heading="Zeroed", width=6, hidden=True, numeric=True),
        Column(heading="Waiting", width=6, hidden=True, numeric=True),
        Column(heading=f"Coverage {LIVE}", width=6, hidden=True, numeric=True),
        *(Column(heading=heading, width=6, hidden=True, numeric=True) for heading in parts),
    )


def section_headings(view: ReportView) -> tuple[str, ...]:
    """Section titles, with the id where a title is taken: headings of a table are unique."""
    titles = [section.title.casefold() for section in view.rubric.sections]
    parts = {_part_name(known, part) for known in view.rubric.sections for part in known.parts}
    return tuple(
        section.title
        if title not in _TAKEN | parts and titles.count(title) == 1
        else f"{section.title} [{section.id}]"
        for title, section in zip(titles, view.rubric.sections, strict=True)
    )


def part_headings(view: ReportView) -> tuple[tuple[str, ...], ...]:
    """Headings of the subsections, section by section."""
    return tuple(
        tuple(f"{_part_name(section, part)} {LIVE}" for part in section.parts)
        for section in view.rubric.sections
    )


def _part_name(section: RubricSectionView, part: RubricPartView) -> str:
    return f"{section.id}: {part.id}"
