"""The answers to a criterion: levels, options and ranges."""

from collections.abc import Iterator, Mapping
from functools import partial

from qa_toolkit.domain.rubric import Criterion, Range
from qa_toolkit.rubric.diff.change import Change
from qa_toolkit.rubric.diff.codes import (
    ANSWERS,
    GONE,
    NEW_SCORED,
    NUMBERS,
    RENAMED,
    WORDS,
)
from qa_toolkit.rubric.diff.fields import compare_fields
from qa_toolkit.rubric.diff.here import Here
from qa_toolkit.rubric.diff.match import Names
from qa_toolkit.rubric.diff.parts import Kind, compare_parts
from qa_toolkit.rubric.diff.values import bounds, summary

_OPTION = Kind(name="option", renamed=RENAMED, come=NEW_SCORED, gone=GONE, ordered=True)


def compare_answers(old: Criterion, new: Criterion, here: Here, names: Names) -> Iterator[Change]:
    """What differs in the answers; nothing where the type does, which says it all."""
    if old.type != new.type:
        return
    if new.type in ("scale", "yes_no"):
        yield from _levels(old.levels, new.levels, here.key("scale"))
    fields = partial(compare_fields, names=names)
    yield from compare_parts(_OPTION, old.options, new.options, here, fields)
    yield from _ranges(old.ranges, new.ranges, here, names)


def _levels(old: Mapping[int, str], new: Mapping[int, str], here: Here) -> Iterator[Change]:
    for level, text in new.items():
        if level not in old:
            yield here.added(ANSWERS, "level", text, (level,), str(level))
        elif text != old[level]:
            yield here.key(level).changed(WORDS, old[level], text)
    for level, text in old.items():
        if level not in new:
            yield here.removed(ANSWERS, "level", text, (level,), str(level))


def _ranges(
    old: tuple[Range, ...], new: tuple[Range, ...], here: Here, names: Names
) -> Iterator[Change]:
    """Ranges have no ids: one with the same bounds is the same one."""
    before = {(item.start, item.below): n for n, item in enumerate(old)}
    after = {(item.start, item.below): n for n, item in enumerate(new)}
    for known, n in after.items():
        item, path = new[n], ("ranges", n)
        word = f"range {bounds(item)}"
        if known in before:
            at = here.part(word, ("ranges", before[known]), path)
            yield from compare_fields(old[before[known]], item, at, names)
        else:
            yield here.added(NUMBERS, "range", summary(item), path, word)
    for known, n in before.items():
        if known not in after:
            item, path = old[n], ("ranges", n)
            yield here.removed(NUMBERS, "range", summary(item), path, f"range {bounds(item)}")
