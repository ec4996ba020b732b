"""Figures that follow changed ratings, as formulas over the named columns of Scores and Detail.

Beside each formula stands what it came to when the workbook was written, for those programs that
show a workbook without calculating.
"""

from collections.abc import Mapping
from decimal import Decimal

from qa_toolkit.domain.scorecard import Outcome
from qa_toolkit.scorecards.excel.sheet import Cell, Formula
from qa_toolkit.scorecards.excel.verdict import CHANGED
from qa_toolkit.scorecards.view import AgentView, ReportView
from qa_toolkit.scorecards.wording import DASH, OUTCOMES

_PASS, _NOT_SCORED = OUTCOMES[Outcome.PASS], OUTCOMES[Outcome.NOT_SCORED]
FAILED, NO_LONGER = "Failed", "No longer"
_OLD = "Blue figures have followed; all else follows with the next export."
_CHANGED = f'COUNTIFS(scores_changed,"{CHANGED}"'
"""How many interactions have another total or outcome by now; conditions may follow."""
_ALIKE = {
    "Mean total": ("kpi live", "AVERAGE(scores_total)"),
    "Passed": (
        "kpi live share",
        f'100*COUNTIFS(scores_outcome,"{_PASS}")/COUNTIFS(scores_outcome,"<>{_NOT_SCORED}")',
    ),
    "Scorecards": ("kpi live count", f'COUNTIFS(scores_outcome,"<>{_NOT_SCORED}")'),
    "Critical failures": ("kpi live count", 'COUNTIFS(scores_failed,">0")'),
    "Needs review": ("kpi live count", "SUM(scores_open)"),
}
"""Style and formula by the label of the headline figure."""
_WEIGHED_MEAN = "SUMPRODUCT(scores_weight,{0})/SUMPRODUCT(ISNUMBER({0})*scores_weight)"
_WEIGHED = _ALIKE | {
    "Mean total": ("kpi live", _WEIGHED_MEAN.format("scores_total")),
    "Passed": (
        "kpi live share",
        f'100*SUMIFS(scores_weight,scores_outcome,"{_PASS}")'
        f'/SUMIFS(scores_weight,scores_outcome,"<>{_NOT_SCORED}")',
    ),
    "Scorecards": (
        "kpi live count",
        f'COUNTIFS(scores_outcome,"<>{_NOT_SCORED}",scores_weight,">0")',
    ),
    "Critical failures": ("kpi live count", 'COUNTIFS(scores_failed,">0",scores_weight,">0")'),
    "Needs review": ("kpi live count", 'SUMIFS(scores_open,scores_weight,">0")'),
}


def kpi_formula(label: str, view: ReportView) -> Cell:
    """Style and formula of a headline figure; an empty cell where nothing follows ratings."""
    known = _WEIGHED if view.weights else _ALIKE
    if label not in known:
        return "kpi note", ""
    style, formula = known[label]
    return style, Formula(f'=IFERROR({formula},"{DASH}")', _exported(view).get(label))


def _exported(view: ReportView) -> Mapping[str, str | Decimal]:
    """The figures as exported, without their units."""
    return {kpi.label: number_of(kpi.value) for kpi in view.kpis}


def number_of(value: str) -> str | Decimal:
    """The number in `59.0 %`; words and dashes stay as they are."""
    number = value.removesuffix(" %")
    return Decimal(number) if number.replace(".", "", 1).isdecimal() else value


def outcomes(outcome: str, view: ReportView) -> str:
    """How many scorecards end so; those outside the sample do not count."""
    drawn = ',scores_weight,">0"' if view.weights else ""
    return f'=COUNTIFS(scores_outcome,"{outcome}"{drawn})'


def critical_failures() -> str:
    """How many ratings are critical failures."""
    return "=SUM(detail_failed)"


def still_failed(key: int, criterion: str) -> str:
    """Whether a criterion of the scorecard with this key is a critical failure."""
    mine = f'detail_key,{key},detail_criterion,"{criterion}"'
    return f'=IF(COUNTIFS({mine},detail_failed,1)>0,"{FAILED}","{NO_LONGER}")'


def total_of(key: int) -> str:
    """The total of the scorecard with this key."""
    return f'=IFERROR(INDEX(scores_total,MATCH({key},scores_key,0)),"{DASH}")'


def outcome_of(key: int) -> str:
    """The outcome of the scorecard with this key."""
    return f'=IFERROR(INDEX(scores_outcome,MATCH({key},scores_key,0)),"{DASH}")'


def section_mean(number: int, view: ReportView) -> str:
    """The mean of a section, by its number from 1."""
    column = f"scores_section_{number}"
    mean = _WEIGHED_MEAN.format(column) if view.weights else f"AVERAGE({column})"
    return f'=IFERROR({mean},"{DASH}")'


def what_changed() -> str:
    """A line that is empty until a rating is changed, then says what no longer holds."""
    return _told(f"{_CHANGED})", "interactions")


def agent_changed(number: int) -> str:
    """The same about one agent's interactions."""
    return _told(f"{_CHANGED},scores_agent,{number})", "of these interactions")


def _told(count: str, what: str) -> str:
    return f'=IF({count}=0,"","▲ "&{count}&" {what} changed since the export. {_OLD}")'


def weighs(agent: AgentView, view: ReportView) -> bool:
    """Whether the agent's scorecards stand for unequally many interactions, all of them drawn.

    As in the figures exported: where one was not drawn, no weights hold; but monitored contacts
    beside mystery shops weigh nothing.
    """
    held = {view.weights.get(card.id, 0) for card in agent.scorecards}
    if view.shops:
        return bool(view.weights) and min(held) == 0
    return len(held) > 1 and min(held) > 0


def agent_section(section: int, number: int, *, weighed: bool) -> str:
    """An agent's mean of a section."""
    return f'=IFERROR({_agent_mean(f"scores_section_{section}", number, weighed=weighed)},"{DASH}")'


def agent_figure(label: str, number: int, *, weighed: bool) -> str:
    """A headline figure of one agent; empty where nothing follows ratings."""
    mine = f"scores_agent,{number}"
    counted = "SUMIFS(scores_weight," if weighed else "COUNTIFS("
    drawn = ',scores_weight,">0"' if weighed else ""
    known = {
        "Mean total": _agent_mean("scores_total", number, weighed=weighed),
        "Passed": (
            f'100*{counted}{mine},scores_outcome,"{_PASS}")'
            f'/{counted}{mine},scores_outcome,"<>{_NOT_SCORED}")'
        ),
        "Scorecards": f'COUNTIFS({mine},scores_outcome,"<>{_NOT_SCORED}"{drawn})',
        "Critical failures": f'COUNTIFS({mine},scores_failed,">0"{drawn})',
        "Needs review": f"SUMIFS(scores_open,{mine}{drawn})",
    }
    return f'=IFERROR({known[label]},"{DASH}")' if label in known else ""


def _agent_mean(column: str, number: int, *, weighed: bool) -> str:
    if not weighed:
        return f"AVERAGEIFS({column},scores_agent,{number})"
    mine = f"(scores_agent={number})*scores_weight"
    return f"SUMPRODUCT({mine},{column})/SUMPRODUCT({mine}*ISNUMBER({column}))"
