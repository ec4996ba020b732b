"""Mutants: a rubric with one thing broken on purpose. Cases that do not notice protect nothing.

The idea is mutation testing (DeMillo, Lipton, Sayward 1978): the score is the share of mutants
that at least one case notices.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from qa_toolkit.domain.rubric import Criterion, Option, Range, Rubric, Section, Subsection
from qa_toolkit.rubric.rules.interface import Path, criteria


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One broken rubric.

    Attributes:
        path: what was broken, in the file.
        what: how, in words: `without the indicator stock`.
        criteria: ids of the criteria whose ratings may change; empty when only totals may.
    """

    path: Path
    what: str
    criteria: frozenset[str]
    rubric: Rubric


def mutants(rubric: Rubric) -> Iterator[Mutant]:
    """Every indicator dropped and turned round, every condition, critical rule, minimum dropped."""
    for path, criterion in criteria(rubric):
        affected = frozenset({criterion.id, *_waiting_for(criterion.id, rubric)})
        for where, what, broken in _broken(criterion):
            changed = _replace(rubric, criterion.id, broken)
            yield Mutant(path=(*path, *where), what=what, criteria=affected, rubric=changed)
    for section in rubric.minimums:
        rest = {name: least for name, least in rubric.minimums.items() if name != section}
        what = f"without the minimum of {section}"
        changed = rubric.but(minimums=rest)
        yield Mutant(path=("minimums", section), what=what, criteria=frozenset(), rubric=changed)


def _broken(criterion: Criterion) -> Iterator[tuple[Path, str, Criterion]]:
    name = criterion.id
    for number, indicator in enumerate(criterion.indicators):
        at: Path = ("indicators", number)
        others = (*criterion.indicators[:number], *criterion.indicators[number + 1 :])
        yield at, f"{name} without {indicator.id}", criterion.but(indicators=others)
        if indicator.points:
            turned = indicator.but(points=-indicator.points)
            both = (*criterion.indicators[:number], turned, *criterion.indicators[number + 1 :])
            yield at, f"{name} with {indicator.id} turned round", criterion.but(indicators=both)
    if criterion.options:
        turned_options = tuple(_turned(criterion.options))
        yield (
            ("options",),
            f"{name} with its points turned round",
            criterion.but(options=turned_options),
        )
    if criterion.ranges:
        turned_ranges = tuple(_turned(criterion.ranges))
        yield (
            ("ranges",),
            f"{name} with its points turned round",
            criterion.but(ranges=turned_ranges),
        )
    if criterion.applies_when is not None:
        yield ("applies_when",), f"{name} without its condition", criterion.but(applies_when=None)
    if criterion.critical is not False:
        yield ("critical",), f"{name} no longer critical", criterion.but(critical=False)


Pointed = TypeVar("Pointed", Option, Range)


def _turned(parts: tuple[Pointed, ...]) -> Iterator[Pointed]:
    """The most points become the fewest."""
    points = [part.points for part in parts]
    for part in parts:
        yield part.but(points=max(points) + min(points) - part.points)


def _waiting_for(criterion: str, rubric: Rubric) -> set[str]:
    """The criteria that apply by the answer to this one, directly or by way of others."""
    waiting: set[str] = set()
    todo = [criterion]
    while todo:
        current = todo.pop()
        for other in rubric.criteria():
            when = other.applies_when
            if when and current in when.answers and other.id not in waiting:
                waiting.add(other.id)
                todo.append(other.id)
    return waiting


def _replace(rubric: Rubric, criterion_id: str, new: Criterion) -> Rubric:
    def changed(criteria: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
        return tuple(new if known.id == criterion_id else known for known in criteria)

    def in_part(part: Subsection) -> Subsection:
        return part.but(criteria=changed(part.criteria))

    def in_section(section: Section) -> Section:
        parts = tuple(map(in_part, section.sections))
        return section.but(criteria=changed(section.criteria), sections=parts)

    return rubric.but(sections=tuple(map(in_section, rubric.sections)))
