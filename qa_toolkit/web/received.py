"""A log as the page sends it, read strictly: what no page of ours would send is refused."""

from collections import Counter
from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.said import MOST_NAME, tidy, too_long
from qa_toolkit.domain.shop.form import FormQuestion, ShopForm
from qa_toolkit.domain.shop.log import (
    MOST_CHARACTERS,
    Attachment,
    Mark,
    Observation,
    ShopLog,
    TimeMark,
)
from qa_toolkit.domain.shop.scenario import EvidenceKind
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.interview.numbers import whole
from qa_toolkit.web.links import is_seal, seal_of

_MOST_NUMBER = 2**53 - 1
"""Beyond it a script counts in steps of more than one."""
_YEARS = range(1970, 9999)
"""What every time zone can show; a phone that lost its time begins with the first of them."""
_HINT = "reload the page; what you noted stays on the phone"


def _in_a_year(moment: datetime) -> datetime:
    if moment.year not in _YEARS:
        raise ValueError(f"there is no time in the year {moment.year}")
    return moment


Name = Annotated[str, Field(max_length=MOST_NAME), AfterValidator(tidy)]
Comment = Annotated[str, Field(max_length=MOST_CHARACTERS["comment"]), AfterValidator(tidy)]
Description = Annotated[
    str, Field(max_length=MOST_CHARACTERS["staff_description"]), AfterValidator(tidy)
]
Story = Annotated[str, Field(max_length=MOST_CHARACTERS["narrative"]), AfterValidator(tidy)]
Moment = Annotated[AwareDatetime, AfterValidator(_in_a_year)]


_Given = bool | int | float | str | list[str]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Press(_Part):
    mark: Mark
    at: Moment


class _Noted(_Part):
    question: Name
    answer: _Given | None = None
    comment: Comment = ""


class _Sent(_Part):
    """An attachment that the server has already; its seal says that it said so."""

    hash: Name
    name: Name
    kind: EvidenceKind
    media_type: Name
    size: int
    taken_at: datetime | None = None
    seal: Name


class _Log(_Part):
    staff: Name = ""
    staff_description: Description = ""
    location: Name = ""
    reference: Name = ""
    marks: Annotated[tuple[_Press, ...], Field(max_length=200)] = ()
    observations: Annotated[tuple[_Noted, ...], Field(max_length=1000)] = ()
    comments: Annotated[dict[Name, Comment], Field(max_length=200, default_factory=dict)]
    narrative: Story = ""
    attachments: Annotated[tuple[_Sent, ...], Field(max_length=100)] = ()


class Received(_Part):
    """What the page sends to have a log kept or handed in.

    Attributes:
        form: the version of the form that it was filled in on.
        revision: of the draft that it was made from.
        clock: the phone's time when it was sent, with its offset.
    """

    form: Name
    revision: Annotated[int, Field(ge=0)]
    clock: Moment
    log: _Log


def received(body: bytes) -> Received:
    """What the page sent.

    Raises:
        UsageError: it is nothing that the page sends; says where.
    """
    try:
        return Received.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"])) or "the request"
        if first["type"] == "string_too_long":
            most = first["ctx"]["max_length"]
            what = f"a text is too long ({place.removeprefix('log.')}): {most:,} characters at most"
            raise UsageError(what, hint="shorten it") from error
        raise UsageError(f"{place}: {first['msg']}", hint=_HINT) from error


def log_of(sent: Received, form: ShopForm, start: ShopLog, key: bytes) -> ShopLog:
    """The log that the page sent, for the shop and the shopper of `start`.

    Raises:
        UsageError: an answer that the form does not have, an answer given twice, or an attachment
            that nobody sent.
    """
    if sent.form != form.hash:
        raise UsageError("this page is of another version of the form", hint=_HINT)
    questions = {question.id: question for question in form.questions()}
    noted = [one.question for one in sent.log.observations]
    unknown = [name for name in noted if name not in questions]
    unknown += sent.log.comments.keys() - {section.id for section in form.sections}
    if unknown:
        raise UsageError(f"the form has no '{unknown[0]}'", hint=_HINT)
    twice = [name for name, times in Counter(noted).items() if times > 1]
    if twice:
        raise UsageError(f"'{twice[0]}' is answered twice", hint=_HINT)
    log = sent.log
    return ShopLog(
        shop=start.shop,
        scenario_hash=start.scenario_hash,
        shopper=start.shopper,
        staff=log.staff,
        staff_description=log.staff_description,
        location=log.location,
        reference=log.reference,
        marks=tuple(TimeMark(mark=one.mark, at=one.at) for one in log.marks),
        observations=tuple(
            Observation(
                question=one.question,
                answer=_answer(questions[one.question], one.answer),
                comment=one.comment,
            )
            for one in log.observations
        ),
        comments=log.comments,
        narrative=log.narrative,
        attachments=tuple(_attachment(one, start.shop, key) for one in log.attachments),
    )


def log_document(log: ShopLog, key: bytes) -> dict[str, object]:
    """A log as the page reads it."""
    return {
        "staff": log.staff,
        "staff_description": log.staff_description,
        "location": log.location,
        "reference": log.reference,
        "marks": [{"mark": one.mark.value, "at": one.at.isoformat()} for one in log.marks],
        "observations": [
            {
                "question": one.question,
                "answer": _plain(one.answer),
                "comment": one.comment,
            }
            for one in log.observations
        ],
        "comments": dict(log.comments),
        "narrative": log.narrative,
        "attachments": [attachment_document(one, log.shop, key) for one in log.attachments],
    }


def attachment_document(one: Attachment, shop: str, key: bytes) -> dict[str, object]:
    """An attachment as the page keeps it, with the seal by which it is known again."""
    taken_at = one.taken_at.isoformat() if one.taken_at else None
    return {
        "hash": one.hash,
        "name": one.name,
        "kind": one.kind,
        "media_type": one.media_type,
        "size": one.size,
        "taken_at": taken_at,
        "seal": seal_of(key, shop, *_facts(one)),
    }


def _attachment(sent: _Sent, shop: str, key: bytes) -> Attachment:
    one = Attachment(**sent.model_dump(exclude={"seal"}))
    if not is_seal(key, sent.seal, shop, *_facts(one)):
        raise UsageError(f"the file '{one.name}' did not arrive", hint="attach it again")
    return one


def _facts(one: Attachment) -> tuple[str, ...]:
    taken_at = one.taken_at.isoformat() if one.taken_at else ""
    return one.hash, one.name, one.kind, one.media_type, str(one.size), taken_at


def _answer(question: FormQuestion, given: _Given | None) -> Answer | None:
    """An answer in the type in which logs hold it."""
    values = {choice.value for choice in question.choices}
    match given:
        case bool():
            pass
        case None:
            return None
        case "na" if question.na_allowed:
            return given
        case str() if question.type == "text" and not too_long(given, MOST_CHARACTERS["answer"]):
            return tidy(given) or None
        case str() if question.type in ("yes_no", "choice") and given in values:
            return given
        case int() if question.type == "scale" and str(given) in values:
            return given
        case int() | float() if question.type == "number" and abs(given) <= _MOST_NUMBER:
            return whole(given)
        case list() if question.type == "multi_choice" and values.issuperset(given):
            return tuple(dict.fromkeys(given))
    raise UsageError(f"{question.id} has no answer {given!r:.80}", hint=_HINT)


def _plain(answer: Answer | None) -> int | float | str | list[str] | None:
    return answer if answer is None or isinstance(answer, int | float | str) else list(answer)
