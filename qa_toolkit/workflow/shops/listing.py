"""Shops as a round shows them: where each stands, what is due, and for whom it waits."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from qa_toolkit.domain.shop.life import ShopRole, ShopStatus
from qa_toolkit.domain.shop.log import Mark
from qa_toolkit.domain.wording import counted, listed
from qa_toolkit.shops.life_cycle import TAKES_NOTES
from qa_toolkit.shops.people import someone
from qa_toolkit.workflow.shops.drafts import new_log
from qa_toolkit.workflow.shops.shops import OpenShop

_WAITS_FOR = {
    ShopStatus.SUBMITTED: {ShopRole.EDITOR, ShopRole.MANAGER},
    ShopStatus.IN_REVIEW: {ShopRole.EDITOR, ShopRole.MANAGER},
    ShopStatus.APPROVED: {ShopRole.MANAGER},
}


def due_at(opened: OpenShop) -> datetime | None:
    """Until when a log is to be handed in; None where nothing waits for the shopper.

    The hours that the scenario gives count from the end of the shop, from the return, and as long
    as nothing is noted from the last moment at which it may begin.
    """
    shop = opened.shop
    if shop.status not in TAKES_NOTES:
        return None
    since = shop.assignment.closes_at
    ended = new_log(opened).moment(Mark.END)
    if shop.status is ShopStatus.RETURNED:
        since = datetime.fromisoformat(shop.steps[-1].at)
    elif ended is not None:
        since = ended
    return since + timedelta(hours=opened.scenario.scenario.submit_hours)


def is_overdue(opened: OpenShop, now: datetime | None = None) -> bool:
    """Whether the log should have been handed in."""
    due = due_at(opened)
    return due is not None and due < (now or datetime.now(UTC))


def waits_for(opened: OpenShop, name: str) -> bool:
    """Whether the next step is for this person, by id or name.

    Raises:
        UsageError: the plan lists nobody of that id or name.
    """
    who = someone(opened.file, name)
    if opened.shop.status in TAKES_NOTES:
        return opened.shop.shopper == who.shopper
    return opened.shop.shopper not in who.may_be and not who.roles.isdisjoint(
        _WAITS_FOR.get(opened.shop.status, set())
    )


def progress_of(shops: Iterable[OpenShop]) -> str:
    """`12 shops: 3 final, 2 returned and 7 assigned`, the furthest first."""
    count = Counter(one.shop.status for one in shops)
    parts = [f"{count[status]} {status.shown}" for status in reversed(ShopStatus) if count[status]]
    return counted(count.total(), "shop") + (f": {listed(parts)}" if parts else "")
