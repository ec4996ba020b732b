"""Sections and subsections: come, gone, renamed, and what differs in those that stay."""

from collections.abc import Iterator
from typing import Literal

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.diff.change import Change
from qa_toolkit.rubric.diff.codes import GONE, NEW_SCORED, RENAMED, UNSCORED
from qa_toolkit.rubric.diff.fields import compare_fields
from qa_toolkit.rubric.diff.here import Here
from qa_toolkit.rubric.diff.match import Group, Matched, Names, held
from qa_toolkit.rubric.diff.paths import group_paths
from qa_toolkit.rubric.diff.values import summary


def compare_groups(
    old: Rubric,
    new: Rubric,
    matched: Matched[Group],
    names: Names,
    what: Literal["section", "subsection"],
) -> Iterator[Change]:
    """Every difference in sections or subsections, but for what stands in them."""
    before, after = group_paths(old), group_paths(new)
    for pair in matched.pairs:
        here = Here(
            words=(f"{what} {pair.new.id}",), old=before[pair.old.id], new=after[pair.new.id]
        )
        if pair.note:
            code = RENAMED if _scored(pair.old) or _scored(pair.new) else UNSCORED
            yield here.renamed(code, what, pair.old.id, pair.new.id, pair.note)
        yield from compare_fields(pair.old, pair.new, here, names)
    for group in matched.come:
        code = NEW_SCORED if _scored(group) else UNSCORED
        yield Here().added(code, what, summary(group), after[group.id], f"{what} {group.id}")
    for group in matched.gone:
        code = GONE if _scored(group) else UNSCORED
        yield Here().removed(code, what, summary(group), before[group.id], f"{what} {group.id}")


def _scored(group: Group) -> bool:
    return any(item.scored for item in held(group))
