"""What a form says and no converter asked for: nothing is dropped unnoticed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from qa_toolkit.forms.difference import Kind
from qa_toolkit.forms.json_fields import Fields

_EMPTY: tuple[object, ...] = (False, [], {}, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of keys that a rubric has no place for.

    Attributes:
        table: the kind of difference by key, what it says, and what becomes of it.
        identity: keys that only tell which form it is.
    """

    table: Mapping[str, tuple[Kind, str, str]]
    identity: Collection[str]


def list_unread(form: Fields, known: Known) -> None:
    """Add a difference for every key with a value that nobody looked at."""
    differences = form.reading.differences
    for key, place, value in form.unread():
        if value in _EMPTY:
            continue
        if key in known.identity:
            differences.note(place, "which form it is", "left out: a rubric is a file")
        else:
            unknown: tuple[Kind, str, str] = ("lost", "not known to this toolkit", "left out")
            kind, what, became = known.table.get(key, unknown)
            differences.add(kind, place, what, became)
