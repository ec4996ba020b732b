"""Due times, as every output says them."""

from datetime import datetime, time

from qa_toolkit.domain.commitment import Commitment, Due

_DAY_STARTS, _DAY_ENDS = time(0, 0), time(23, 59)


def due_in_words(commitment: Commitment) -> str:
    """`by Fri 20 Nov 17:00`, `Thu 19 Nov 06:00 to 12:00`; the words said where no time is known.

    Empty where nothing was said about time. The year is shown where it is not that of the promise.
    """
    due = commitment.due
    if due is None:
        return commitment.due_words
    said = commitment.said_at
    year = said.year if said else None
    if due.earliest == said and due.latest != said:
        return f"by {_moment(due.latest, year)}"
    return _between(due, year)


def _between(due: Due, year: int | None) -> str:
    first, last = due.earliest, due.latest
    whole = first.time() == _DAY_STARTS and last.time() == _DAY_ENDS
    if first.date() != last.date():
        return f"{_moment(first, year)} to {_moment(last, year)}"
    if whole or first == last:
        return _moment(last, year)
    return f"{_moment(first, year)} to {last:%H:%M}"


def _moment(moment: datetime, year: int | None) -> str:
    day = f"{moment:%a} {moment.day} {moment:%b}"
    day += "" if moment.year == year else f" {moment.year}"
    return day if moment.time() in (_DAY_STARTS, _DAY_ENDS) else f"{day} {moment:%H:%M}"
