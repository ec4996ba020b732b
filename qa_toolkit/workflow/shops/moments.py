"""The moment at which something is kept, and as people read it."""

from datetime import UTC, datetime

from qa_toolkit.workflow.shops.shops import OpenShop


def stamp(now: datetime | None = None) -> str:
    """A moment in UTC, as the store keeps it; this one where none is given."""
    return (now or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")


def shown(at: str, opened: OpenShop) -> str:
    """A kept moment by the clock of a shop's location: `2026-11-10 10:42`."""
    return f"{datetime.fromisoformat(at).astimezone(opened.zone):%Y-%m-%d %H:%M}" if at else ""
