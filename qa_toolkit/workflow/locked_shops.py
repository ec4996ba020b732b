"""What is locked stays as it is: ratings of a locked shop are not corrected any more."""

from collections.abc import Iterable

from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.domain.wording import listed
from qa_toolkit.errors import UsageError
from qa_toolkit.store import shops
from qa_toolkit.store.releases import Transaction


def refuse_locked(connection: Transaction, interactions: Iterable[str]) -> None:
    """Stop a transaction that would correct ratings of a locked shop.

    Args:
        connection: of the transaction.
        interactions: ids of those that are corrected; all but shops pass.

    Raises:
        UsageError: there is a locked shop among them.
    """
    found = shops.within(connection, interactions)
    locked = sorted(name for name, shop in found.items() if shop.status is ShopStatus.LOCKED)
    if locked:
        is_, its = ("is", "its") if len(locked) == 1 else ("are", "their")
        raise UsageError(
            f"{listed(locked)} {is_} locked: {its} ratings stay as they are",
            hint="leave them out; nothing was kept",
        )
