"""Names in a plan: each known, each once, and nobody on both sides."""

from collections.abc import Iterator

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.shop.plan import Location, Person, PlanFile
from qa_toolkit.shops.planning.checks.found import Found

_MOST_GUESSES = 20
"""What was meant is looked for so often: it takes its time among thousands of names."""


def same_ids(file: PlanFile) -> Iterator[Found]:
    """P101: an id that stands twice in one list."""
    groups: dict[str, tuple[Location | Person, ...]] = {
        "locations": file.locations,
        "shoppers": file.shoppers,
        "editors": file.editors,
        "managers": file.managers,
    }
    for group, rows in groups.items():
        seen: set[str] = set()
        for n, row in enumerate(rows):
            if row.id in seen:
                hint = "every id stands once in its list; history is kept under it"
                yield Found("P101", (group, n, "id"), f"'{row.id}' stands twice in {group}", hint)
            seen.add(row.id)


def unknown_locations(file: PlanFile) -> Iterator[Found]:
    """P102: an order or a conflict that names no location of the plan; P103: one named twice."""
    known = [one.id for one in file.locations]
    named = [(("orders", n, "locations"), one.locations) for n, one in enumerate(file.orders)]
    named += [(("shoppers", n, "not_at"), one.not_at) for n, one in enumerate(file.shoppers)]
    told = 0
    for path, names in named:
        for i, name in enumerate(names):
            if name not in known:
                told += 1
                near = did_you_mean(name, known) if told <= _MOST_GUESSES else ""
                message = f"there is no location '{name}'{near}"
                hint = f"locations are {', '.join(known[:8])}{', …' if len(known) > 8 else ''}"
                yield Found("P102", (*path, i), message, hint)
            elif name in names[:i]:
                message = f"'{name}' is named twice"
                yield Found("P103", (*path, i), message, "leave one of them out", "warning")


def both_sides(file: PlanFile) -> Iterator[Found]:
    """P104: a shopper who also checks or decides; P105: one who is known to the staff."""
    staff = (*file.editors, *file.managers)
    for n, shopper in enumerate(file.shoppers):
        own = {shopper.id.casefold(), shopper.name.casefold()} - {""}
        if any(own & {one.id.casefold(), one.name.casefold()} for one in staff):
            message = f"{shopper.shown} is a shopper and an editor or manager"
            hint = "nobody checks or pays their own shops; let somebody else do it"
            yield Found("P104", ("shoppers", n, "id"), message, hint, "warning")
        for location in file.locations:
            known = shopper.name.casefold() in (one.casefold() for one in location.staff)
            if shopper.name and known and location.id not in shopper.not_at:
                message = f"{shopper.name} stands on the roster of '{location.id}'"
                hint = f"if it is the same person, add not_at: [{location.id}]"
                yield Found("P105", ("shoppers", n, "name"), message, hint, "warning")


def ordered_twice(file: PlanFile) -> Iterator[Found]:
    """P106: a scenario that two orders want at one location; their shops add up."""
    seen: dict[tuple[str, str], int] = {}
    for n, order in enumerate(file.orders):
        names = order.locations or [one.id for one in file.locations]
        again = [one for one in names if (order.scenario, one) in seen]
        if again:
            first = seen[order.scenario, again[0]] + 1
            message = (
                f"order {first} wants this scenario at '{again[0]}', too: the shops of both add up"
            )
            yield Found("P106", ("orders", n, "scenario"), message, severity="info")
        seen |= {(order.scenario, one): n for one in names}
