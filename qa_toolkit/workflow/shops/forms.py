"""The form of an assignment as a file, to be filled in anywhere and read back."""

from pathlib import Path

from qa_toolkit.shops.days import window_shown
from qa_toolkit.shops.forms import Occasion, check_ending, write_form
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.drafts import new_log
from qa_toolkit.workflow.shops.shops import OpenShop, open_shop


def form_file(project: Project, shop_id: str, path: Path) -> Path:
    """Write the form of a shop: filled in as far as its draft is.

    Args:
        project: keeps the shop.
        shop_id: its id, or how that starts.
        path: ends in .xlsx, .yaml, .yml or .json.

    Raises:
        UsageError: there is no such shop, or the ending is none of these.
        StorageError: it cannot be written.
    """
    check_ending(path)
    opened = open_shop(project, shop_id)
    return write_form(path, opened.form, new_log(opened), occasion_of(opened))


def occasion_of(opened: OpenShop) -> Occasion:
    """Who, where and when, as a form says it."""
    assignment = opened.shop.assignment
    return Occasion(
        shopper=opened.shopper.shown,
        place=opened.location.with_address,
        day=assignment.day,
        zone=opened.zone,
        window=window_shown(assignment.opens_at, assignment.closes_at, opened.zone),
        locations={one.id: one.name for one in opened.file.locations},
    )
