"""Sheet Scores: one row a scorecard, as scored, and beside it recalculated from Detail."""

from decimal import Decimal

from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Outcome
from qa_toolkit.scorecards.excel import formulas, styles
from qa_toolkit.scorecards.excel.detail import numbered
from qa_toolkit.scorecards.excel.sheet import Cell, Column, Formula, Sheet
from qa_toolkit.scorecards.view import ReportView, ScorecardView
from qa_toolkit.scorecards.wording import DASH, OUTCOMES

LIVE = "(recalculated)"
_PASS, _FAIL = OUTCOMES[Outcome.PASS], OUTCOMES[Outcome.FAIL]
_ABOUT = (
    "Left: as scored. Right: recalculated from the ratings on Detail, with the weights and "
    "minimums above the headings and the pass mark on Rubric."
)


_TAKEN = frozenset(
    {"interaction", "agent", "team", "channel", "started", "length", "outcome", "total"}
    | {"critical failure", "before critical", "coverage", "needs review", "why", "changed"}
    | {"key", "agent no.", "failed", "waiting"}
)


def columns(view: ReportView) -> tuple[Column, ...]:
    """The sheet's columns; each section has two."""
    titles = _section_headings(view)
    return (
        Column(heading="Interaction", width=15),
        Column(heading="Agent", width=18),
        Column(heading="Team", width=12),
        Column(heading="Channel", width=9),
        Column(heading="Started", width=17),
        Column(heading="Length", width=8, numeric=True),
        Column(heading="Outcome", width=11),
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
        Column(heading="Changed", width=10),
        Column(heading="Key", width=6, hidden=True, numeric=True),
        Column(heading="Agent no.", width=6, hidden=True, numeric=True),
        Column(heading="Failed", width=6, hidden=True, numeric=True),
        Column(heading="Waiting", width=6, hidden=True, numeric=True),
        Column(heading=f"Coverage {LIVE}", width=6, hidden=True, numeric=True),
    )


def write_scores(sheet: Sheet, view: ReportView, rubric: Rubric) -> None:
    """Write the sheet; its formulas need the names that Detail and Rubric define."""
    known = columns(view)
    at = {column.heading: get_column_letter(number) for number, column in enumerate(known, 1)}
    sheet.widths(known)
    sheet.page.freeze_panes = "C6"
    sheet.row([("title", "Scores")], height=30)
    sheet.row([("subtitle", _ABOUT)], height=20)
    _above(sheet, view)
    head = sheet.heading(known)
    agents = {agent.id: number for number, agent in enumerate(view.agents, start=1)}
    for key, card in numbered(view):
        row = sheet.at + 1
        helpers: list[Cell] = [("helper", key), ("helper", agents[card.agent_id])]
        sheet.row(_as_scored(card, view) + _live(row, at, view, rubric, helpers))
    sheet.table("Scores", known, head, sheet.at)
    sheet.print_only(repeat=head, area=f"A1:{at['Why']}{sheet.at}")
    if sheet.at > head:
        _name_columns(sheet, at, head)
        _emphasise(sheet, at, view, head)


def _section_headings(view: ReportView) -> tuple[str, ...]:
    """Section titles, with the id where a title is taken: headings of a table are unique."""
    titles = [section.title.casefold() for section in view.rubric.sections]
    return tuple(
        section.title
        if title not in _TAKEN and titles.count(title) == 1
        else f"{section.title} [{section.id}]"
        for title, section in zip(titles, view.rubric.sections, strict=True)
    )


def _above(sheet: Sheet, view: ReportView) -> None:
    """Weights and minimums over the section columns: what the formulas weigh with."""
    empty: list[Cell | None] = [None] * 7
    sections = view.rubric.sections
    sheet.row([*empty, ("above", "Weight"), *(("above", known.weight) for known in sections)])
    least: list[Cell] = [("above", known.minimum or 0) for known in sections]
    sheet.row([*empty, ("above", "Minimum"), *least])


def _as_scored(card: ScorecardView, view: ReportView) -> list[Cell]:
    percents = {section.id: section.percent for section in card.sections}
    started = card.started.replace(tzinfo=None) if card.started else DASH
    return [
        ("text", card.id),
        ("text", card.agent),
        ("text", card.team),
        ("text", card.channel),
        ("date", started),
        ("right", card.length),
        ("word", card.outcome),
        ("total", _or_dash(card.total)),
        *(("percent", _or_dash(percents.get(known.id))) for known in view.rubric.sections),
        ("wrap", "; ".join(card.critical)),
        ("percent", card.computed if card.computed_shown else ""),
        ("right", card.coverage),
        ("count", card.needs_review or ""),
        ("wrap", card.reason),
    ]


def _or_dash(value: Decimal | None) -> Decimal | str:
    return DASH if value is None else value


def _live(
    row: int, at: dict[str, str], view: ReportView, rubric: Rubric, helpers: list[Cell]
) -> list[Cell]:
    """The recalculated columns of one row; `helpers` are the keys that stand between them."""
    titles = _section_headings(view)
    first, last = titles[0], titles[-1]
    outcome, total = f"{at[f'Outcome {LIVE}']}{row}", f"{at[f'Total {LIVE}']}{row}"
    place = formulas.Places(
        key=f"${at['Key']}{row}",
        sections=f"{at[f'{first} {LIVE}']}{row}:{at[f'{last} {LIVE}']}{row}",
        weights=f"${at[first]}$3:${at[last]}$3",
        minimums=f"${at[first]}$4:${at[last]}$4",
        failed=f"{at['Failed']}{row}",
        waiting=f"{at['Waiting']}{row}",
        coverage=f"{at[f'Coverage {LIVE}']}{row}",
        total=total,
    )
    old_total, old_outcome = f"{at['Total']}{row}", f"{at['Outcome']}{row}"
    return [
        *(
            ("live", Formula(formulas.section_percent(place, number, rubric.policy)))
            for number, _ in enumerate(titles, start=1)
        ),
        ("live total", Formula(formulas.total(place, rubric.policy))),
        ("live word", Formula(formulas.outcome(place))),
        ("live word", Formula(formulas.changed(old_total, old_outcome, total, outcome))),
        *helpers,
        ("helper", Formula(formulas.failed(place))),
        ("helper", Formula(formulas.waiting(place))),
        ("helper", Formula(formulas.coverage(place))),
    ]


def _name_columns(sheet: Sheet, at: dict[str, str], head: int) -> None:
    for name, heading in (("scores_agent", "Agent no."), ("scores_total", f"Total {LIVE}")):
        area = f"'{sheet.title}'!${at[heading]}${head + 1}:${at[heading]}${sheet.at}"
        sheet.page.parent.defined_names[name] = DefinedName(name, attr_text=area)


def _emphasise(sheet: Sheet, at: dict[str, str], view: ReportView, head: int) -> None:
    """Words carry the verdict, ▼ a missed minimum; colour only repeats them."""
    first, last = head + 1, sheet.at
    formatting = sheet.page.conditional_formatting
    for heading in ("Outcome", f"Outcome {LIVE}"):
        for word, color, fill in (
            (_PASS, styles.GOOD, styles.GOOD_FILL),
            (_FAIL, styles.BAD, styles.BAD_FILL),
        ):
            rule = Rule(
                type="expression",
                formula=[f'{at[heading]}{first}="{word}"'],
                dxf=styles.highlight(color, fill),
            )
            formatting.add(f"{at[heading]}{first}:{at[heading]}{last}", rule)
    for title in _section_headings(view):
        for heading in (title, f"{title} {LIVE}"):
            cell = f"{at[heading]}{first}"
            short = f"AND(ISNUMBER({cell}),{cell}<${at[title]}$4-{formulas.TINY})"
            rule = Rule(type="expression", formula=[short], dxf=styles.below_mark())
            formatting.add(f"{cell}:{at[heading]}{last}", rule)
    changed = f"{at['Changed']}{first}"
    rule = Rule(
        type="expression",
        formula=[f'{changed}="Changed"'],
        dxf=styles.highlight(styles.WARN, styles.WARN_FILL),
    )
    formatting.add(f"{changed}:{at['Changed']}{last}", rule)
