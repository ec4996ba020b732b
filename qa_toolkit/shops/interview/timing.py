"""At the stopwatch: presses, and times that are typed."""

from dataclasses import replace
from datetime import datetime

from qa_toolkit.domain.said import tidy
from qa_toolkit.domain.shop.log import Mark, ShopLog
from qa_toolkit.shops.interview import shown, state
from qa_toolkit.shops.interview.answers import Wrong
from qa_toolkit.shops.interview.commands import NOTHING
from qa_toolkit.shops.interview.marks import hold_press, next_press, pressed
from qa_toolkit.shops.interview.state import Interview
from qa_toolkit.shops.interview.turn import Turn
from qa_toolkit.shops.interview.typed_times import typed_times

SPACE = " "
"""The space bar alone: hold and resume."""


def timed(interview: Interview, text: str, now: datetime) -> Turn:
    """A press of Enter or of the space bar, or times that are typed."""
    basis, log = interview.basis, interview.log
    now = now.astimezone(basis.zone)
    if text == SPACE and (mark := hold_press(basis.form, log)) is not None:
        return _after_times(interview, pressed(log, mark, now))
    if not tidy(text):
        coming = next_press(log)
        ended = log.moment(Mark.END) is not None
        if coming is None or ended:
            return Turn(interview=state.onward(interview))
        return _after_times(interview, pressed(log, coming, now))
    if tidy(text) == NOTHING:
        return _after_times(interview, replace(log, marks=()))
    taken = typed_times(
        basis.form, log, text, assignment=basis.assignment, zone=basis.zone, now=now
    )
    if isinstance(taken, Wrong):
        return Turn(interview=interview, wrong=taken.message)
    return _after_times(interview, taken)


def _after_times(interview: Interview, log: ShopLog) -> Turn:
    complete = interview.item.done
    after = state.changed(interview, log, stay=True)
    told = shown.times_told(log, interview.basis.zone)
    if after.item.done and not complete:
        after = state.onward(after)
    return Turn(interview=after, told=told)
