"""Two drawings of one plan beside each other: what differs, in words."""

from collections.abc import Iterator

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


def differences(kept: ShopPlan, again: ShopPlan) -> tuple[str, ...]:
    """What differs between a plan as it was kept and drawn again; empty: they are the same."""
    return tuple(_all(kept, again))


def _all(kept: ShopPlan, again: ShopPlan) -> Iterator[str]:
    for name, before, after in (
        ("seed", kept.seed, again.seed),
        ("hash of the file", kept.file_hash, again.file_hash),
        ("title", kept.title, again.title),
    ):
        if before != after:
            yield f"the {name} is {after}, not {before}"
    yield from _shops(kept, again)
    missing = {_named(one) for one in again.unplaced} - {_named(one) for one in kept.unplaced}
    found = {_named(one) for one in kept.unplaced} - {_named(one) for one in again.unplaced}
    for name in sorted(missing):
        yield f"{name} finds no place, and did"
    for name in sorted(found):
        yield f"{name} finds a place, and did not"


def _shops(kept: ShopPlan, again: ShopPlan) -> Iterator[str]:
    before = {one.id: one for one in kept.assignments}
    after = {one.id: one for one in again.assignments}
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            yield f"{_told(before[name])} is kept but not drawn"
        elif name not in before:
            yield f"{_told(after[name])} is drawn but not kept"
        else:
            yield from _fields(before[name], after[name])


def _fields(before: Assignment, after: Assignment) -> Iterator[str]:
    for field in _FIELDS:
        one, other = getattr(before, field), getattr(after, field)
        if one != other:
            yield f"{before.id}: {field} is {other}, not {one}"


def _told(one: Assignment) -> str:
    return f"{one.id} ({one.scenario} at {one.location}, {one.shopper}, {one.day})"


def _named(one: Unplaced) -> str:
    return f"{one.scenario} at {one.location}, number {one.number},"
