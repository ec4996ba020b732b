"""What of one version of a rubric is what of the other: by id, else by what it says."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

from qa_toolkit.domain.rubric import Criterion, Rubric, Section, Subsection
from qa_toolkit.rubric.diff.alike import MOST, Said, nearest, said_by

T = TypeVar("T")
Group = Section | Subsection
Item = tuple[str, BaseModel]
"""An indicator, an option or a cue, with its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Generic[T]):
    """The same thing in both versions; `note` says why, where it has another id."""

    old: T
    new: T
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched(Generic[T]):
    """Two lists brought together.

    Attributes:
        pairs: the same thing in both, in the order of the new list.
        gone: only in the old list.
        come: only in the new list.
    """

    pairs: tuple[Pair[T], ...]
    gone: tuple[T, ...]
    come: tuple[T, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The new id of everything that is in both versions, by its old id."""

    sections: Mapping[str, str]
    groups: Mapping[str, str]
    criteria: Mapping[str, str]
    cues: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """All that is matched by more than its place; `groups` are the subsections of all sections."""

    sections: Matched[Group]
    groups: Matched[Group]
    criteria: Matched[Criterion]
    cues: Matched[Item]

    @property
    def names(self) -> Names:
        """Old and new ids."""
        return Names(
            sections={pair.old.id: pair.new.id for pair in self.sections.pairs},
            groups={pair.old.id: pair.new.id for pair in self.groups.pairs},
            criteria={pair.old.id: pair.new.id for pair in self.criteria.pairs},
            cues={pair.old[0]: pair.new[0] for pair in self.cues.pairs},
        )


def match_rubrics(old: Rubric, new: Rubric) -> Matches:
    """Match two versions; criteria first, as a section is known again by what it holds."""
    criteria = _matched(list(old.criteria()), list(new.criteria()), _id, _alike_criteria)
    ids = {pair.old.id: pair.new.id for pair in criteria.pairs}
    return Matches(
        sections=_match_groups(old.sections, new.sections, ids),
        groups=_match_groups(_subsections(old), _subsections(new), ids),
        criteria=criteria,
        cues=match_parts(old.cues, new.cues),
    )


def match_parts(old: Mapping[str, BaseModel], new: Mapping[str, BaseModel]) -> Matched[Item]:
    """Indicators, options or cues by id; under another id, the same if they say nearly the same."""
    return _matched(list(old.items()), list(new.items()), lambda item: item[0], _alike_parts)


def held(group: Group) -> tuple[Criterion, ...]:
    """The criteria of a section, with those of its subsections, or of a subsection."""
    return tuple(group.all_criteria()) if isinstance(group, Section) else group.criteria


def _matched(
    old: Sequence[T],
    new: Sequence[T],
    name: Callable[[T], str],
    alike: Callable[[Sequence[T], Sequence[T]], Iterator[Pair[T]]],
) -> Matched[T]:
    """Bring two lists together by name, then what is left by `alike`, each at most once."""
    was_there = {name(item): item for item in old}
    is_there = {name(item) for item in new}
    gone = [item for item in old if name(item) not in is_there]
    come = [item for item in new if name(item) not in was_there]
    pairs = {
        name(item): Pair(old=was_there[name(item)], new=item)
        for item in new
        if name(item) in was_there
    }
    taken: set[str] = set()
    for pair in alike(gone, come):
        if name(pair.old) not in taken and name(pair.new) not in pairs:
            pairs[name(pair.new)] = pair
            taken.add(name(pair.old))
    return Matched(
        pairs=tuple(pairs[name(item)] for item in new if name(item) in pairs),
        gone=tuple(item for item in gone if name(item) not in taken),
        come=tuple(item for item in come if name(item) not in pairs),
    )


def _match_groups(
    old: Sequence[Group], new: Sequence[Group], criteria: Mapping[str, str]
) -> Matched[Group]:
    def alike(gone: Sequence[Group], come: Sequence[Group]) -> Iterator[Pair[Group]]:
        for was in gone:
            ids = {criteria.get(item.id) for item in held(was)}
            for is_ in come:
                same = sum(item.id in ids for item in held(is_))
                if 2 * same > len(held(was)):
                    yield Pair(old=was, new=is_, note="holds most of its criteria")

    return _matched(old, new, _id, alike)


def _alike_criteria(
    gone: Sequence[Criterion], come: Sequence[Criterion]
) -> Iterator[Pair[Criterion]]:
    """The same content first; then the same question, or the same name, and nearly the content."""
    is_there = {item.id: item for item in come}
    own = {item.id: said_by(item) for item in (*gone, *come)}
    same: dict[Said, list[Criterion]] = defaultdict(list)
    asked: dict[str, list[tuple[str, Said]]] = defaultdict(list)
    named: dict[str, list[tuple[str, Said]]] = defaultdict(list)
    for item in come:
        same[own[item.id]].append(item)
        asked[_question(item)].append((item.id, own[item.id]))
        named[_last_name(item)].append((item.id, own[item.id]))
    for was in gone:
        for is_ in same[own[was.id]][:MOST]:
            yield Pair(old=was, new=is_, note="same content")
    for was in gone:
        for found, note in (
            (asked[_question(was)], "same question, nearly the same content"),
            (named[_last_name(was)], "same name in its section, nearly the same content"),
        ):
            for name, _ in nearest(own[was.id], found):
                yield Pair(old=was, new=is_there[name], note=note)


def _alike_parts(gone: Sequence[Item], come: Sequence[Item]) -> Iterator[Pair[Item]]:
    is_there = dict(come)
    said = [(name, said_by(part)) for name, part in come]
    for was in gone:
        for name, share in nearest(said_by(was[1]), said):
            note = "same content" if share == 1 else "nearly the same content"
            yield Pair(old=was, new=(name, is_there[name]), note=note)


def _subsections(rubric: Rubric) -> list[Subsection]:
    return [part for section in rubric.sections for part in section.sections]


def _question(criterion: Criterion) -> str:
    return criterion.question.casefold()


def _last_name(criterion: Criterion) -> str:
    return criterion.id.partition(".")[2]


def _id(part: Group | Criterion) -> str:
    return part.id
