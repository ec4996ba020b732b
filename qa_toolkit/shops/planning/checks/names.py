"""Names in a plan: each known, each once, and nobody on both sides."""

from collections.abc import Iterator

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.shop.plan import PlanFile
from qa_toolkit.shops.planning.checks.found import Found
from qa_toolkit.shops.planning.checks.written import rows, texts_at, texts_of
from qa_toolkit.strict_yaml.document import Document

_MOST_GUESSES = 20
"""What was meant is looked for so often: it takes its time among thousands of names."""


def same_ids(document: Document) -> Iterator[Found]:
    """P101: an id that stands twice in one list."""
    for group in ("locations", "shoppers", "editors", "managers"):
        seen: set[str] = set()
        for path, name in texts_of(document, group, "id"):
            if name in seen:
                hint = "every id stands once in its list; history is kept under it"
                yield Found("P101", path, f"'{name}' stands twice in {group}", hint)
            seen.add(name)


def unknown_locations(document: Document) -> Iterator[Found]:
    """P102: an order or a conflict that names no location of the plan; P103: one named twice.

    Where a location has no id that can be read, it may be the one that is meant.
    """
    known = dict.fromkeys(name for _, name in texts_of(document, "locations", "id"))
    places = rows(document, "locations")
    if not places or len(list(texts_of(document, "locations", "id"))) < len(places):
        return
    hint = f"locations are {', '.join([*known][:8])}{', …' if len(known) > 8 else ''}"
    told = 0
    for group, key in (("orders", "locations"), ("shoppers", "not_at")):
        for n in range(len(rows(document, group))):
            seen: set[str] = set()
            for path, name in texts_at(document, (group, n, key)):
                if name not in known:
                    told += 1
                    near = did_you_mean(name, known) if told <= _MOST_GUESSES else ""
                    yield Found("P102", path, f"there is no location '{name}'{near}", hint)
                elif name in seen:
                    hint_twice = "leave one of them out"
                    yield Found("P103", path, f"'{name}' is named twice", hint_twice, "warning")
                seen.add(name)


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
