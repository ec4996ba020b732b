"""A draft that a file takes the place of: the way back to it, and what the file leaves out."""

from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.shops.interview.items import Item
from qa_toolkit.shops.interview.shown import name_of, noted_shown
from qa_toolkit.shops.interview.state import Interview, begin, changed
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops import way_back
from qa_toolkit.workflow.shops.alike import alike
from qa_toolkit.workflow.shops.guided import basis_of, place_of
from qa_toolkit.workflow.shops.shops import OpenShop


def keep_way_back(project: Project, opened: OpenShop, before: ShopLog, log: ShopLog) -> None:
    """Let `:undo` in the guided form take a file back as one answer.

    Args:
        project: keeps the shop.
        opened: the shop, whose draft is `before`.
        before: what was noted so far.
        log: what the file makes of it; it is saved next.
    """
    place = place_of(project, opened.shop.id)
    left = way_back.read(place, before)
    begun = begin(basis_of(opened), before, at=left.at, past=left.past)
    way_back.write(place, begun, changed(begun, alike(log, opened), stay=True))


def left_out(opened: OpenShop, before: ShopLog, log: ShopLog) -> tuple[str, ...]:
    """Names of what was noted before and is not any more, in the order of the form."""
    old, new = (begin(basis_of(opened), one) for one in (before, alike(log, opened)))
    return tuple(name_of(item) for item in old.items if _lost(old, new, item))


def _lost(old: Interview, new: Interview, item: Item) -> bool:
    return bool(noted_shown(old, item)) and not noted_shown(new, item)
