"""The columns of Scores, and headings that are unique as a table needs them."""

from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.excel.sheet import Column
from qa_toolkit.scorecards.view import ReportView, RubricPartView, RubricSectionView
from qa_toolkit.scorecards.wording import clean

LIVE = "(recalculated)"
_MOST = 120
"""Characters of a title in a heading; Excel takes 255 with all that is added."""
_HIDDEN = ("Key", "Agent no.", "Stands for", "From", "Rows", "First row", "Last row")
_HIDDEN_SUMS = ("Failed", "Zeroed", "Waiting", "Open")
_MACHINE = (
    Column(heading="Machine total", width=9, numeric=True),
    Column(heading="Machine outcome", width=11),
)
_TAKEN = frozenset(
    {"interaction", "agent", "team", "channel", "started", "length", "outcome", "total", "band"}
    | {layout.KIND.casefold()}
    | {"critical failure", "before critical", "coverage", "needs review", "why", "changed"}
    | {heading.casefold() for heading in (*_HIDDEN, *_HIDDEN_SUMS)}
    | {column.heading.casefold() for column in _MACHINE}
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
        Column(heading="Channel", width=13),
        *((Column(heading=layout.KIND, width=11),) if view.shops else ()),
        Column(heading="Started", width=17),
        Column(heading="Length", width=8, numeric=True),
        Column(heading="Outcome", width=11),
        *((Column(heading="Band", width=17),) if has_bands else ()),
        Column(heading="Total", width=8, numeric=True),
        # beside each other, so that who changes a rating sees the total follow
        Column(heading=f"Total {LIVE}", width=13, numeric=True),
        Column(heading=f"Outcome {LIVE}", width=13),
        Column(heading="Changed", width=10),
        *(Column(heading=title, width=11, numeric=True) for title in titles),
        Column(heading="Critical failure", width=26),
        Column(heading="Before critical", width=9, numeric=True),
        *(_MACHINE if corrected(view) else ()),
        Column(heading="Coverage", width=9, numeric=True),
        Column(heading="Needs review", width=8, numeric=True),
        Column(heading="Why", width=34),
        *(Column(heading=f"{title} {LIVE}", width=13, numeric=True) for title in titles),
        *((Column(heading=f"Band {LIVE}", width=17),) if has_bands else ()),
        *(_hidden(heading) for heading in (*_HIDDEN, *_HIDDEN_SUMS)),
        _hidden(f"Coverage {LIVE}"),
        *map(_hidden, parts),
    )


def corrected(view: ReportView) -> bool:
    """Whether people have changed a total, so that the machine's stands beside it."""
    return any(card.machine_total for agent in view.agents for card in agent.scorecards)


def _hidden(heading: str) -> Column:
    return Column(heading=heading, width=6, hidden=True, numeric=True)


def section_headings(view: ReportView) -> tuple[str, ...]:
    """Section titles, with the id where a title is taken: headings of a table are unique.

    A title that reads like a recalculated column gets its id, too. They stand in one line and are
    not endless, or Excel would not open the table.
    """
    titles = [" ".join(clean(section.title).split())[:_MOST] for section in view.rubric.sections]
    known = [title.casefold() for title in titles]
    parts = {_part_name(held, part) for held in view.rubric.sections for part in held.parts}
    return tuple(
        title
        if folded not in _TAKEN | parts and known.count(folded) == 1 and not folded.endswith(LIVE)
        else f"{title} [{section.id}]"
        for title, folded, section in zip(titles, known, view.rubric.sections, strict=True)
    )


def part_headings(view: ReportView) -> tuple[tuple[str, ...], ...]:
    """Headings of the subsections, section by section."""
    return tuple(
        tuple(f"{_part_name(section, part)} {LIVE}" for part in section.parts)
        for section in view.rubric.sections
    )


def _part_name(section: RubricSectionView, part: RubricPartView) -> str:
    return f"{section.id}: {part.id}"
