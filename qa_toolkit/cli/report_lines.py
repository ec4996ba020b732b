"""What `qa report` says, line by line, however wide the terminal is."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa_toolkit.domain.wording import counted

if TYPE_CHECKING:
    from qa_toolkit.scorecards.view import ReportView
    from qa_toolkit.workflow.report import Summary

MOST_LINES = 5
"""Lines of a list; the rest is counted, and `--json` or an export has them all."""
MOST_AGENTS = 30


def headline(summary: "Summary") -> Iterator[str]:
    """What is reported on, and how it ended."""
    view = summary.view
    yield view.subtitle
    shown = (f"Sample: {summary.sample}" if summary.sample else "", view.scope)
    yield "; ".join(filter(None, shown))
    yield ", ".join(f"{known.outcome} {known.count} ({known.share})" for known in view.outcomes)


def figures(view: "ReportView") -> Iterator[str]:
    """The headline figures, one a line."""
    label = max(len(known.label) for known in view.kpis)
    value = max(len(known.value) for known in view.kpis)
    for known in view.kpis:
        yield f"{known.label:{label}}  {known.value:>{value}}  {known.note}"


def trend(view: "ReportView") -> Iterator[str]:
    """The means by period, and what they say."""
    if view.trend is None:
        yield "No scorecard has both a day and a total."
        return
    points = view.trend.points
    if len(points) > 1:
        yield " → ".join(f"{known.period} {known.mean.shown} ({known.count})" for known in points)
    yield view.trend.said


def sections(view: "ReportView") -> tuple[Sequence[str], list[Sequence[str]]]:
    """Head and rows of the table of sections."""
    lost = {known.id: str(known.lost) for known in view.losses}
    rows: list[Sequence[str]] = [
        (known.title, known.weight, known.shown, known.minimum, lost.get(known.id, "0.0"))
        for known in view.sections
    ]
    return ("Section", "Weight", "Mean", "At least", "Points lost"), rows


def losses(view: "ReportView") -> Iterator[str]:
    """The criteria that cost most, each with its share of all that is lost."""
    if not view.criterion_losses:
        yield "Nothing rated costs any of the total."
    for known in view.criterion_losses[:MOST_LINES]:
        yield (
            f"{known.lost} points  {known.title} ({known.share} % of what ratings cost, "
            f"together {known.cumulative} %)"
        )
    critical = next((known for known in view.losses if known.id not in _ids(view)), None)
    if critical:
        yield f"{critical.lost} points more by the rule for critical failures"


def _ids(view: "ReportView") -> frozenset[str]:
    return frozenset(known.id for known in view.sections)


def agents(view: "ReportView", *, narrow: bool) -> tuple[Sequence[str], list[Sequence[str]]]:
    """Head and rows of the table of agents; a narrow one has names and means only."""
    if narrow:
        return ("Agent", "Mean", "95 % interval"), [
            (known.name, known.mean.shown, known.mean.span) for known in view.agents[:MOST_AGENTS]
        ]
    head = ("Agent", "Team", "Scored", "Mean", "95 % interval", "Passed", "Critical", "Waiting")
    return head, [
        (
            known.name,
            known.team,
            str(known.scored),
            known.mean.shown,
            known.mean.span,
            known.pass_share.shown,
            str(known.critical),
            str(known.needs_review),
        )
        for known in view.agents[:MOST_AGENTS]
    ]


def to_do(summary: "Summary") -> Iterator[tuple[str, list[str]]]:
    """What somebody must act on: titles with lines, empty lists left out."""
    view = summary.view
    grave = sorted(view.agents, key=lambda known: not known.critical)
    talks = [f"{known.name}: {'; '.join(known.triggers[:2])}" for known in grave if known.triggers]
    waiting = [
        f"{card.id} ({card.agent}): {counted(card.needs_review, 'rating')}"
        + (f"; {card.reason}" if card.outcome_kind == "not_scored" else "")
        for card in summary.waiting
    ]
    due = [
        f"{entry.follow_up_shown}: {entry.agent}, {entry.action or entry.topic} ({entry.coach})"
        for entry in summary.due
    ]
    overdue = [
        f"{promise.due}: {promise.agent}, “{promise.quote}” ({promise.interaction_id})"
        for promise in summary.overdue
    ]
    told = {card.id for card in summary.waiting}
    left_out = [
        f"{known.place}: {known.reason}" for known in view.left_out if known.place not in told
    ]
    people = [
        f"{known.name}: {counted(known.overrides, 'rating')}, {known.difference.shown} % of the "
        f"scale against the machine's on average. {known.caution}"
        for known in view.reviewers
    ]
    named = (
        ("What calls for a talk", talks),
        ("Ratings that wait for a person", waiting),
        ("Not scored or not read", left_out),
        ("Follow-ups due", due),
        ("Promises overdue", overdue),
        ("Ratings by people", people),
    )
    return ((f"{title} ({len(lines)})", lines) for title, lines in named if lines)
