"""What stands above the first question."""

from qa_toolkit.cli.shop.terminal.screen import show
from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.shops.days import window_shown
from qa_toolkit.shops.interview.state import progress
from qa_toolkit.shops.people import shown
from qa_toolkit.workflow.shops.guided import Guided


def show_opening(guided: Guided) -> None:
    """Which shop it is, what was said of it, and how far it is."""
    opened, interview = guided.opened, guided.interview
    assignment, zone = opened.shop.assignment, interview.basis.zone
    window = window_shown(assignment.opens_at, assignment.closes_at, zone)
    show(opened.form.title, bold=True)
    show(f"{opened.shop.id} · {opened.location.shown} · {window}")
    _show_return(guided)
    if opened.shop.draft is None:
        show("Every answer is saved at once. :go times goes to the stopwatch.", dim=True)
    else:
        at = progress(interview)
        show(f"Going on at item {at.number}; {at.done} of {at.required} are done.", dim=True)


def _show_return(guided: Guided) -> None:
    if guided.opened.shop.status is ShopStatus.RETURNED:
        last = guided.opened.shop.steps[-1]
        show(f"Returned by {shown(guided.opened.file, last.by)}: {last.why}")
