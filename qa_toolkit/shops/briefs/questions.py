"""The questions of a form as a shopper reads them before going, and ticks them on paper."""

from collections.abc import Mapping

from qa_toolkit.domain.answer import NOT_APPLICABLE_LABEL
from qa_toolkit.domain.shop.form import AskedWhen, FormQuestion, ShopForm
from qa_toolkit.shops.briefs.view import Asked, Stage
from qa_toolkit.shops.briefs.words import MEASURES


def stages_of(form: ShopForm) -> tuple[Stage, ...]:
    """The sections with their questions, numbered through."""
    numbers = {one.id: number for number, one in enumerate(form.questions(), start=1)}
    known = {one.id: one for one in form.questions()}
    return tuple(
        Stage(
            title=section.title,
            guidance=section.guidance,
            questions=tuple(_asked(one, numbers, known) for one in section.questions),
        )
        for section in form.sections
    )


def _asked(
    question: FormQuestion, numbers: Mapping[str, int], known: Mapping[str, FormQuestion]
) -> Asked:
    boxes = tuple(_box(question, one.value, one.text) for one in question.choices)
    na = (
        (NOT_APPLICABLE_LABEL,)
        if question.na_allowed and question.type not in ("text", "info")
        else ()
    )
    line = {"number": question.unit or "number", "text": ""}.get(question.type)
    return Asked(
        number=numbers[question.id],
        heading=question.heading,
        text=question.text,
        guidance=question.guidance,
        only=_only(question, numbers, known),
        is_info=question.type == "info",
        meanings=_meanings(question),
        boxes=(*boxes, *na),
        line=line,
        measured=MEASURES[question.measure] if question.measure else "",
        needs_comment=bool(question.comment_at),
    )


def _box(question: FormQuestion, value: str, text: str) -> str:
    return value.capitalize() if question.type == "yes_no" else text


def _meanings(question: FormQuestion) -> tuple[str, ...]:
    """What there is to answer and what it means; plain Yes and No say it themselves."""
    texts = [one.text for one in question.choices]
    match question.type:
        case "yes_no":
            return tuple(
                f"{one.value.capitalize()}: {one.text}"
                for one in question.choices
                if one.text.casefold().strip() != one.value
            )
        case "scale" | "choice":
            return (f"One of: {' · '.join(texts)}",)
        case "multi_choice":
            return (f"Any of: {' · '.join(texts)}",)
        case "number" | "text" | "info":
            return ()


def _only(
    question: FormQuestion, numbers: Mapping[str, int], known: Mapping[str, FormQuestion]
) -> str:
    """`Only if 5 is “Yes”`; empty where it is always asked."""
    waits = [one for one in question.when if one.question in known]
    if len(waits) == 1:
        others = _others(waits[0], known[waits[0].question])
        if others:
            return f"Not if {numbers[waits[0].question]} is {others}"
    told = [f"{numbers[one.question]} is {_given(one, known[one.question])}" for one in waits]
    joined = " or " if question.any_of else " and "
    return f"Only if {joined.join(told)}" if told else ""


def _others(wait: AskedWhen, question: FormQuestion) -> str:
    """The answers that keep it from being asked, where naming them is shorter."""
    others = [one for one in question.choices if one.value not in wait.values]
    if question.type not in ("choice", "scale") or len(others) >= len(wait.values):
        return ""
    return " or ".join(f"“{one.text}”" for one in others)


def _given(wait: AskedWhen, question: FormQuestion) -> str:
    texts = [
        _box(question, one.value, one.text) for one in question.choices if one.value in wait.values
    ]
    said = [f"“{text}”" for text in texts]
    said += [_span(low, high, question.unit) for low, high in wait.spans]
    return " or ".join(said) or "answered"


def _span(low: float | None, high: float | None, unit: str) -> str:
    known = [f"{low:g} or more"] if low is not None else []
    known += [f"less than {high:g}"] if high is not None else []
    return " ".join(filter(None, (" and ".join(known), unit)))
