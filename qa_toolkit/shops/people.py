"""Who somebody is in a plan, and as what they may act."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.said import folded
from qa_toolkit.domain.shop.life import ShopRole
from qa_toolkit.domain.shop.plan import Person, PlanFile
from qa_toolkit.domain.wording import listed, some_of
from qa_toolkit.errors import UsageError

_MOST_NAMED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """A person of a plan.

    Attributes:
        id: kept with what they do.
        name: as people call them, else their id.
        roles: as what the plan lists them under the id or name that was given.
        shopper: the id under which they carry shops out; empty where nobody can tell.
        may_be: all ids that the plan lists under their id or their name: nobody decides on a shop
            that may be their own.
    """

    id: str
    name: str
    roles: frozenset[ShopRole]
    shopper: str
    may_be: frozenset[str]


def someone(file: PlanFile, name: str) -> Someone:
    """The person that a plan lists under an id or a name.

    An editor who is a shopper under another id is known by the name. Of two shoppers of one name
    each is only who the id says.

    Raises:
        UsageError: the plan lists nobody of that id or name, those it lists are named; or several
            people of one list have the name.
    """
    people = tuple(_listed(file))
    found = _named(people, name)
    if not found:
        raise _unknown(name, people)
    direct = {person.id for _, person in found}
    if len(direct) > 1 and len({role for role, _ in found}) < len(found):
        ids = listed(sorted(direct), "or")
        raise UsageError(f"several people are called '{name}'", hint=f"name one by id: {ids}")
    called = {folded(person.name) for _, person in found if person.name}
    same = [one for one in people if one[1].id in direct or folded(one[1].name) in called]
    shoppers = {person.id for role, person in same if role is ShopRole.SHOPPER}
    if len(shoppers) > 1:
        shoppers &= direct
    return Someone(
        id=found[0][1].id,
        name=next((person.name for _, person in found if person.name), found[0][1].id),
        roles=frozenset(role for role, person in people if person.id in direct),
        shopper=min(shoppers, default=""),
        may_be=frozenset(person.id for _, person in same),
    )


def everybody(file: PlanFile, role: ShopRole) -> tuple[Someone, ...]:
    """Those who have a role, in the order of the plan."""
    return tuple(someone(file, person.id) for known, person in _listed(file) if known is role)


def shown(file: PlanFile, person_id: str) -> str:
    """The name of a person of the plan; the id as it is where the plan does not list it."""
    names = (person.name for _, person in _listed(file) if person.id == person_id and person.name)
    return next(names, person_id)


def names_of(people: Mapping[str, str]) -> str:
    """Names by id, in words; of many the first ones: `maya (Maya Lind), tom and 58 more`."""
    told = [f"{one} ({called})" if called else one for one, called in people.items()]
    return some_of(told, _MOST_NAMED)


def _listed(file: PlanFile) -> Iterable[tuple[ShopRole, Person]]:
    yield from ((ShopRole.SHOPPER, person) for person in file.shoppers)
    yield from ((ShopRole.EDITOR, person) for person in file.editors)
    yield from ((ShopRole.MANAGER, person) for person in file.managers or file.editors)


def _named(people: tuple[tuple[ShopRole, Person], ...], name: str) -> list[tuple[ShopRole, Person]]:
    """Those of this very id; else of this id, else of this name, however it is written."""
    wanted = folded(name)
    ways: tuple[Callable[[Person], bool], ...] = (
        lambda person: person.id == name.strip(),
        lambda person: folded(person.id) == wanted,
        lambda person: bool(wanted) and folded(person.name) == wanted,
    )
    for way in ways:
        if found := [one for one in people if way(one[1])]:
            return found
    return []


def _unknown(name: str, people: Iterable[tuple[ShopRole, Person]]) -> UsageError:
    known = {person.id: person.name for _, person in people}
    near = did_you_mean(name, [*known, *filter(None, known.values())])
    return UsageError(f"the plan knows no '{name}'{near}", hint=f"it knows {names_of(known)}")
