"""What the stopwatch says to a question."""

from math import floor

from qa_toolkit.domain.shop.form import FormQuestion
from qa_toolkit.domain.shop.log import ShopLog, measured_s
from qa_toolkit.shops.interview.numbers import whole


def suggested(question: FormQuestion, log: ShopLog) -> int | float | None:
    """The number in the question's unit, minutes or else seconds; None where it cannot be said."""
    if question.measure is None:
        return None
    seconds = measured_s(log.marks).get(question.measure)
    if seconds is None or seconds < 0:
        return None
    # halves up, as the page rounds them: Python's own way is to the even neighbour
    return whole(_nearest(seconds / 6) / 10) if question.unit == "minutes" else _nearest(seconds)


def _nearest(amount: float) -> int:
    return floor(amount + 0.5)
