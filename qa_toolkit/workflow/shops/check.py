"""Checking what a shopper noted, against the brief, the plan and all other shops."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from qa_toolkit.domain.shop.finding import ShopFinding
from qa_toolkit.domain.shop.life import Shop
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.domain.shop.viewer import Viewer
from qa_toolkit.shops.checks.earlier import Earlier, EarlierLog, earlier_of
from qa_toolkit.shops.checks.interface import Context
from qa_toolkit.shops.checks.run import findings_of
from qa_toolkit.store import shops
from qa_toolkit.store.shops import HandedIn
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.certification import is_certified
from qa_toolkit.workflow.shops.shops import OpenShop


def check_log(
    project: Project,
    opened: OpenShop,
    log: ShopLog,
    *,
    viewer: Viewer = Viewer.SHOPPER,
    now: datetime | None = None,
) -> tuple[ShopFinding, ...]:
    """What the checks say of a log of this shop, in the order of the form.

    Args:
        project: keeps the shops that it is compared with.
        opened: the shop, with its plan, location and form.
        log: a draft, or what was handed in.
        viewer: who reads it; nobody but editors is told what is for them.
        now: the moment at which it is handed in; this one where none is given.
    """
    found = findings_of(context_of(project, opened, log, earlier(project, [log]), now=now))
    if viewer is Viewer.EDITOR:
        return found
    return tuple(replace(one, for_editors="") for one in found)


def context_of(
    project: Project, opened: OpenShop, log: ShopLog, known: Earlier, *, now: datetime | None
) -> Context:
    """A log with all that it is checked against."""
    at = now or this_moment()
    return Context(
        form=opened.form,
        log=log,
        scenario=opened.scenario.scenario,
        assignment=opened.shop.assignment,
        location=opened.location,
        file=opened.file,
        earlier=known,
        is_certified=is_certified(project, opened.shop.shopper, opened.scenario),
        now=at,
        first_at=first_handed_in(opened.shop) or at,
    )


def earlier(project: Project, wanted: Iterable[ShopLog] | None = None) -> Earlier:
    """The last log of every shop that was handed in, with the moment of its first.

    Args:
        project: keeps them.
        wanted: the logs that are to be compared with them; None for any.
    """
    return earlier_of(map(_earlier_log, shops.handed_in(project.database)), wanted)


def first_handed_in(shop: Shop) -> datetime | None:
    """When a shop was handed in first; None where it was not yet."""
    return datetime.fromisoformat(shop.submitted[0].at) if shop.submitted else None


def this_moment() -> datetime:
    """The moment at which drafts are checked."""
    return datetime.now(UTC)


def _earlier_log(known: HandedIn) -> EarlierLog:
    return EarlierLog(
        shop=known.shop,
        shopper=known.log.shopper,
        scenario=known.scenario,
        at=datetime.fromisoformat(known.first_at),
        log=known.log,
    )
