"""Sheet Scores: one row a scorecard, as scored, and beside it recalculated from Detail."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Outcome
from qa_toolkit.scorecards.excel import formulas, styles
from qa_toolkit.scorecards.excel.detail import numbered
from qa_toolkit.scorecards.excel.headings import (
    LIVE,
    columns,
    part_headings,
    section_headings,
)
from qa_toolkit.scorecards.excel.sheet import Cell, Column, Formula, Sheet
from qa_toolkit.scorecards.view import ReportView, ScorecardView
from qa_toolkit.scorecards.wording import DASH, OUTCOMES

_PASS, _FAIL = OUTCOMES[Outcome.PASS], OUTCOMES[Outcome.FAIL]
_ABOUT = (
    "Left: as scored. Right: recalculated from the ratings on Detail, with the weights and "
    "minimums above the headings and the pass mark on Rubric."
)


def write_scores(sheet: Sheet, view: ReportView, rubric: Rubric) -> None:
    """Write the sheet; its formulas need the names that Detail and Rubric define."""
    known = columns(view)
    at = {column.heading: get_column_letter(number) for number, column in enumerate(known, 1)}
    sheet.widths(known)
    sheet.page.freeze_panes = "C6"
    sheet.row([("title", "Scores")], height=30)
    sheet.row([("subtitle", _ABOUT)], height=20)
    _above(sheet, view, known)
    head = sheet.heading(known)
    agents = {agent.id: number for number, agent in enumerate(view.agents, start=1)}
    rules = formulas.rules_of(rubric)
    for key, card in numbered(view):
        row = sheet.at + 1
        keys: list[Cell] = [("helper", key), ("helper", agents[card.agent_id])]
        sheet.row(_as_scored(card, view) + _live(row, at, view, rules, keys))
    sheet.table("Scores", known, head, sheet.at)
    sheet.print_only(repeat=head, area=f"A1:{at['Why']}{sheet.at}")
    if sheet.at > head:
        _name_columns(sheet, at, head)
        _emphasise(sheet, at, view, head)


def _above(sheet: Sheet, view: ReportView, known: Sequence[Column]) -> None:
    """Weights and minimums over the columns of sections: what the formulas weigh with."""
    sections = view.rubric.sections
    titles = section_headings(view)
    weights = {title: own.weight for title, own in zip(titles, sections, strict=True)}
    least = {title: own.minimum or 0 for title, own in zip(titles, sections, strict=True)}
    for headings, own in zip(part_headings(view), sections, strict=True):
        weights |= {at: part.weight for at, part in zip(headings, own.parts, strict=True)}
    for label, values in (("Weight", weights), ("Minimum", least)):
        shown: dict[str, str | int | Decimal] = {"Total": label, **values}
        sheet.row(
            [
                ("above", shown[column.heading]) if column.heading in shown else None
                for column in known
            ]
        )


def _as_scored(card: ScorecardView, view: ReportView) -> list[Cell]:
    percents = {section.id: section.percent for section in card.sections}
    started = card.started.replace(tzinfo=None) if card.started else DASH
    band: list[Cell] = [("text", card.band)] if view.rubric.bands else []
    return [
        ("text", card.id),
        ("text", card.agent),
        ("text", card.team),
        ("text", card.channel),
        ("date", started),
        ("right", card.length),
        ("word", card.outcome),
        *band,
        ("total", _or_dash(card.total)),
        *(("percent", _or_dash(percents.get(known.id))) for known in view.rubric.sections),
        ("wrap", "; ".join(card.critical)),
        ("percent", card.computed if card.computed_shown else ""),
        ("right", card.coverage),
        ("count", card.needs_review or ""),
        ("wrap", "\n".join((card.reason, *card.remarks))),
    ]


def _or_dash(value: Decimal | None) -> Decimal | str:
    return DASH if value is None else value


def _live(
    row: int, at: Mapping[str, str], view: ReportView, rules: formulas.Rules, keys: list[Cell]
) -> list[Cell]:
    """The recalculated columns of one row; `keys` stand between them."""
    place = _places(row, at, view)
    outcome = f"{at[f'Outcome {LIVE}']}{row}"
    old_total, old_outcome = f"{at['Total']}{row}", f"{at['Outcome']}{row}"
    parts = list(enumerate(part_headings(view), start=1))
    band: list[Cell] = [("live word", Formula(formulas.band(place)))] if view.rubric.bands else []
    return [
        *(
            ("live", Formula(formulas.section_percent(place, n, _parts(row, at, held), rules)))
            for n, held in parts
        ),
        ("live total", Formula(formulas.total(place, rules))),
        ("live word", Formula(formulas.outcome(place))),
        *band,
        ("live word", Formula(formulas.changed(old_total, old_outcome, place.total, outcome))),
        *keys,
        ("helper", Formula(formulas.failed(place))),
        ("helper", Formula(formulas.zeroed(place))),
        ("helper", Formula(formulas.waiting(place, rules))),
        ("helper", Formula(formulas.coverage(place))),
        *(
            ("helper", Formula(formulas.part_percent(place, n, part, rules)))
            for n, held in parts
            for part, _ in enumerate(held, start=1)
        ),
    ]


def _places(row: int, at: Mapping[str, str], view: ReportView) -> formulas.Places:
    titles = section_headings(view)
    first, last = titles[0], titles[-1]
    return formulas.Places(
        key=f"${at['Key']}{row}",
        sections=f"{at[f'{first} {LIVE}']}{row}:{at[f'{last} {LIVE}']}{row}",
        weights=f"${at[first]}$3:${at[last]}$3",
        minimums=f"${at[first]}$4:${at[last]}$4",
        failed=f"{at['Failed']}{row}",
        zeroed=f"{at['Zeroed']}{row}",
        waiting=f"{at['Waiting']}{row}",
        coverage=f"{at[f'Coverage {LIVE}']}{row}",
        total=f"{at[f'Total {LIVE}']}{row}",
    )


def _parts(row: int, at: Mapping[str, str], headings: Sequence[str]) -> formulas.Parts | None:
    """Where the subsections of one section stand; None where it has none."""
    if not headings:
        return None
    first, last = at[headings[0]], at[headings[-1]]
    return formulas.Parts(percents=f"{first}{row}:{last}{row}", weights=f"${first}$3:${last}$3")


def _name_columns(sheet: Sheet, at: Mapping[str, str], head: int) -> None:
    for name, heading in (("scores_agent", "Agent no."), ("scores_total", f"Total {LIVE}")):
        area = f"'{sheet.title}'!${at[heading]}${head + 1}:${at[heading]}${sheet.at}"
        sheet.page.parent.defined_names[name] = DefinedName(name, attr_text=area)


def _emphasise(sheet: Sheet, at: Mapping[str, str], view: ReportView, head: int) -> None:
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
    for title in section_headings(view):
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
