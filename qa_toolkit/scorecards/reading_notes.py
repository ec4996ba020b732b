"""What a reader should know before trusting a figure."""

from collections.abc import Sequence

from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.wording import counted
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.figures import headline
from qa_toolkit.scorecards.report import Report
from qa_toolkit.scorecards.view import AgentView

_ROUNDED = (
    "Totals are 0 to 100, shown with one decimal place; a mean is the mean of scorecards. "
    f"A {wording.DASH} stands where there is no number; it is never 0."
)
_WEIGHTED = (
    "Interactions had different chances to be drawn, so in the overall figures each scorecard "
    "counts for as many interactions as it stands for (1 / its chance)."
)
_INTERVALS = (
    "A 95 % interval tells how far a figure may lie from what scoring every interaction of the "
    "frame would give; it says nothing about other weeks, nor about how right a rating is."
)
_OUTSIDE = "Interactions outside the sample are shown, but leave the overall figures."
_BESIDE = (
    "The figures are of mystery shops. Monitored contacts stand beside them, are marked as such, "
    "and are counted in none of these figures."
)
_ORDER = "Agents stand in order of their names, not of their scores."
_PEOPLE = (
    "Ratings by people count in place of the machine's; how the two differ is shown apart and "
    "enters no score."
)


def caution(agents: Sequence[AgentView]) -> str:
    """The small-sample warning; empty where everybody has enough scorecards to be compared."""
    if len(agents) == 1:
        return agents[0].caution
    few = sum(agent.scored < headline.ENOUGH for agent in agents)
    if not few:
        return ""
    who = counted(few, "agent")
    return (
        f"{who} of {len(agents)} with fewer than {headline.ENOUGH} scorecards: differences "
        "between agents may be chance. Compare intervals; do not rank."
    )


def notes(
    report: Report, drawn: Sequence[Scored], *, weighted: bool, people: bool
) -> tuple[str, ...]:
    """How to read the figures.

    Args:
        report: may bring notes of its own.
        drawn: the results that chance chose.
        weighted: whether they stand for unequally many interactions.
        people: whether ratings by people count.
    """
    outside = len(drawn) < len(report.scored) and report.counted is None
    told = (
        _ROUNDED,
        _WEIGHTED if weighted else "",
        _INTERVALS if report.sample else "",
        _OUTSIDE if outside else "",
        _BESIDE if report.counted is not None else "",
        _PEOPLE if people else "",
        *map(wording.clean, report.notes),
        _ORDER,
    )
    return tuple(filter(None, told))
