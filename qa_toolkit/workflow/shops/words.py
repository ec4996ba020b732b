"""Who, where and when of an assignment, in words for forms and briefs."""

from datetime import tzinfo

from qa_toolkit.domain.shop.plan import Location
from qa_toolkit.intake.dates import zone_named
from qa_toolkit.workflow.shops.shops import OpenShop


def zone_of(opened: OpenShop) -> tzinfo:
    """The zone of the clock of the location."""
    return zone_named(opened.location.timezone or opened.file.timezone)


def place_shown(location: Location) -> str:
    """`North desk, +49 30 1234`."""
    return ", ".join(filter(None, (location.name or location.id, location.address)))
