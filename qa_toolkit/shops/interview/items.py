"""What the form asks for one after the other, by what was noted so far."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from qa_toolkit.domain.shop.form import FormQuestion, FormSection, ShopForm
from qa_toolkit.domain.shop.log import REQUIRED_MARKS, ShopLog
from qa_toolkit.shops.checks.words import words


class Kind(StrEnum):
    """What an item asks for."""

    STAFF = "staff"
    DESCRIPTION = "description"
    LOCATION = "location"
    REFERENCE = "reference"
    TIMES = "times"
    QUESTION = "question"
    REASON = "reason"
    """The comment that a "No" needs."""
    COMMENT = "comment"
    """The comment of a section."""
    NARRATIVE = "narrative"
    EVIDENCE = "evidence"
    REVIEW = "review"


TEXTS = frozenset(
    {
        Kind.STAFF,
        Kind.DESCRIPTION,
        Kind.REFERENCE,
        Kind.REASON,
        Kind.COMMENT,
        Kind.NARRATIVE,
    }
)
"""Answered in the shopper's own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that is asked for at a time.

    Attributes:
        id: unique in a form, and the same in every session: `times`, `welcome.greeted`,
            `welcome.greeted comment`, `welcome comment`.
        where: as findings name the place.
        section: the title it stands under.
        question: of a question and of the reason for its answer.
        notices: what the form says before it and nobody answers.
        required: whether a log is not complete without it.
        done: whether it has what it asks for.
    """

    id: str
    kind: Kind
    where: str
    section: str
    question: FormQuestion | None = None
    notices: tuple[str, ...] = ()
    required: bool = True
    done: bool = False


def items_of(form: ShopForm, log: ShopLog) -> tuple[Item, ...]:
    """The items in their order, only those that the answers leave to be asked; review is last."""
    return (
        *_identification(log),
        _item(Kind.TIMES, "Times", done=times_complete(log)),
        *(item for section in form.sections for item in _of_section(section, form, log)),
        _item(
            Kind.NARRATIVE,
            "The story",
            done=bool(log.narrative) and len(words(log.narrative)) >= form.narrative_words,
            required=form.narrative_words > 0,
        ),
        *_evidence(form, log),
        _item(Kind.REVIEW, "Review"),
    )


def times_complete(log: ShopLog) -> bool:
    """Whether start, answered and end were pressed."""
    return all(log.moment(mark) is not None for mark in REQUIRED_MARKS)


def _identification(log: ShopLog) -> Iterator[Item]:
    title = "Who and where"
    yield _item(Kind.STAFF, title, done=bool(log.staff), required=False)
    if not log.staff:
        yield _item(Kind.DESCRIPTION, title, done=bool(log.staff_description), where="staff")
    yield _item(Kind.LOCATION, title, done=bool(log.location))
    yield _item(Kind.REFERENCE, title, done=bool(log.reference), required=False)


def _of_section(section: FormSection, form: ShopForm, log: ShopLog) -> Iterator[Item]:
    asked = {one.id for one in form.asked(log.answers())}
    notices = [section.guidance] if section.guidance else []
    answerable = False
    for question in section.questions:
        if question.id not in asked:
            continue
        if question.type == "info":
            notices.append(question.text)
            continue
        noted = log.observation(question.id)
        answerable = True
        yield Item(
            id=question.id,
            kind=Kind.QUESTION,
            where=question.id,
            section=section.title,
            question=question,
            notices=tuple(notices),
            required=question.required,
            done=noted.answer is not None,
        )
        notices = []
        if question.needs_comment(noted.answer):
            yield Item(
                id=f"{question.id} comment",
                kind=Kind.REASON,
                where=question.id,
                section=section.title,
                question=question,
                done=bool(noted.comment),
            )
    if answerable:
        yield Item(
            id=f"{section.id} comment",
            kind=Kind.COMMENT,
            where=section.id,
            section=section.title,
            notices=tuple(notices),
            done=bool(log.comments.get(section.id)),
        )


def _evidence(form: ShopForm, log: ShopLog) -> Iterator[Item]:
    kinds = Counter(one.kind for one in log.attachments)
    required = Counter(one.kind for one in form.evidence if one.required)
    yield _item(
        Kind.EVIDENCE,
        "Evidence",
        done=bool(kinds) and required <= kinds,
        required=bool(required),
    )


def _item(
    kind: Kind, section: str, *, done: bool = False, required: bool = True, where: str = ""
) -> Item:
    return Item(
        id=kind.value,
        kind=kind,
        where=where or kind.value,
        section=section,
        required=required,
        done=done,
    )
