"""The rows of the workbook form, from top to bottom, before they are laid out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from qa_toolkit.domain.answer import NOT_APPLICABLE, NOT_APPLICABLE_LABEL, Answer, chosen
from qa_toolkit.domain.shop.form import FormQuestion, FormSection, ShopForm
from qa_toolkit.domain.shop.log import REQUIRED_MARKS, Mark, ShopLog, TimeMark
from qa_toolkit.domain.shop.shown import NONE_OF_THESE
from qa_toolkit.shops.forms import layout
from qa_toolkit.shops.forms.answers import labels
from qa_toolkit.shops.forms.moments import Clock
from qa_toolkit.shops.forms.values import Occasion

Kind = Literal[
    "heading", "subheading", "note", "text", "time", "info", "question", "option", "comment",
    "story", "file", "more",
]  # fmt: skip
Value = str | int | float | datetime | None
_MEANT = {
    Mark.START: "The call rings, the door opens, the first message is sent.",
    Mark.ANSWERED: "The first person, not a machine, speaks or writes.",
    Mark.END: "The last word, the door closes.",
}
_TEXTS = (
    ("staff", "Name of the person you met", "As they said or wrote it."),
    ("staff_description", "Or a description", "Where no name was given."),
    ("location", "Location", "Where it was held."),
    ("reference", "Reference", "Number of the ticket, order or receipt."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of the form.

    Attributes:
        key: by which it is read back; empty for what is only read by people.
        about: id of the question, section or field it belongs to.
        answer, comment: what the draft says.
        question: whose answer it takes.
        section: whose questions stand in its part of the form.
        required: whether it counts as missing while it is empty.
    """

    kind: Kind
    key: str = ""
    about: str = ""
    number: str = ""
    text: str = ""
    note: str = ""
    answer: Value = None
    comment: str = ""
    question: FormQuestion | None = None
    section: FormSection | None = None
    required: bool = False


def lines_of(form: ShopForm, log: ShopLog, occasion: Occasion) -> tuple[Line, ...]:
    """All rows below the heading of the columns."""
    return (
        *_identification(log, occasion),
        *_times(form, log, occasion),
        *_questions(form, log),
        *_story(form, log),
        *_files(form, log),
    )


def _identification(log: ShopLog, occasion: Occasion) -> Iterator[Line]:
    yield Line(kind="heading", text="Who and where")
    said = {
        "staff": log.staff,
        "staff_description": log.staff_description,
        "location": location_label(log.location, occasion),
        "reference": log.reference,
    }
    for name, text, note in _TEXTS:
        yield Line(
            kind="text",
            key=layout.key(layout.TEXT, name),
            about=name,
            text=text,
            note=note,
            answer=said[name],
            required=name in ("staff", "location"),
        )


def location_label(known: str, occasion: Occasion) -> str:
    """A location as the drop-down offers it: its name, and its id behind that."""
    name = occasion.locations.get(known, "")
    return f"{name} ({known})" if name else known


def _times(form: ShopForm, log: ShopLog, occasion: Occasion) -> Iterator[Line]:
    clock = Clock(day=occasion.day, zone=occasion.zone)
    yield Line(kind="heading", text="Times")
    note = f"By the clock there ({occasion.zone}), such as 14:05 or 14:05:30. A time before the start counts as past midnight; of any other day, write the day too: {occasion.day} 14:05:30."
    yield Line(kind="note", text=note)
    for number, (mark, press) in enumerate(_presses(form, log.marks)):
        yield Line(
            kind="time",
            key=layout.key(layout.TIME, mark, str(number)),
            about=mark,
            text=mark.shown,
            note=_MEANT.get(mark, ""),
            answer=_moment(press, clock),
            required=mark in REQUIRED_MARKS,
        )


def _presses(
    form: ShopForm, pressed: tuple[TimeMark, ...]
) -> Iterator[tuple[Mark, TimeMark | None]]:
    """The rows of times in their order; presses that do not fit into it get rows of their own."""
    usual: list[Mark] = []
    for mark in form.marks:
        if mark is Mark.HOLD:
            usual += [Mark.HOLD, Mark.RESUMED] * layout.HOLDS
        elif mark is not Mark.RESUMED:
            usual.append(mark)
    for press in pressed:
        if press.mark in usual:
            while usual[0] is not press.mark:
                yield usual.pop(0), None
            usual.pop(0)
        yield press.mark, press
    yield from ((mark, None) for mark in usual)


def _moment(press: TimeMark | None, clock: Clock) -> Value:
    """A moment by the clock of the place; as text where that showed it twice."""
    if press is None:
        return None
    shown = clock.shown(press.at)
    moment = datetime.fromisoformat(shown)
    return moment if moment.tzinfo is None else shown


def _questions(form: ShopForm, log: ShopLog) -> Iterator[Line]:
    number = 0
    for section in form.sections:
        yield Line(kind="heading", text=section.title)
        if section.guidance:
            yield Line(kind="note", text=section.guidance)
        heading = ""
        for question in section.questions:
            if question.heading and question.heading != heading:
                yield Line(kind="subheading", text=question.heading)
            heading = question.heading
            number += 1
            yield from _question(question, str(number), log)
        yield Line(
            kind="comment",
            key=layout.key(layout.SECTION, section.id),
            about=section.id,
            text=f"Comment on: {section.title}",
            note="Facts, in the past tense. Every section needs one.",
            answer=log.comments.get(section.id, ""),
            section=section,
            required=True,
        )


def _question(question: FormQuestion, number: str, log: ShopLog) -> Iterator[Line]:
    noted = log.observation(question.id)
    yield Line(
        kind="info" if question.type == "info" else "question",
        key="" if question.type == "info" else layout.key(layout.ASKED, question.id),
        about=question.id,
        number=number,
        text=question.text,
        note=_note(question),
        answer=_shown(question, noted.answer),
        comment=noted.comment,
        question=question,
        required=question.required and question.measure is None,
    )
    if question.type == "multi_choice":
        picked = chosen(noted.answer) if noted.answer is not None else frozenset()
        for value, text in labels(question).items():
            yield Line(
                kind="option",
                key=layout.key(layout.OPTION, question.id, value),
                about=question.id,
                text=text,
                answer=layout.CHOSEN if value in picked else None,
                question=question,
            )


def _note(question: FormQuestion) -> str:
    parts = [question.guidance]
    if question.type == "number" and question.unit:
        parts.append(f"In {question.unit}.")
    if question.measure:
        parts.append("Left empty, it is taken from the times above.")
    if question.type == "multi_choice":
        parts.append(f"An {layout.CHOSEN} beside each that holds.")
    if question.type == "text":
        parts.append("It may be left out.")
    return " ".join(filter(None, parts))


def _shown(question: FormQuestion, answer: Answer | None) -> Value:
    """An answer as its cell shows it."""
    if answer is None:
        return None
    if answer == NOT_APPLICABLE and question.type != "text":
        return NOT_APPLICABLE_LABEL
    if question.type == "multi_choice":
        return None if chosen(answer) else NONE_OF_THESE
    if isinstance(answer, str | int | float):
        return labels(question).get(str(answer), answer)
    return None


def _story(form: ShopForm, log: ShopLog) -> Iterator[Line]:
    yield Line(kind="heading", text="The story")
    yield Line(
        kind="story",
        key=layout.key(layout.TEXT, "narrative"),
        about="narrative",
        text="What happened, in its order and in the past tense: facts, no advice.",
        answer=log.narrative,
        required=form.narrative_words > 0,
    )


def _files(form: ShopForm, log: ShopLog) -> Iterator[Line]:
    yield Line(kind="heading", text="Evidence")
    note = "Names of files that lie beside this workbook, such as photos/shelf.jpg."
    if log.attachments:
        kept = "; ".join(f"{one.name} ({one.kind})" for one in log.attachments)
        note += f" Attached already: {kept}."
    yield Line(kind="note", text=note)
    there = {one.kind for one in log.attachments}
    for number, wanted in enumerate(form.evidence):
        yield Line(
            kind="file",
            key=layout.key(layout.FILE, str(number), wanted.kind),
            text=wanted.text,
            note="" if wanted.required else "It may be missing.",
            answer=wanted.kind,
            required=wanted.required and wanted.kind not in there,
        )
    for number in range(len(form.evidence), len(form.evidence) + layout.MORE_FILES):
        yield Line(
            kind="more", key=layout.key(layout.FILE, str(number)), text="Another file, of the kind"
        )
