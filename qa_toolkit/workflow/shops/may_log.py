"""Who may fill a log in, when, and which log."""

from qa_toolkit.domain.shop.life import Shop, ShopStatus
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.life_cycle import SHOPPER, TAKES_NOTES, acting, since
from qa_toolkit.shops.people import Someone, shown, someone
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.certification import is_certified
from qa_toolkit.workflow.shops.shops import OpenShop


def check_may_log(project: Project, opened: OpenShop, by: str) -> Someone:
    """Who fills it in; what `save_draft` refuses whatever is in the log.

    Raises:
        UsageError: the shop is not theirs, takes no notes now, or they are not certified.
    """
    shop = opened.shop
    who = someone(opened.file, by)
    check_takes_notes(opened, shop, who)
    if not is_certified(project, shop.shopper, opened.scenario):
        raise UsageError(
            f"{who.name} is not certified for '{opened.scenario.scenario.title}'",
            hint=f"qa shop certify {shop.shopper} {opened.scenario.scenario.id}",
        )
    return who


def check_takes_notes(opened: OpenShop, shop: Shop, who: Someone) -> None:
    """Whether a shop takes notes of this person as it stands.

    Raises:
        UsageError: it does not.
    """
    acting(shop, SHOPPER, who, "fill it in", file=opened.file)
    if shop.status not in TAKES_NOTES:
        cancelled = shop.status is ShopStatus.CANCELLED
        why = f": {shop.steps[-1].why}" if cancelled else ""  # what a shopper may read
        raise UsageError(
            f"{shop.id} takes no notes now: it {since(shop, opened.file)}{why}",
            hint=f"qa shop show {shop.id}",
        )


def check_log_fits(opened: OpenShop, log: ShopLog) -> None:
    """Whether a log is of this shop, its shopper and its form.

    Raises:
        UsageError: it is of another one.
    """
    shop = opened.shop
    if log.shop != shop.id:
        raise UsageError(f"this is a log of {log.shop}, not of {shop.id}")
    if log.shopper != shop.shopper:
        raise UsageError(
            f"{log.shopper} filled this in, and {shop.id} is assigned to "
            f"{shown(opened.file, shop.shopper)}"
        )
    if log.scenario_hash != opened.scenario.hash:
        raise UsageError(
            f"this form of '{opened.scenario.scenario.title}' is of another version than {shop.id}",
            hint=f"make a new one: qa shop form {shop.id} --to FILE",
        )
