"""Presses of the stopwatch."""

from dataclasses import replace
from datetime import datetime

from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.log import REQUIRED_MARKS, Mark, ShopLog, TimeMark
from qa_toolkit.domain.shop.moments import with_offset


def next_press(log: ShopLog) -> Mark | None:
    """What the next press of Enter says; None when everything was pressed."""
    return next((mark for mark in REQUIRED_MARKS if log.moment(mark) is None), None)


def hold_press(form: ShopForm, log: ShopLog) -> Mark | None:
    """What a press of the space bar says: a hold where one can be, else as Enter."""
    coming = next_press(log)
    if coming is not Mark.END or Mark.HOLD not in form.marks:
        return coming
    return Mark.RESUMED if on_hold(log) else Mark.HOLD


def on_hold(log: ShopLog) -> bool:
    """Whether the last hold was neither resumed nor ended."""
    since = False
    for one in log.marks:
        if one.mark is Mark.HOLD:
            since = True
        elif one.mark in (Mark.RESUMED, Mark.END):
            since = False
    return since


def pressed(log: ShopLog, mark: Mark, at: datetime) -> ShopLog:
    """The log with one more press; start, answered and end stand in it once."""
    kept = (one for one in log.marks if one.mark is not mark or mark in (Mark.HOLD, Mark.RESUMED))
    return replace(log, marks=(*kept, TimeMark(mark=mark, at=with_offset(at))))
