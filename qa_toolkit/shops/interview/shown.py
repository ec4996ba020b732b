"""Noted things as people read them."""

from datetime import datetime, tzinfo

from qa_toolkit.domain.shop.log import Attachment, Mark, ShopLog, measured_s
from qa_toolkit.domain.shop.shown import answer_shown
from qa_toolkit.domain.wording import counted, minutes, size_shown
from qa_toolkit.shops.checks.words import words
from qa_toolkit.shops.interview.items import Item, Kind
from qa_toolkit.shops.interview.notes import text_of
from qa_toolkit.shops.interview.state import Interview

_NAMES = {
    Kind.STAFF: "name of the person",
    Kind.DESCRIPTION: "description of the person",
    Kind.LOCATION: "location",
    Kind.REFERENCE: "reference",
    Kind.TIMES: "times",
    Kind.NARRATIVE: "the story",
    Kind.EVIDENCE: "evidence",
    Kind.REVIEW: "review",
}
TRANSCRIBED = "its words are transcribed after it is submitted"


def name_of(item: Item) -> str:
    """What an item is called in one line."""
    if item.kind is Kind.COMMENT:
        return f"comment on {item.section}"
    if item.question is None:
        return _NAMES[item.kind]
    return f"reason: {item.question.text}" if item.kind is Kind.REASON else item.question.text


def noted_shown(interview: Interview, item: Item) -> str:
    """What stands in the log under an item; empty where nothing does."""
    log = interview.log
    match item.kind:
        case Kind.TIMES:
            return times_told(log, interview.basis.zone)
        case Kind.LOCATION:
            return location_shown(interview, log.location) if log.location else ""
        case Kind.EVIDENCE:
            return "; ".join(attachment_shown(one) for one in log.attachments)
        case Kind.QUESTION if item.question is not None:
            noted = log.observation(item.where)
            return "" if noted.answer is None else answer_shown(item.question, noted.answer)
        case _:
            return text_of(log, item)


def location_shown(interview: Interview, location: str) -> str:
    """The name of a location with its id."""
    names = {one.id: one.name for one in interview.basis.locations}
    name = names.get(location, "")
    return f"{name} ({location})" if name and name != location else location


def times_told(log: ShopLog, zone: tzinfo) -> str:
    """The presses with their times and what they come to."""
    presses = [f"{one.mark.value} {clock(one.at, zone)}" for one in log.marks]
    found = measured_s(log.marks)
    spans = [
        f"{name} {_span(found[measure])}"
        for measure, name in (("wait", "waited"), ("hold", "on hold"), ("duration", "in all"))
        if measure in found and (measure != "hold" or log.moment(Mark.HOLD))
    ]
    return ", ".join(presses) + (f" ({', '.join(spans)})" if spans else "")


def clock(moment: datetime, zone: tzinfo) -> str:
    """`09:00:20` by the clock of the location."""
    return f"{moment.astimezone(zone):%H:%M:%S}"


def attachment_shown(attachment: Attachment) -> str:
    """`recording: call.wav (1.2 MB)`."""
    return f"{attachment.kind}: {attachment.name} ({size_shown(attachment.size)})"


def attachment_told(attachment: Attachment) -> str:
    """What to say when it was kept."""
    later = f"; {TRANSCRIBED}" if attachment.kind == "recording" else ""
    return f"attached {attachment_shown(attachment)}{later}"


def evidence_asked(interview: Interview) -> tuple[str, ...]:
    """What the scenario asks to bring back, one line each, with what is there."""
    there = {one.kind for one in interview.log.attachments}
    return tuple(
        f"{one.kind}: {one.text}"
        + ("" if one.required else " (if you have it)")
        + (" - attached" if one.kind in there else "")
        for one in interview.basis.form.evidence
    )


def too_short(interview: Interview) -> str:
    """What to say of a story with fewer words than the scenario asks for."""
    told = counted(len(words(interview.log.narrative)), "word")
    least = interview.basis.form.narrative_words
    return f"{told}, at least {least} are asked for; it is kept: go on writing, or :skip"


def _span(seconds: float) -> str:
    return f"-{minutes(-seconds)}" if seconds < 0 else minutes(seconds)
