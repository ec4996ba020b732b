"""All checks of a plan's file, as problems with their places, in the order of the file."""

from collections.abc import Iterable, Iterator

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.shop.plan import PlanFile
from qa_toolkit.shops.planning.checks import names, room, times
from qa_toolkit.shops.planning.checks.found import Found
from qa_toolkit.strict_yaml.document import Document

_OF_NAMES = (names.same_ids, names.unknown_locations, times.unknown_zones)
_CHECKS = (
    names.both_sides,
    names.ordered_twice,
    times.backwards,
    times.no_hours,
    room.too_many,
    room.short_of_shoppers,
    room.too_far_apart,
)


def check(file: PlanFile | None, document: Document, source: str) -> tuple[Problem, ...]:
    """What is wrong with a plan, apart from its shape and the scenarios that it names.

    Args:
        file: None where it has not the shape of a plan; its names are looked at all the same.
        document: what stands in it.
        source: its name.
    """
    return located(_all(file, document), document, source)


def located(found: Iterable[Found], document: Document, source: str) -> tuple[Problem, ...]:
    """What was found, with line and column, in the order of the file."""
    return in_order(_problem(one, document, source) for one in found)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems of one file in the order of its lines."""
    return tuple(sorted(problems, key=lambda one: (one.line or 0, one.column or 0, one.code)))


def _all(file: PlanFile | None, document: Document) -> Iterator[Found]:
    if not document.problems:  # what stands twice, or cannot be read, may be what is named
        for look in _OF_NAMES:
            yield from look(document)
    if file is None:
        return
    for find in _CHECKS:
        yield from find(file)
    yield from times.idle_blackout(file, written=document.node_at(("blackout",)) is not None)


def _problem(found: Found, document: Document, source: str) -> Problem:
    place = document.place_of(found.path)
    return Problem(
        source=source,
        message=found.message,
        line=place.line,
        column=place.column,
        code=found.code,
        hint=found.hint,
        severity=found.severity,
    )
