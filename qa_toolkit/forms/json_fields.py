"""Objects of a JSON document with their places, and a record of what was looked at.

Whatever a converter does not ask for is found by `unread`, so nothing can be dropped unnoticed.
"""

import re
from collections.abc import Iterator, Mapping

from qa_toolkit.domain.problem import Problem
from qa_toolkit.forms.difference import Differences
from qa_toolkit.forms.words import one_line, prose

_LARGEST = 1_000_000_000
_NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,12})?")
_WORDS = {"true": True, "false": False}


class Reading:
    """One conversion under way: the mistakes and the differences met so far.

    Attributes:
        source: the file, as the user named it.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.differences = Differences()

    def problem(self, place: str, message: str, hint: str = "") -> None:
        """Note what makes the source unusable."""
        said = f"{place}: {message}" if place else message
        found = Problem(source=self.source, message=said, hint=hint)
        if found not in self.problems:
            self.problems.append(found)


class Fields:
    """A JSON object. `null` is as good as missing; a value of the wrong type is a problem."""

    def __init__(self, value: Mapping[str, object], place: str, reading: Reading) -> None:
        self.place = place
        self.reading = reading
        self._value = {key: inner for key, inner in value.items() if inner is not None}
        self._read: set[str] = set()
        self._inner: dict[str, Fields] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._value

    def at(self, key: str) -> str:
        """The place of a key."""
        return f"{self.place}.{key}" if self.place else key

    def text(self, key: str, *, required: bool = False) -> str:
        """Text on one line; empty where it is missing."""
        text = one_line(self._text(key))
        if required and not text and not isinstance(self._value.get(key), dict | list):
            self.reading.problem(self.at(key), "is missing or empty")
        return text

    def prose(self, key: str) -> str:
        """Text of several lines; empty where it is missing."""
        return prose(self._text(key))

    def number(self, key: str) -> float | None:
        """A number, also one in quotation marks as templates write it."""
        value = self._taken(key)
        if isinstance(value, str) and _NUMBER.fullmatch(value):
            value = float(value)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._wrong(key, "a number", value)
            return None
        if abs(value) > _LARGEST:
            self.reading.problem(self.at(key), "is too large a number")
            return None
        return float(value)

    def weight(self, key: str) -> float | None:
        """A number that is not less than 0."""
        number = self.number(key)
        if number is not None and number < 0:
            self.reading.problem(self.at(key), f"{number:g} is less than 0")
            return None
        return number

    def whole(self, key: str) -> int | None:
        """A whole number."""
        number = self.number(key)
        if number is not None and number != int(number):
            self._wrong(key, "a whole number", number)
            return None
        return None if number is None else int(number)

    def flag(self, key: str) -> bool:
        """True or false, also in quotation marks; false where it is missing."""
        value = self._taken(key)
        if isinstance(value, str):
            value = _WORDS.get(value.lower(), value)
        if value is None or isinstance(value, bool):
            return bool(value)
        self._wrong(key, "true or false", value)
        return False

    def inner(self, key: str) -> "Fields":
        """The object under a key; one without any fields where it is missing."""
        value = self._taken(key)
        if value is not None and not isinstance(value, dict):
            self._wrong(key, "an object", value)
        return self._opened(value if isinstance(value, dict) else {}, self.at(key))

    def items(self, key: str) -> list["Fields"]:
        """The objects of the list under a key."""
        found = []
        for number, item in enumerate(self._list(key)):
            place = f"{self.at(key)}[{number}]"
            if isinstance(item, dict):
                found.append(self._opened(item, place))
            else:
                self.reading.problem(place, f"expected an object, got {_shown(item)}")
        return found

    def texts(self, key: str) -> list[str]:
        """The texts of the list under a key."""
        found = []
        for number, item in enumerate(self._list(key)):
            if isinstance(item, str):
                found.append(one_line(item))
            else:
                place = f"{self.at(key)}[{number}]"
                self.reading.problem(place, f"expected text, got {_shown(item)}")
        return found

    def unread(self) -> Iterator[tuple[str, str, object]]:
        """Key, place and value of everything that nobody asked for, in all objects."""
        for key, value in self._value.items():
            if key not in self._read:
                yield key, self.at(key), value
        for inner in self._inner.values():
            yield from inner.unread()

    def _taken(self, key: str) -> object:
        self._read.add(key)
        return self._value.get(key)

    def _text(self, key: str) -> str:
        value = self._taken(key)
        if value is None or isinstance(value, str):
            return value or ""
        self._wrong(key, "text", value)
        return ""

    def _list(self, key: str) -> list[object]:
        value = self._taken(key)
        if value is not None and not isinstance(value, list):
            self._wrong(key, "a list", value)
        return value if isinstance(value, list) else []

    def _opened(self, value: Mapping[str, object], place: str) -> "Fields":
        return self._inner.setdefault(place, Fields(value, place, self.reading))

    def _wrong(self, key: str, wanted: str, value: object) -> None:
        self.reading.problem(self.at(key), f"expected {wanted}, got {_shown(value)}")


def _shown(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case dict():
            return "an object"
        case list():
            return "a list"
        case str():
            return f"'{one_line(value)[:40]}'"
        case _:
            return f"{value}"[:40]
