"""Rules that leave less room than the orders need: told before anything is drawn."""

from collections import Counter
from collections.abc import Iterator

from qa_toolkit.domain.shop.plan import PlanFile
from qa_toolkit.domain.wording import counted
from qa_toolkit.shops.planning.checks.found import Found

MOST_SHOPS = 100_000
"""Of one plan. What is more is a slip of the pen, and would never be drawn."""


def too_many(file: PlanFile) -> Iterator[Found]:
    """P301: more shops than any plan has."""
    total = sum(shops_ordered(file).values())
    if total > MOST_SHOPS:
        message = f"{total:,} shops are ordered, at most {MOST_SHOPS:,} are planned at a time"
        yield Found("P301", ("orders",), message, "'each' counts at every location")


def short_of_shoppers(file: PlanFile) -> Iterator[Found]:
    """P302: more shops than shoppers may hold together, or can hold in the plan's days."""
    total = sum(shops_ordered(file).values())
    most = file.rules.most_per_shopper
    bounds = [[one for one in (shopper.most, most) if one is not None] for shopper in file.shoppers]
    together = sum(min(one) for one in bounds if one)
    if all(bounds) and together < total:
        message = f"{counted(total, 'shop')} are ordered, the shoppers may hold {together} together"
        yield Found("P302", ("orders",), message, _LISTED, "info")
    days = (file.end - file.start).days + 1
    held = max(days, 0) * file.rules.most_per_day * len(file.shoppers)
    if days > 0 and held < total:
        message = (
            f"{counted(total, 'shop')} are ordered, and {held} fit into {counted(days, 'day')}"
        )
        yield Found("P302", ("orders",), message, _LISTED, "info")


def too_far_apart(file: PlanFile) -> Iterator[Found]:
    """P303: more shops at a location than its days between, or the returns, leave room for."""
    ordered = shops_ordered(file)
    if not ordered:
        return
    (location, most), *_ = ordered.most_common(1)
    length = (file.end - file.start).days + 1
    between, back = file.rules.days_between, file.rules.days_before_return
    if between and (most - 1) * between >= length > 0:
        message = (
            f"{counted(most, 'shop')} at '{location}', {between} days between them, "
            f"do not fit into {counted(length, 'day')}"
        )
        yield Found("P303", ("rules", "days_between"), message, _LISTED, "info")
    if back >= length > 0 and most > len(file.shoppers):
        message = (
            f"nobody returns within {back} days, so '{location}' needs {most} shoppers, "
            f"and there are {len(file.shoppers)}"
        )
        yield Found("P303", ("rules", "days_before_return"), message, _LISTED, "info")


_LISTED = "what finds no place is listed with its reason"


def shops_ordered(file: PlanFile) -> Counter[str]:
    """How many shops are ordered at each location."""
    ordered = Counter[str]()
    for order in file.orders:
        for name in order.locations or [one.id for one in file.locations]:
            ordered[name] += order.each
    return ordered
