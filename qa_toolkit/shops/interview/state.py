"""Where an interview stands: what was noted, which item is asked, and the way back."""

from dataclasses import dataclass, replace
from datetime import tzinfo

from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.domain.shop.plan import Assignment, Location
from qa_toolkit.shops.interview.items import Item, Kind, items_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What an interview asks about.

    Attributes:
        locations: those of the plan, by which a shopper says where it was held.
        zone: the clock of the location, by which times are typed.
    """

    form: ShopForm
    assignment: Assignment
    locations: tuple[Location, ...]
    zone: tzinfo


@dataclass(frozen=True, slots=True)
class Past:
    """The item that changed the log, and the log before it did."""

    at: str
    log: ShopLog


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """A log while it is filled in.

    Attributes:
        at: id of the item that is asked.
        past: every change, the oldest first.
    """

    basis: Basis
    log: ShopLog
    at: str
    past: tuple[Past, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        return items_of(self.basis.form, self.log)

    @property
    def item(self) -> Item:
        """The item that is asked."""
        return next(item for item in self.items if item.id == self.at)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the required items are done, and which of all this one is, counted from 1."""

    number: int
    items: int
    done: int
    required: int


def begin(basis: Basis, log: ShopLog, *, at: str = "", past: tuple[Past, ...] = ()) -> Interview:
    """An interview at the item where it was left, or else at the first that is still open."""
    items = items_of(basis.form, log)
    if at not in {item.id for item in items}:
        at = _first_open(items).id
    return Interview(basis=basis, log=log, at=at, past=past)


def changed(interview: Interview, log: ShopLog, *, stay: bool = False) -> Interview:
    """After an answer: with the way back kept, and on to the next item that is open."""
    if log == interview.log:
        return interview if stay else onward(interview)
    past = (*interview.past, Past(interview.at, interview.log))
    after = replace(interview, log=log, past=past)
    return after if stay else onward(after)


def onward(interview: Interview) -> Interview:
    """At the next item without an answer; at the review where none follows."""
    items = interview.items
    place = _place(items, interview.at)
    following = (item for item in items[place + 1 :] if not item.done)
    return replace(interview, at=next(following, items[-1]).id)


def moved(interview: Interview, by: int) -> Interview:
    """So many items on, or back, at most to the ends."""
    items = interview.items
    place = min(max(_place(items, interview.at) + by, 0), len(items) - 1)
    return replace(interview, at=items[place].id)


def gone(interview: Interview, at: str) -> Interview:
    """At the item with this id."""
    return replace(interview, at=at)


def undone(interview: Interview) -> Interview:
    """Before the last change, at the item that made it; the same where nothing was changed."""
    if not interview.past:
        return interview
    *earlier, last = interview.past
    return replace(interview, log=last.log, at=last.at, past=tuple(earlier))


def open_items(interview: Interview) -> tuple[Item, ...]:
    """What a complete log still needs, in its order."""
    return tuple(
        item
        for item in interview.items
        if item.required and not item.done and item.kind is not Kind.REVIEW
    )


def named(interview: Interview, words: str) -> Item | None:
    """The item that a number, a name or `open` means; None where there is none."""
    items = interview.items
    wanted = words.strip().casefold()
    if wanted == "open":
        return next(iter(open_items(interview)), items[-1])
    if wanted.isdecimal():
        return items[int(wanted) - 1] if 1 <= int(wanted) <= len(items) else None
    for field in ("id", "where", "section"):
        found = [item for item in items if getattr(item, field).casefold() == wanted]
        if found:
            return found[0]
    begun = [item for item in items if wanted and item.id.startswith(wanted)]
    return begun[0] if begun else None


def progress(interview: Interview) -> Progress:
    """How far it is, by the items that are asked now."""
    items = interview.items
    required = [item for item in items if item.required and item.kind is not Kind.REVIEW]
    return Progress(
        number=_place(items, interview.at) + 1,
        items=len(items),
        done=sum(item.done for item in required),
        required=len(required),
    )


def _place(items: tuple[Item, ...], at: str) -> int:
    # an item that its own answer closed has no place: on from the first
    return next((place for place, item in enumerate(items) if item.id == at), 0)


def _first_open(items: tuple[Item, ...]) -> Item:
    found = next((item for item in items if item.required and not item.done), items[-1])
    # a name comes before the description that stands in for it
    return items[0] if found.kind is Kind.DESCRIPTION else found
