"""The fields of a log that are one text each, by name."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from qa_toolkit.domain.said import tidy
from qa_toolkit.domain.shop.log import ShopLog

_SET: Mapping[str, Callable[[ShopLog, str], ShopLog]] = {
    "staff": lambda log, text: replace(log, staff=text),
    "staff_description": lambda log, text: replace(log, staff_description=text),
    "location": lambda log, text: replace(log, location=text),
    "reference": lambda log, text: replace(log, reference=text),
    "narrative": lambda log, text: replace(log, narrative=text),
}
TEXTS = tuple(_SET)
"""In the order of a form."""


def with_text(log: ShopLog, name: str, text: str) -> ShopLog:
    """The log with one of its texts replaced."""
    return _SET[name](log, tidy(text))
