"""pydantic's errors in the words of people who write YAML."""

import re
from typing import Any

from pydantic_core import ErrorDetails

_PATTERNS = {
    r"^[a-z][a-z0-9_]*$": "lower-case letters, digits and _, a letter first",
    r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$": "its section's id, a dot and a name, as in empathy.first",
    r"^\d+\.\d+\.\d+$": "three numbers with dots, as in 1.0.0",
    r"^[a-z]{2}$": "a language's two letters, as in en",
}
_MAPPING = "a mapping of keys"
_KINDS = (
    (r"string_type", "text"),
    (r"int_(type|parsing|from_float|parsing_size)", "a whole number"),
    (r"(decimal|float)_(type|parsing)|finite_number", "a number"),
    (r"bool_(type|parsing)", "true or false"),
    (r"(dict|model|model_attributes|mapping)_type", _MAPPING),
    (r"(tuple|list)_type", "a list"),
)
_LIMITS = {
    "greater_than": "more than {gt}",
    "greater_than_equal": "at least {ge}",
    "less_than": "less than {lt}",
    "less_than_equal": "at most {le}",
    "string_too_short": "text that is not empty",
    "string_too_long": "at most {max_length} characters long",
    "literal_error": "{expected}",
    "enum": "{expected}",
}
_SHOWN = 40
_NUMBERS = ("int_type", "float_type", "decimal_type")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def wanted(detail: ErrorDetails) -> str | None:
    """What a value must be, as the end of "must be …"; None for what pydantic words itself."""
    kind, limits = detail["type"], detail.get("ctx", {})
    if kind in _LIMITS:
        return _LIMITS[kind].format(**limits)
    if kind == "string_pattern_mismatch":
        pattern = limits["pattern"]
        return _PATTERNS.get(pattern, f"like the pattern {pattern}")
    if kind in ("too_short", "too_long"):
        short = kind == "too_short"
        count = f"{limits['min_length']} or more" if short else f"up to {limits['max_length']}"
        return f"a {'mapping' if limits['field_type'] == 'Dictionary' else 'list'} of {count}"
    return next((words for pattern, words in _KINDS if re.fullmatch(pattern, kind)), None)


def choices(detail: ErrorDetails) -> list[str]:
    """The words a value must be one of, empty where it is not that kind of error."""
    return re.findall(r"'([^']+)'", str(detail.get("ctx", {}).get("expected", "")))


def shown(value: Any) -> str:
    """A value as the end of "…, not …"; long ones are cut."""
    match value:
        case None:
            return "nothing"
        case bool():
            return str(value).lower()
        case dict():
            return "a mapping"
        case list():
            return f"a list of {len(value)}" if value else "an empty list"
        case str():
            return f"'{value if len(value) <= _SHOWN else value[:_SHOWN] + '…'}'"
        case _:
            return str(value)


def remedy(detail: ErrorDetails) -> str:
    """What to do about a common slip, empty where there is nothing more to say."""
    kind, value = detail["type"], detail["input"]
    if not isinstance(value, str):
        if detail["loc"][-1:] == ("version",):
            return "write three numbers with dots, as in 1.0.0"
        as_text = kind == "string_type" and isinstance(value, int | float)
        return "put it in quotation marks" if as_text else ""
    if kind in _NUMBERS and _NUMBER.fullmatch(value):
        return "write it without quotation marks"
    if value[:1] in ("\u201c", "\u201d", "\u201e"):
        return "curly quotation marks become part of the text, use straight ones or none"
    if re.match(r"-\w", value):
        return "a space is missing behind the dash"
    if wanted(detail) == _MAPPING and re.match(r"[\w.]+:\S", value):
        return "a space is missing behind the colon"
    return "write it as a list: [one, two]" if kind == "tuple_type" else ""
