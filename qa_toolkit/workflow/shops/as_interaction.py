"""A mystery shop as an interaction, with its words: what everything else knows of it."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import datetime

from qa_toolkit.domain.interaction import SHOP_SOURCE, AgentRef, Interaction, ShopRef
from qa_toolkit.domain.said import folded
from qa_toolkit.domain.shop.log import Mark, ShopLog, measured_s
from qa_toolkit.domain.shop.plan import Location
from qa_toolkit.domain.transcript import Origin, SpeakerRole, Transcript, Turn
from qa_toolkit.domain.wording import minutes
from qa_toolkit.scorecards.shop_facts import BEGAN, MET
from qa_toolkit.shops.notes import Note, notes_of, recording_of, turns_of
from qa_toolkit.workflow.shops.shops import OpenShop

_UNHEARD = "the recording of this shop was not transcribed"
_MINUTE_S = 60
NOTED = Origin(engine="shop")
"""The origin of words that a shopper wrote."""


def interaction_of(opened: OpenShop, log: ShopLog, agents: Sequence[AgentRef]) -> Interaction:
    """The shop as an interaction without a customer; its id is the shop's.

    Args:
        opened: the shop.
        log: what was noted of it.
        agents: those the project knows.
    """
    scenario, location = opened.scenario.scenario, opened.location
    return Interaction(
        id=opened.shop.id,
        channel=scenario.channel,
        agent=_agent(log, location, agents),
        content_hash=_hash(log),
        source=SHOP_SOURCE,
        started_at=_began(opened, log),
        language=scenario.language,
        queue=location.id if location.kind == "queue" else "",
        extra=dict(scenario.metadata),
        shop=ShopRef(
            id=opened.shop.id,
            location=location.id,
            location_name=location.name,
            scenario=scenario.id,
            shopper=opened.shopper.id,
            plan=opened.plan.id,
            told=tuple(_told(opened, log)),
        ),
    )


def transcript_of(opened: OpenShop, log: ShopLog, spoken: Transcript | None = None) -> Transcript:
    """What was said, where that was recorded and transcribed; then what the shopper noted.

    A recording without its words is told as a remark.

    Who plays a customer is none: those turns are the shopper's own.
    """
    notes = turns_of(notes_of(log, opened.form))
    language = opened.scenario.scenario.language
    if spoken is None:
        return Transcript(
            interaction_id=opened.shop.id,
            turns=notes,
            origin=NOTED,
            duration_s=_length_s(log),
            language=language,
            remarks=(_UNHEARD,) if recording_of(log) else (),
        )
    return replace(
        spoken,
        interaction_id=opened.shop.id,
        turns=(*(_played(turn) for turn in spoken.turns), *notes),
        duration_s=spoken.duration_s or _length_s(log),
        audio=None,
    )


def notes_and_place(
    opened: OpenShop, log: ShopLog, transcript: Transcript
) -> tuple[tuple[Note, ...], int]:
    """The notes of a log, and the index of the first one's turn in its transcript."""
    notes = notes_of(log, opened.form)
    return notes, len(transcript.turns) - len(notes)


def _told(opened: OpenShop, log: ShopLog) -> Iterator[tuple[str, str]]:
    """What was noted beside the ratings: who was met, when, and what was brought back."""
    measured = {name: value for name, value in measured_s(log.marks).items() if value >= 0}
    facts = (
        (MET, log.staff),
        ("Met, as described", "" if log.staff else log.staff_description),
        ("Reference", log.reference),
        (BEGAN, _clock(_began(opened, log))),
        ("Answered after", _seconds(measured.get("wait"))),
        ("On hold", _seconds(measured.get("hold") or None)),
        ("Lasted", _seconds(measured.get("duration"))),
        ("Evidence", "; ".join(f"{one.name} ({one.kind})" for one in log.attachments)),
    )
    return ((name, value) for name, value in facts if value)


def _began(opened: OpenShop, log: ShopLog) -> datetime | None:
    """By the clock of the location, whatever device it was noted on."""
    moment = log.moment(Mark.START)
    return None if moment is None else moment.astimezone(opened.zone)


def _clock(moment: datetime | None) -> str:
    return "" if moment is None else moment.isoformat(sep=" ", timespec="seconds")


def _seconds(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.0f} s" if value < _MINUTE_S else minutes(value)


def _played(turn: Turn) -> Turn:
    if turn.speaker is not SpeakerRole.CUSTOMER:
        return turn
    return replace(turn, speaker=SpeakerRole.SHOPPER)


def _length_s(log: ShopLog) -> float | None:
    length = measured_s(log.marks).get("duration")
    return length if length is not None and length >= 0 else None


def _agent(log: ShopLog, location: Location, agents: Sequence[AgentRef]) -> AgentRef:
    """Who was met, where the project or the roster knows the name; else the location itself."""
    met = folded(log.staff)
    known = {
        agent.id: agent
        for agent in agents
        if met and met in (agent.id.casefold(), agent.name.casefold())
    }
    if len(known) == 1:
        agent = next(iter(known.values()))
        return replace(agent, team=location.team or agent.team)
    rostered = next((name for name in location.staff if met == name.casefold()), "")
    if rostered and not known:
        return AgentRef(id=rostered, team=location.team)
    return AgentRef(id=location.id, name=location.name, team=location.team)


def _hash(log: ShopLog) -> str:
    text = json.dumps(asdict(log), default=str, sort_keys=True)
    return hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=16).hexdigest()
