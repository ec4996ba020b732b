"""Which monitored contacts belong to the location of a shop."""

from typing import Any

import pytest

from qa_toolkit.domain.interaction import AgentRef, Channel, Interaction
from qa_toolkit.domain.shop.plan import Location
from qa_toolkit.workflow.shops.final import is_at

NORTH = Location.model_validate({"id": "north", "name": "North desk", "staff": ["Dana Fox"]})


@pytest.mark.parametrize(
    ("contact", "belongs"),
    [
        ({"queue": "NORTH"}, True),
        ({"queue": "north desk"}, True),
        ({"queue": "south"}, False),
        ({"agent": AgentRef(id="a1", name="dana fox")}, True),
        ({"agent": AgentRef(id="Dana Fox")}, True),
        ({"agent": AgentRef(id="north")}, True),
        ({"agent": AgentRef(id="a1", name="Eli Wood")}, False),
        ({"agent": AgentRef(id="")}, False),
    ],
    ids=["queue", "name", "other queue", "roster", "id on the roster", "agent", "other", "nobody"],
)
def test_a_contact_belongs_by_its_queue_or_by_who_served(
    contact: dict[str, Any], *, belongs: bool
) -> None:
    about: dict[str, Any] = {"agent": AgentRef(id="a2"), "queue": ""} | contact
    call = Interaction(id="c", channel=Channel.CALL, content_hash="", source="", **about)
    assert is_at(NORTH, call) is belongs
