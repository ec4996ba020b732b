"""Criteria: come, gone, renamed, moved, and what differs in those that stay."""

from collections.abc import Iterator
from functools import partial

from pydantic import BaseModel

from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.rubric.diff.answers import compare_answers
from qa_toolkit.rubric.diff.change import Change
from qa_toolkit.rubric.diff.codes import (
    GONE,
    LOOKED_FOR,
    MOVED,
    NEW_SCORED,
    RENAMED,
    UNSCORED,
)
from qa_toolkit.rubric.diff.fields import compare_fields
from qa_toolkit.rubric.diff.here import Here
from qa_toolkit.rubric.diff.match import Matched, Names, Pair
from qa_toolkit.rubric.diff.parts import Kind, compare_parts
from qa_toolkit.rubric.diff.paths import criterion_paths, group_paths
from qa_toolkit.rubric.diff.values import summary

_INDICATOR = Kind(name="indicator", renamed=UNSCORED, come=LOOKED_FOR, gone=LOOKED_FOR)


def compare_criteria(
    old: Rubric, new: Rubric, matched: Matched[Criterion], names: Names
) -> Iterator[Change]:
    """Every difference in criteria, in the order of NEW; then those that are gone."""
    before, after = criterion_paths(old), criterion_paths(new)
    pairs = {pair.new.id: pair for pair in matched.pairs}
    for item in new.criteria():
        pair = pairs.get(item.id)
        if pair is None:
            code = NEW_SCORED if item.scored else UNSCORED
            yield Here().added(code, "criterion", summary(item), after[item.id], item.id)
        else:
            here = Here(words=(item.id,), old=before[pair.old.id], new=after[item.id])
            yield from _identity(pair, here, old, new, names)
            yield from _content(pair.old, pair.new, here, names)
    groups = group_paths(new)
    for item in matched.gone:
        section = names.sections.get(old.places[item.id].section, "")
        stood_in = Here(new=groups.get(section, ()))
        code = GONE if item.scored else UNSCORED
        yield stood_in.removed(code, "criterion", summary(item), before[item.id], item.id)


def _identity(
    pair: Pair[Criterion], here: Here, old: Rubric, new: Rubric, names: Names
) -> Iterator[Change]:
    """Another id, or another place."""
    if pair.note:
        code = RENAMED if pair.old.scored or pair.new.scored else UNSCORED
        yield here.renamed(code, "criterion", pair.old.id, pair.new.id, pair.note)
    _, section, group = old.places[pair.old.id]
    _, new_section, new_group = new.places[pair.new.id]
    same_section = names.sections.get(section, section) == new_section
    if not same_section or names.groups.get(group, group) != new_group:
        yield here.moved(MOVED, "criterion", group or section, new_group or new_section)


def _content(old: Criterion, new: Criterion, here: Here, names: Names) -> Iterator[Change]:
    yield from compare_fields(old, new, here, names)
    yield from compare_answers(old, new, here, names)
    looked_for = partial(_indicator, names=names)
    yield from compare_parts(_INDICATOR, old.indicators, new.indicators, here, looked_for)


def _indicator(old: BaseModel, new: BaseModel, here: Here, names: Names) -> Iterator[Change]:
    if type(old) is type(new):
        yield from compare_fields(old, new, here, names)
    else:
        yield here.key("kind").changed(LOOKED_FOR, summary(old), summary(new))
