"""Parts that stand in another order, which reports show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from qa_toolkit.domain.rubric import Criterion, Rubric, Section, Subsection
from qa_toolkit.rubric.diff.change import Change
from qa_toolkit.rubric.diff.codes import ORDER
from qa_toolkit.rubric.diff.here import Here
from qa_toolkit.rubric.diff.match import Group, Names
from qa_toolkit.rubric.diff.paths import group_paths


def compare_orders(old: Rubric, new: Rubric, names: Names) -> Iterator[Change]:
    """Sections, subsections within a section, and criteria within either."""
    top = Here().key("sections")
    yield from compare_order(_ids(old.sections), _ids(new.sections), names.sections, top)
    before, after = group_paths(old), group_paths(new)
    known = dict(names.sections) | dict(names.groups)
    is_there = {group.id: group for group in _groups(new)}
    for was in _groups(old):
        if was.id not in known:
            continue
        is_ = is_there[known[was.id]]
        here = Here(words=(is_.id,), old=before[was.id], new=after[is_.id])
        for key, ids in (("sections", names.groups), ("criteria", names.criteria)):
            yield from compare_order(_held(was, key), _held(is_, key), ids, here.key(key))


def compare_order(
    old: Sequence[str], new: Sequence[str], names: Mapping[str, str], here: Here
) -> Iterator[Change]:
    """One change where what is in both lists stands in another order; both with their new ids."""
    here_too = set(new)
    before = [names[name] for name in old if names.get(name) in here_too]
    common = set(before)
    after = [name for name in new if name in common]
    if before != after:
        yield here.reordered(ORDER, before, after)


def _groups(rubric: Rubric) -> Iterator[Group]:
    for section in rubric.sections:
        yield section
        yield from section.sections


def _held(group: Group, key: str) -> list[str]:
    return _ids(getattr(group, key, ()))


def _ids(parts: Iterable[Section | Subsection | Criterion]) -> list[str]:
    return [part.id for part in parts]
