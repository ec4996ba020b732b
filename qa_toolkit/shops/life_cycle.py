"""What may follow what in the life of a shop, and who may do it: one table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from qa_toolkit.domain.shop.life import Shop, ShopRole, ShopStatus, Step
from qa_toolkit.domain.shop.plan import PlanFile
from qa_toolkit.domain.wording import listed
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.people import Someone, everybody, shown

SHOPPER = frozenset({ShopRole.SHOPPER})
CHECKS = frozenset({ShopRole.EDITOR, ShopRole.MANAGER})
MANAGES = frozenset({ShopRole.MANAGER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A change of status that may take place.

    Attributes:
        roles: who may do it; a shopper only with their own shop, everybody else only with another
            person's.
        needs_why: whether reasons have to be given.
    """

    roles: frozenset[ShopRole]
    needs_why: bool = False


_FILL_IN = Move(roles=SHOPPER)
_REVIEW = Move(roles=CHECKS)
_DECIDE = Move(roles=CHECKS, needs_why=True)
_CANCEL = {ShopStatus.CANCELLED: Move(roles=MANAGES, needs_why=True)}
MOVES: Mapping[ShopStatus, Mapping[ShopStatus, Move]] = {
    ShopStatus.ASSIGNED: {ShopStatus.IN_PROGRESS: _FILL_IN, **_CANCEL},
    ShopStatus.IN_PROGRESS: {ShopStatus.SUBMITTED: _FILL_IN, **_CANCEL},
    ShopStatus.SUBMITTED: {ShopStatus.IN_REVIEW: _REVIEW, **_CANCEL},
    ShopStatus.IN_REVIEW: {
        ShopStatus.RETURNED: _DECIDE,
        ShopStatus.APPROVED: _REVIEW,
        **_CANCEL,
    },
    ShopStatus.RETURNED: {ShopStatus.SUBMITTED: _FILL_IN, **_CANCEL},
    ShopStatus.APPROVED: {
        ShopStatus.IN_REVIEW: _DECIDE,
        ShopStatus.FINAL: Move(roles=MANAGES),
    },
    ShopStatus.FINAL: {ShopStatus.LOCKED: Move(roles=MANAGES)},
    ShopStatus.LOCKED: {},
    ShopStatus.CANCELLED: {},
}
"""From each status, what may follow. `locked` and `cancelled` are the ends."""

TAKES_NOTES = (ShopStatus.ASSIGNED, ShopStatus.IN_PROGRESS, ShopStatus.RETURNED)
"""In which a shopper fills in; a shop that was returned stays so until it is handed in again."""
TAKES_GRADES = (
    ShopStatus.IN_REVIEW,
    ShopStatus.RETURNED,
    ShopStatus.APPROVED,
    ShopStatus.FINAL,
)
_DONE = {
    ShopStatus.ASSIGNED: "is assigned",
    ShopStatus.IN_PROGRESS: "is in progress",
    ShopStatus.SUBMITTED: "was submitted",
    ShopStatus.IN_REVIEW: "was taken into review",
    ShopStatus.RETURNED: "was returned",
    ShopStatus.APPROVED: "was approved",
    ShopStatus.FINAL: "was made final",
    ShopStatus.LOCKED: "was locked",
    ShopStatus.CANCELLED: "was cancelled",
}
_DO = {
    ShopStatus.ASSIGNED: "assign it",
    ShopStatus.IN_PROGRESS: "fill it in",
    ShopStatus.SUBMITTED: "submit it",
    ShopStatus.IN_REVIEW: "take it into review",
    ShopStatus.RETURNED: "return it",
    ShopStatus.APPROVED: "approve it",
    ShopStatus.FINAL: "make it final",
    ShopStatus.LOCKED: "lock it",
    ShopStatus.CANCELLED: "cancel it",
}
_NEXT = {
    ShopStatus.ASSIGNED: "the shopper fills it in: qa shop log {id}",
    ShopStatus.IN_PROGRESS: "the shopper submits it: qa shop log {id}",
    ShopStatus.SUBMITTED: "an editor takes it into review: qa shop review {id}",
    ShopStatus.IN_REVIEW: "an editor decides: qa shop approve {id}, or qa shop return {id} --reason TEXT",
    ShopStatus.RETURNED: "the shopper submits it again: qa shop log {id}",
    ShopStatus.APPROVED: "a manager makes it final: qa shop final {id}; before that an editor may "
    "take it back into review with reasons: qa shop review {id} --reason TEXT",
    ShopStatus.FINAL: "what is final stays; correct a rating with qa overrides set",
    ShopStatus.LOCKED: "what is locked stays as it is",
    ShopStatus.CANCELLED: "plan another shop in its place",
}


def step_to(shop: Shop, status: ShopStatus, who: Someone, why: str, *, file: PlanFile) -> Step:
    """The step that somebody takes, not yet kept.

    Raises:
        UsageError: it does not follow, they may not take it, or reasons are missing.
    """
    move = MOVES[shop.status].get(status)
    if move is None:
        raise UsageError(
            f"{shop.id} {since(shop, file)}: nobody can {_DO[status]} now",
            hint=_NEXT[shop.status].format(id=shop.id),
        )
    role = acting(shop, move.roles, who, _DO[status], file=file)
    if move.needs_why and not why.strip():
        raise UsageError(f"{shop.id}: why {_DO[status]}?", hint="--reason TEXT; it is kept")
    return Step(status=status, by=who.id, role=role, why=why, log=len(shop.submitted))


def acting(
    shop: Shop, roles: frozenset[ShopRole], who: Someone, what: str, *, file: PlanFile
) -> ShopRole:
    """As whom somebody acts on a shop; as little as is needed where they may be several.

    Raises:
        UsageError: they have none of the roles, or it is, or is not, a shop of their own.
    """
    if ShopRole.SHOPPER in roles:
        if shop.shopper != who.shopper:
            raise UsageError(
                f"{who.name} cannot {what}: {shop.id} is assigned to {shown(file, shop.shopper)}"
            )
        return ShopRole.SHOPPER
    able = [role for role in (ShopRole.EDITOR, ShopRole.MANAGER) if role in roles & who.roles]
    allowed = _those(roles, shop, file)
    if not able:
        raise UsageError(f"{who.name} may not {what}", hint=f"that is {allowed}")
    if shop.shopper in who.may_be:
        raise UsageError(
            f"{who.name} carried {shop.id} out and may not {what}", hint=f"that is {allowed}"
        )
    return able[0]


def since(shop: Shop, file: PlanFile) -> str:
    """Where a shop stands, with who brought it there and when by the plan's clock: for messages."""
    if not shop.steps:
        return "is assigned to " + shown(file, shop.shopper)
    last = shop.steps[-1]
    at = ""
    if last.at:
        moment = datetime.fromisoformat(last.at).astimezone(ZoneInfo(file.timezone))
        at = f" on {moment:%Y-%m-%d} at {moment:%H:%M}"
    return f"{_DONE[last.status]} by {shown(file, last.by)}{at}"


def _those(roles: frozenset[ShopRole], shop: Shop, file: PlanFile) -> str:
    """Who may, without the shopper: `for Mo Berg (editor) or Kim Lee (manager)`."""
    people = {
        person.id: f"{person.name} ({role.value})"
        for role in (ShopRole.EDITOR, ShopRole.MANAGER)
        if role in roles
        for person in everybody(file, role)
        if shop.shopper not in person.may_be
    }
    if not people:
        return "for somebody else, and the plan names nobody: add them and draw it again"
    return f"for {listed(list(people.values()), 'or')}"
