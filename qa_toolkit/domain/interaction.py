"""One contact with a customer, as it was found: who served, when, how, and where it lies."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from qa_toolkit.domain.transcript import SpeakerRole

SHOP_SOURCE = "mystery shop"
"""The source of an interaction that was a mystery shop: no file."""


class Channel(StrEnum):
    """How the contact took place."""

    CALL = "call"
    CHAT = "chat"
    EMAIL = "email"
    SMS = "sms"
    SOCIAL = "social"
    VISIT = "visit"

    @property
    def shown(self) -> str:
        """`E-mail`, as headings and tables name it."""
        return _SHOWN[self]

    @property
    def contacts(self) -> str:
        """`e-mails`: several contacts of this channel, within a sentence."""
        return _CONTACTS[self]


_SHOWN = {
    Channel.CALL: "Call",
    Channel.CHAT: "Chat",
    Channel.EMAIL: "E-mail",
    Channel.SMS: "SMS",
    Channel.SOCIAL: "Social media",
    Channel.VISIT: "Visit",
}
_CONTACTS = {
    Channel.CALL: "calls",
    Channel.CHAT: "chats",
    Channel.EMAIL: "e-mails",
    Channel.SMS: "text messages",
    Channel.SOCIAL: "social media",
    Channel.VISIT: "visits",
}


class AudioSide(StrEnum):
    """One side of a stereo recording."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentRef:
    """The person being coached."""

    id: str
    name: str = ""
    team: str = ""

    @property
    def shown(self) -> str:
        """The name to print: the person's name, or the id where no name is known."""
        return self.name or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """The audio file of a call.

    Attributes:
        path: where the file was at the last import, absolute.
        agent_side: the stereo side the agent speaks on, where metadata says so.
        channels: whose voice each audio channel carries, where metadata says so.
    """

    path: str
    agent_side: AudioSide | None = None
    channels: tuple[SpeakerRole, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopRef:
    """The mystery shop that an interaction was: staged, and judged by who played the customer.

    Attributes:
        id: of the assignment; the interaction's own.
        location: where it was held: a shop, a queue or an agent.
        location_name: as people call it; empty where only the id is known.
        shopper: id of who carried it out.
        told: what was noted beside the ratings, such as times, as pairs of name and value.
    """

    id: str
    location: str
    scenario: str
    shopper: str
    plan: str
    location_name: str = ""
    told: tuple[tuple[str, str], ...] = ()

    @property
    def place(self) -> str:
        """The location as people call it, or its id."""
        return self.location_name or self.location


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """One contact with a customer: a call or a chat.

    Attributes:
        id: stable over imports.
        started_at: with time zone; None where the source does not say.
        content_hash: BLAKE2b of the recording's bytes or of the chat's words, in hex. Equal
            hashes are the same contact; a new hash under an old id is a changed file.
        source: the file (and line) it came from, for messages.
        extra: every column of the source that has no field of its own.
        shop: the mystery shop it was; None where the customer was real.
    """

    id: str
    channel: Channel
    agent: AgentRef
    content_hash: str
    source: str
    started_at: datetime | None = None
    language: str = ""
    queue: str = ""
    customer: str = ""
    recording: Recording | None = None
    extra: Mapping[str, str] = field(default_factory=dict)
    shop: ShopRef | None = None

    @property
    def staged(self) -> bool:
        """Whether the customer was a mystery shopper."""
        return self.shop is not None

    def facts(self) -> dict[str, str]:
        """What is known about it, by lower-case name: its own fields, then every extra column.

        Of a mystery shop also `staged`, which is then `yes`, `location` and `scenario`.
        """
        own = {
            "channel": self.channel.value,
            "agent": self.agent.id,
            "team": self.agent.team,
            "queue": self.queue,
            "customer": self.customer,
            "language": self.language,
            "started_at": self.started_at.isoformat() if self.started_at else "",
        }
        if self.shop is not None:
            own |= {
                "staged": "yes",
                "location": self.shop.location,
                "scenario": self.shop.scenario,
            }
        extra = {name.casefold(): value for name, value in self.extra.items()}
        return extra | {name: value for name, value in own.items() if value}
