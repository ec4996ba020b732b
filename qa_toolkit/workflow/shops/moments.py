"""The moment at which something is kept, and as people read it."""

from datetime import UTC, datetime

from qa_toolkit.domain.shop.plan import Location, PlanFile
from qa_toolkit.intake.dates import zone_named


def stamp(now: datetime | None = None) -> str:
    """A moment in UTC, as the store keeps it; this one where none is given."""
    return (now or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")


def shown(at: str, file: PlanFile, location: Location) -> str:
    """A kept moment by the clock of a location: `2026-11-10 10:42`."""
    zone = zone_named(location.timezone or file.timezone)
    return f"{datetime.fromisoformat(at).astimezone(zone):%Y-%m-%d %H:%M}" if at else ""
