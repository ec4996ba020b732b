"""Pseudonyms: short names in place of people's, the same for the same person in every export.

A pseudonym is a keyed hash, so without the key nobody can work out from a list of names whose it
is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Literal

from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.scorecards.names_in_texts import (
    Name,
    Near,
    folded,
    indexed,
    of_agent,
    of_person,
    whole,
)

Kind = Literal["agent", "customer", "reviewer", "shopper"]
_ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ"
"""No vowels, so that no pseudonym is a word; nothing that reads as something else."""
_LENGTHS: Mapping[Kind, int] = {
    "agent": 5,
    "reviewer": 5,
    "shopper": 5,
    "customer": 7,
}
"""Enough for 500 agents and 20,000 customers to have all different ones, but once in 100 projects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPeople:
    """Who stands in the plans of mystery shops.

    Attributes:
        shoppers: the name of each by id; empty where the plan names none.
        leads: the same of editors and managers.
        staff: who may be met, those of rosters under their names.
        places: ids of locations that are no person: they stand in an agent's place where nobody
            knows who was met, and keep their names.
    """

    shoppers: Mapping[str, str] = field(default_factory=dict)
    leads: Mapping[str, str] = field(default_factory=dict)
    staff: tuple[AgentRef, ...] = ()
    places: frozenset[str] = frozenset()


NOBODY = PlannedPeople()


class Pseudonyms:
    """Who is called what, for the people of one project.

    Attributes:
        agents: code of each agent by id.
        customers: code of each customer by the name the source gives.
    """

    def __init__(
        self,
        key: bytes,
        agents: Iterable[AgentRef],
        customers: Iterable[str],
        reviewers: Iterable[str] = (),
        planned: PlannedPeople = NOBODY,
    ) -> None:
        """Give everybody a code, made longer for those whose codes are equal."""
        known = tuple(agent for agent in agents if agent.id not in planned.places)
        known += tuple(_strangers(planned.staff, known))
        self._key = key
        self._places = planned.places
        self.agents = _codes(key, "agent", _identities(known, planned.staff))
        self.customers = _codes(key, "customer", {name: folded(name) for name in customers})
        self._reviewers = _codes(key, "reviewer", _reviewers(planned.leads, reviewers))
        self._shoppers = _codes(key, "shopper", {name: name for name in planned.shoppers})
        everybody = [
            *(form for agent in known for form in of_agent(agent, self.agent_name(agent.id))),
            *(form for name in self._reviewers for form in of_person(name, self.reviewer(name))),
            *(form for name in planned.shoppers for form in self._of_shopper(name, planned)),
            *(whole(name, self.customer(name)) for name in self.customers),
        ]
        self._names = indexed(everybody)
        self._known = frozenset(name.words for some in self._names.values() for name in some)
        self._own = self._by_agent(known)

    def agent_id(self, agent_id: str) -> str:
        """In place of an agent's id; that of a location stays, but for names in it."""
        if agent_id in self._places:
            return self.near().in_id(agent_id)
        return f"agent-{self.agents[agent_id].lower()}"

    def agent_name(self, agent_id: str, place: str = "") -> str:
        """In place of an agent's name; `place` is what a location is called, which stays."""
        if agent_id in self._places:
            return self.near().text(place)
        return f"Agent {self.agents[agent_id]}"

    def customer(self, name: str) -> str:
        """In place of a customer; empty where none is named."""
        return f"Customer {self.customers[name]}" if name else ""

    def reviewer(self, name: str) -> str:
        """In place of somebody who rates or coaches; empty where nobody is named."""
        return f"Reviewer {self._reviewers[name]}" if name else ""

    def shopper(self, shopper_id: str) -> str:
        """In place of who carried a mystery shop out."""
        return f"Shopper {self._shoppers[shopper_id]}"

    def location(self, location_id: str, name: str) -> tuple[str, str]:
        """Id and name of where a shop was held, which may be one agent."""
        if location_id in self.agents:
            return self.agent_id(location_id), self.agent_name(location_id) if name else ""
        return self.near().in_id(location_id), self.near().text(name)

    def hidden(self, text: str, size: int = 8) -> str:
        """Something in place of an id that others could work out again."""
        return blake2b(text.encode(), key=self._key, digest_size=size).hexdigest()

    def near(
        self, agent_id: str = "", customer: str = "", others: Mapping[str, str] | None = None
    ) -> "Near":
        """Names as they are meant in one interaction: its own agent and customer come first.

        Args:
            agent_id: who served.
            customer: as the source names them.
            others: names that only the interaction itself tells, such as those that its transcript
                gives to who speaks, with what stands for each where nobody else knows it.
        """
        own = list(self._own.get(agent_id, ()))
        if customer:
            own += of_person(customer, self.customer(customer))
        known = {name.words for name in own}
        for other, pseudonym in (others or {}).items():
            spoken = of_person(other, pseudonym)
            own += [
                form for form in spoken if not (form.words in known or form.words in self._known)
            ]
        return Near(indexed(own), self._names)

    def _by_agent(self, known: Iterable[AgentRef]) -> dict[str, list[Name]]:
        own: dict[str, list[Name]] = defaultdict(list)
        for agent in known:
            own[agent.id] += of_agent(agent, self.agent_name(agent.id))
        return own

    def _of_shopper(self, shopper_id: str, planned: PlannedPeople) -> list[Name]:
        """The id, the name and its parts."""
        name = planned.shoppers[shopper_id]
        return of_agent(AgentRef(id=shopper_id, name=name), self.shopper(shopper_id))


def _strangers(staff: Iterable[AgentRef], known: Iterable[AgentRef]) -> Iterable[AgentRef]:
    """Those of the plans whom no interaction names by id or name."""
    taken = {folded(word) for agent in known for word in (agent.id, agent.name)}
    return (agent for agent in staff if folded(agent.id) not in taken)


def _identities(known: Iterable[AgentRef], rostered: Iterable[AgentRef]) -> dict[str, str]:
    """By id what tells people apart: who was met under a name of the roster may have an id by now."""
    called: dict[str, set[str]] = defaultdict(set)
    own = {agent.id: agent.id for agent in known}
    for agent in known:
        if agent.name:
            called[folded(agent.name)].add(agent.id)
    for agent in rostered:
        others = called[folded(agent.id)] - {agent.id}
        if agent.id in own and len(others) == 1:
            own[agent.id] = min(others)
    return own


def _reviewers(leads: Mapping[str, str], names: Iterable[str]) -> dict[str, str]:
    """Who rates, coaches, checks or decides, by name and id, with what tells them apart."""
    same = {folded(lead): folded(name or lead) for lead, name in leads.items()}
    known = (*leads, *filter(None, leads.values()), *names)
    return {name: same.get(folded(name), folded(name)) for name in known}


def _codes(key: bytes, kind: Kind, people: Mapping[str, str]) -> dict[str, str]:
    """A code for each name; `people` gives what makes two names one person."""
    length = _LENGTHS[kind]
    full = {identity: _code(key, kind, identity) for identity in people.values()}
    taken = Counter(code[:length] for code in full.values())
    return {
        name: full[identity][: length if taken[full[identity][:length]] == 1 else 2 * length]
        for name, identity in people.items()
    }


def _code(key: bytes, kind: Kind, identity: str) -> str:
    number = int.from_bytes(blake2b(f"{kind}\x1f{identity}".encode(), key=key).digest(), "big")
    digits = []
    for _ in range(2 * max(_LENGTHS.values())):
        number, digit = divmod(number, len(_ALPHABET))
        digits.append(_ALPHABET[digit])
    return "".join(digits)
