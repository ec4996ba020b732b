"""A log as keys and values, as text files write it: equal logs are equal texts."""

import re
from dataclasses import replace

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.shop.form import FormQuestion, ShopForm
from qa_toolkit.domain.shop.log import Mark, ShopLog
from qa_toolkit.shops.forms.moments import Clock
from qa_toolkit.shops.forms.texts import TEXTS, with_text

Value = str | int | float | list[str] | None
Entry = Value | dict[str, Value]
Times = dict[str, str | list[list[str]] | None] | list[dict[str, str]]
_BREAKS = re.compile("[\x85\u2028\u2029]")
_STEPS = (Mark.HOLD, Mark.RESUMED)


def held(log: ShopLog) -> ShopLog:
    """The log with texts that YAML can hold: what it takes for the end of a line is one."""
    for name in TEXTS:
        log = with_text(log, name, _held(getattr(log, name)))
    noted = (
        replace(
            one,
            comment=_held(one.comment),
            answer=_held(one.answer) if isinstance(one.answer, str) else one.answer,
        )
        for one in log.observations
    )
    comments = {section: _held(text) for section, text in log.comments.items()}
    return replace(log, observations=tuple(noted), comments=comments)


def entry(question: FormQuestion, log: ShopLog) -> Entry:
    """The answer to a question; with its comment where there is one."""
    noted = log.observation(question.id)
    answer = _value(noted.answer)
    return {"answer": answer, "comment": noted.comment} if noted.comment else answer


def times(log: ShopLog, clock: Clock) -> Times:
    """Named times; presses in their order where names would lose it."""
    shown = [(one.mark, clock.shown(one.at)) for one in log.marks]
    last = {mark.value: text for mark, text in shown if mark not in _STEPS}
    holds: list[list[str]] = []
    for mark, text in shown:
        if mark is Mark.HOLD or (mark is Mark.RESUMED and not holds):
            holds.append([])
        if mark in _STEPS:
            holds[-1].append(text)
    before = [Mark(name) for name in ("start", "answered") if name in last]
    within = [mark for pair in holds for mark in (*_STEPS, Mark.RESUMED)[: len(pair)]]
    after = [Mark.END] if "end" in last else []
    if [mark for mark, _ in shown] != [*before, *within, *after] or any(
        len(one) > 2 for one in holds
    ):
        return [{mark.value: text} for mark, text in shown]
    return {
        "start": last.get("start"),
        "answered": last.get("answered"),
        "holds": holds,
        "end": last.get("end"),
    }


def facts(form: ShopForm, log: ShopLog) -> dict[str, str]:
    """What stands above the times."""
    return {
        "form": form.hash,
        "shop": log.shop,
        "staff": log.staff,
        "staff_description": log.staff_description,
        "location": log.location,
        "reference": log.reference,
    }


def _value(answer: Answer | None) -> Value:
    if answer is None or isinstance(answer, str | int | float):
        return answer
    return list(answer)


def _held(text: str) -> str:
    return _BREAKS.sub("\n", text.replace("\ufeff", ""))
