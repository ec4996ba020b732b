"""Pseudonyms: short names in place of people's, the same for the same person in every export.

A pseudonym is a keyed hash, so without the key nobody can work out from a list of names whose it
is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
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

Kind = Literal["agent", "customer", "reviewer"]
_ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ"
"""No vowels, so that no pseudonym is a word; nothing that reads as something else."""
_LENGTHS: Mapping[Kind, int] = {"agent": 5, "reviewer": 5, "customer": 7}
"""Enough for 500 agents and 20,000 customers to have all different ones, but once in 100 projects."""


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
    ) -> None:
        """Give everybody a code, made longer for those whose codes are equal."""
        known = tuple(agents)
        self._key = key
        self.agents = _codes(key, "agent", {agent.id: agent.id for agent in known})
        self.customers = _codes(key, "customer", {name: folded(name) for name in customers})
        self._reviewers = _codes(key, "reviewer", {name: folded(name) for name in reviewers})
        everybody = [
            *(form for agent in known for form in of_agent(agent, self.agent_name(agent.id))),
            *(form for name in self._reviewers for form in of_person(name, self.reviewer(name))),
            *(whole(name, self.customer(name)) for name in self.customers),
        ]
        self._names = indexed(everybody)
        self._known = frozenset(name.words for some in self._names.values() for name in some)
        self._own = self._by_agent(known)

    def agent_id(self, agent_id: str) -> str:
        """In place of an agent's id."""
        return f"agent-{self.agents[agent_id].lower()}"

    def agent_name(self, agent_id: str) -> str:
        """In place of an agent's name."""
        return f"Agent {self.agents[agent_id]}"

    def customer(self, name: str) -> str:
        """In place of a customer; empty where none is named."""
        return f"Customer {self.customers[name]}" if name else ""

    def reviewer(self, name: str) -> str:
        """In place of somebody who rates or coaches; empty where nobody is named."""
        return f"Reviewer {self._reviewers[name]}" if name else ""

    def hidden(self, text: str, size: int = 8) -> str:
        """Something in place of an id that others could work out again."""
        return blake2b(text.encode(), key=self._key, digest_size=size).hexdigest()

    def near(self, agent_id: str = "", customer: str = "", voices: Iterable[str] = ()) -> "Near":
        """Names as they are meant in one interaction: its own agent and customer come first.

        Args:
            agent_id: who served.
            customer: as the source names them.
            voices: names that the transcript itself gives to who speaks. Those nobody else knows
                become `Speaker 1`, `Speaker 2` in this interaction.
        """
        own = list(self._own.get(agent_id, ()))
        if customer:
            own += of_person(customer, self.customer(customer))
        known = {name.words for name in own}
        for number, voice in enumerate(voices, start=1):
            spoken = of_person(voice, f"Speaker {number}")
            own += [
                form for form in spoken if not (form.words in known or form.words in self._known)
            ]
        return Near(indexed(own), self._names)

    def _by_agent(self, known: Iterable[AgentRef]) -> dict[str, list[Name]]:
        own: dict[str, list[Name]] = defaultdict(list)
        for agent in known:
            own[agent.id] += of_agent(agent, self.agent_name(agent.id))
        return own


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
