"""Two drawings of one plan beside each other: what differs, in words."""

from collections.abc import Collection, Iterator

from qa_toolkit.domain.shop.plan import Assignment, ShopPlan, Unplaced

_FIELDS = (
    "scenario",
    "location",
    "shopper",
    "day",
    "opens_at",
    "closes_at",
    "fee",
    "most_expenses",
    "currency",
    "scenario_version",
    "scenario_hash",
)
_HOURS = ("opens_at", "closes_at")


def differences(
    kept: ShopPlan, again: ShopPlan, unchanged: Collection[str] = ()
) -> tuple[str, ...]:
    """What differs between a plan as it was kept and drawn again; empty: they are the same.

    Args:
        kept: as it was kept.
        again: drawn again.
        unchanged: ids of shops that stay as they are, whatever the drawing says.
    """
    return tuple(_all(kept, again, unchanged))


def _all(kept: ShopPlan, again: ShopPlan, unchanged: Collection[str]) -> Iterator[str]:
    for name, before, after in (
        ("seed", kept.seed, again.seed),
        ("hash of the file", kept.file_hash, again.file_hash),
        ("title", kept.title, again.title),
    ):
        if before != after:
            yield f"the {name} is {after}, not {before}"
    yield from _shops(kept, again, unchanged)
    missing = {_named(one) for one in again.unplaced} - {_named(one) for one in kept.unplaced}
    found = {_named(one) for one in kept.unplaced} - {_named(one) for one in again.unplaced}
    for name in sorted(missing):
        yield f"{name} finds no place, and did"
    for name in sorted(found):
        yield f"{name} finds a place, and did not"


def _shops(kept: ShopPlan, again: ShopPlan, unchanged: Collection[str]) -> Iterator[str]:
    before = {one.id: one for one in kept.assignments}
    after = {one.id: one for one in again.assignments}
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            yield f"{name} ({before[name].shown}) is kept but not drawn"
        elif name not in before:
            yield f"{name} ({after[name].shown}) is drawn but not kept"
        elif name not in unchanged:
            yield from _fields(before[name], after[name])


def _fields(before: Assignment, after: Assignment) -> Iterator[str]:
    moved = before.day != after.day
    for field in _FIELDS:
        one, other = getattr(before, field), getattr(after, field)
        # another day has other hours: that much is clear
        if one != other and not (moved and field in _HOURS):
            yield f"{before.id}: {field} is {other}, not {one}"


def _named(one: Unplaced) -> str:
    return f"{one.scenario} at {one.location}, number {one.number},"
