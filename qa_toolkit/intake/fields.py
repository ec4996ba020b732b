"""The fields every source of interactions shares, from text to the domain's values."""

import re
from collections.abc import Mapping
from datetime import datetime

from qa_toolkit.domain.interaction import AgentRef, Channel, Interaction, Recording
from qa_toolkit.errors import Unusable
from qa_toolkit.intake.text import usable_id

INTERACTION_FIELDS = frozenset(
    ("id", "agent", "agent_name", "team", "started_at", "customer", "queue", "language")
)
NO_AGENT = "the interaction names no agent"

_LANGUAGE = re.compile(r"([a-z]{2,3})([-_][a-z0-9]+)*")
_CHANNELS = {channel.value: channel for channel in Channel}


def make_interaction(
    values: Mapping[str, str],
    *,
    channel: Channel,
    content_hash: str,
    source: str,
    started_at: datetime | None,
    recording: Recording | None = None,
    extra: Mapping[str, str],
) -> Interaction:
    """An interaction from the text of its fields.

    Raises:
        Unusable: the id or the language cannot be used.
    """
    get = values.get
    return Interaction(
        id=usable_id(get("id", "")),
        channel=channel,
        agent=AgentRef(id=get("agent", ""), name=get("agent_name", ""), team=get("team", "")),
        content_hash=content_hash,
        source=source,
        started_at=started_at,
        language=language_code(get("language", "")),
        queue=get("queue", ""),
        customer=get("customer", ""),
        recording=recording,
        extra=extra,
    )


def language_code(text: str) -> str:
    """`en` for `en`, `EN` and `en-GB`; empty stays empty.

    Raises:
        Unusable: it is not a language code.
    """
    if not text:
        return ""
    found = _LANGUAGE.fullmatch(text.lower())
    if not found:
        raise Unusable(f"language {text!r} is not a code", hint="write a code such as en or en-GB")
    return found[1]


def channel_named(text: str) -> Channel:
    """The channel of that name.

    Raises:
        Unusable: there is no such channel.
    """
    channel = _CHANNELS.get(text.lower())
    if channel is None:
        raise Unusable(f"unknown channel {text!r}", hint=f"use one of {', '.join(_CHANNELS)}")
    return channel
