"""The times of a log in YAML or JSON: named, or as a list of presses in their order."""

from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.problem import Severity
from qa_toolkit.domain.shop.log import Mark, TimeMark
from qa_toolkit.shops.forms.moments import HINT, Clock, written
from qa_toolkit.strict_yaml.document import Path as At
from qa_toolkit.workbooks.plain import Unclear

HOLDS = "holds"
NAMED = (Mark.START.value, Mark.ANSWERED.value, HOLDS, Mark.END.value)
"""The keys of named times, in the order in which a contact goes."""
_Press = tuple[Mark, object, At]


class Tell(Protocol):
    """Notes what is wrong with the value at a path."""

    def __call__(
        self,
        at: At,
        message: str,
        hint: str = "",
        severity: Severity = "error",
        *,
        key: bool = False,
    ) -> None: ...


def times_in(said: object, clock: Clock, tell: Tell) -> tuple[TimeMark, ...]:
    """The presses that a file names; what cannot be understood is told and left out."""
    first: datetime | None = None
    found: list[TimeMark] = []
    for mark, value, at in _presses(said, ("times",), tell):
        if value is None or value == "":
            continue
        try:
            if not isinstance(value, str):
                raise Unclear(f"{value} is no time", HINT)
            last = found[-1].at if found else None
            moment, is_later = clock.moment(written(value), first, last)
        except Unclear as error:
            tell(at, error.message, error.hint)
            continue
        if is_later:
            tell(at, taken_for_later(value, moment), severity="warning")
        first = first or moment
        found.append(TimeMark(mark=mark, at=moment))
    return tuple(found)


def taken_for_later(shown: str, moment: datetime) -> str:
    """How a time past midnight was understood."""
    return (
        f"{shown} was taken for the next day, {moment:%Y-%m-%d}, as it lies before the first time"
    )


def _presses(said: object, at: At, tell: Tell) -> Iterator[_Press]:
    match said:
        case None:
            return
        case dict():
            for key in said:
                if key not in NAMED:
                    near = did_you_mean(str(key), NAMED)
                    tell((*at, key), f"there is no time '{key}'{near}", _known(), key=True)
            for name in NAMED:
                if name == HOLDS:
                    yield from _holds(said.get(name), (*at, name), tell)
                else:
                    yield Mark(name), said.get(name), (*at, name)
        case list():
            for number, press in enumerate(said):
                yield from _press(press, (*at, number), tell)
        case _:
            tell(at, "times are keys or a list of presses", _known())


def _holds(said: object, at: At, tell: Tell) -> Iterator[_Press]:
    """Pairs of times: put on hold, and taken back; one alone was not taken back."""
    if said is None:
        return
    if not isinstance(said, list):
        tell(at, "holds are pairs of times", 'such as [["14:06:00", "14:07:30"]]')
        return
    for number, pair in enumerate(said):
        if not isinstance(pair, list) or len(pair) not in (1, 2):
            tell((*at, number), "a hold is a pair of times", 'such as ["14:06:00", "14:07:30"]')
            continue
        for step, (mark, value) in enumerate(zip((Mark.HOLD, Mark.RESUMED), pair, strict=False)):
            yield mark, value, (*at, number, step)


def _press(said: object, at: At, tell: Tell) -> Iterator[_Press]:
    marks = {mark.value for mark in Mark}
    if isinstance(said, dict) and len(said) == 1:
        ((name, value),) = said.items()
        if name in marks:
            yield Mark(name), value, (*at, name)
            return
    tell(at, "a press is one of " + ", ".join(Mark), 'such as {start: "14:05:10"}')


def _known() -> str:
    return f"known: {', '.join(NAMED)}"
