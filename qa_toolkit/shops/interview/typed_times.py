"""Times of a shop as they are typed afterwards."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo

from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.log import REQUIRED_MARKS, Mark, ShopLog
from qa_toolkit.domain.shop.plan import Assignment
from qa_toolkit.domain.wording import listed
from qa_toolkit.shops.interview.answers import Wrong
from qa_toolkit.shops.interview.marks import on_hold, pressed
from qa_toolkit.shops.interview.moments import (
    beginning,
    following,
    moment_at,
    never_shown,
    read_clock,
)
from qa_toolkit.shops.interview.typed import quoted

NOW = "now"
_WORDS = {
    "start": Mark.START,
    "answered": Mark.ANSWERED,
    "hold": Mark.HOLD,
    "resume": Mark.RESUMED,
    "resumed": Mark.RESUMED,
    "end": Mark.END,
}
_HALF_OF_DAY = re.compile(r"\s+(am|pm)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Typed:
    """A mark with its time as it was typed; without one it is this moment."""

    mark: Mark
    clock: str = NOW
    day: date | None = None


def typed_times(
    form: ShopForm,
    log: ShopLog,
    text: str,
    *,
    assignment: Assignment,
    zone: tzinfo,
    now: datetime,
) -> ShopLog | Wrong:
    """Take times such as `14:05 14:05:20 14:12`, `hold 14:07 resume 14:08`, `end now`.

    Bare times are start, answered and end as far as they are missing; three are all of them.
    """
    read = _read(form, log, text)
    if isinstance(read, Wrong):
        return read
    for one in read:
        if one.mark is Mark.RESUMED and not on_hold(log):
            return Wrong("nothing is on hold: 'hold 14:07 resume 14:08' says both")
        before = _before(log, one.mark)
        clock = read_clock(one.clock)
        if clock is None:
            at = now
        elif one.day is not None:
            at = moment_at(one.day, clock, zone, before)
        elif before is not None:
            at = following(clock, assignment.day, zone, before)
        else:
            at = beginning(clock, assignment.day, zone, assignment.opens_at, assignment.closes_at)
        if clock is not None and (wrong := never_shown(clock, at)):
            return Wrong(wrong)
        log = pressed(log, one.mark, at)
    return _in_order(log)


def _before(log: ShopLog, mark: Mark) -> datetime | None:
    """The moment that a mark follows: of the start none, of holds what was last before the end."""
    if mark is Mark.START:
        return None
    earlier = [one.at for one in log.marks if one.mark not in (mark, Mark.END)]
    if mark in (Mark.HOLD, Mark.RESUMED):
        earlier = [one.at for one in log.marks if one.mark is not Mark.END]
    if mark is Mark.ANSWERED:
        earlier = [one.at for one in log.marks if one.mark is Mark.START]
    return max(earlier, default=None)


def _in_order(log: ShopLog) -> ShopLog:
    """Holds that were typed after the end stand before it."""
    ends = tuple(one for one in log.marks if one.mark is Mark.END)
    return replace(log, marks=(*(one for one in log.marks if one.mark is not Mark.END), *ends))


def _read(form: ShopForm, log: ShopLog, text: str) -> tuple[_Typed, ...] | Wrong:
    typed = tuple(_tokens(_HALF_OF_DAY.sub(r"\1", text)))
    wrong = next((one for one in typed if isinstance(one, Wrong)), None)
    if wrong is not None:
        return wrong
    found = [one for one in typed if not isinstance(one, Wrong)]
    bare = sum(one.mark is None for one in found)
    named = {one.mark for one in found}
    missing = [mark for mark in REQUIRED_MARKS if log.moment(mark) is None and mark not in named]
    if bare == len(REQUIRED_MARKS):
        missing = list(REQUIRED_MARKS)
    if bare > len(missing):
        return Wrong("which time is it? Write it like 'start 14:05' or 'end 14:12:30'")
    free = iter(missing)
    taken = tuple(
        _Typed(next(free) if one.mark is None else one.mark, one.clock, one.day) for one in found
    )
    unknown = [one.mark for one in taken if one.mark not in form.marks]
    if unknown:
        names = listed([mark.value for mark in form.marks], "and")
        return Wrong(f"this form has no '{unknown[0].value}': {names}")
    return taken


@dataclass(frozen=True, slots=True)
class _Token:
    mark: Mark | None
    clock: str
    day: date | None


def _tokens(text: str) -> Iterator[_Token | Wrong]:
    mark: Mark | None = None
    day: date | None = None
    for word in _words(text):
        if word in _WORDS:
            if mark is not None:
                yield _Token(mark, NOW, None)
            mark = _WORDS[word]
        elif (date_typed := _day(word)) is not None:
            day = date_typed
        elif word == NOW or read_clock(word) is not None:
            yield _Token(mark, word, day)
            mark = day = None
        else:
            yield Wrong(f"{quoted(word)} is no time: write 14:05, 14:05:30 or now")
            return
    if mark is not None:
        yield _Token(mark, NOW, None)
    elif day is not None:
        yield Wrong(f"{day} needs a time behind it, such as {day} 14:05")


def _words(text: str) -> Iterable[str]:
    return re.split(r"[\s,;=]+", text.strip().casefold())


def _day(word: str) -> date | None:
    try:
        return date.fromisoformat(word) if len(word) == 10 else None
    except ValueError:
        return None
