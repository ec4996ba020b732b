"""The answers to a criterion: levels, options and ranges."""

from collections.abc import Iterator, Mapping

from qa_toolkit.domain.rubric import Criterion, Option, Range
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
from qa_toolkit.rubric.diff.match import Names, match_parts
from qa_toolkit.rubric.diff.orders import compare_order
from qa_toolkit.rubric.diff.values import bounds, summary


def compare_answers(old: Criterion, new: Criterion, here: Here, names: Names) -> Iterator[Change]:
    """What differs in the answers; nothing where the type does, which says it all."""
    if old.type != new.type:
        return
    if new.type in ("scale", "yes_no"):
        yield from _levels(old.levels, new.levels, here.key("scale"))
    yield from _options(old.options, new.options, here, names)
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


def _options(
    old: tuple[Option, ...], new: tuple[Option, ...], here: Here, names: Names
) -> Iterator[Change]:
    before = {item.id: n for n, item in enumerate(old)}
    after = {item.id: n for n, item in enumerate(new)}
    matched = match_parts({item.id: item for item in old}, {item.id: item for item in new})
    for pair in matched.pairs:
        (was, old_item), (is_, new_item) = pair.old, pair.new
        at = here.part(f"option {is_}", ("options", before[was]), ("options", after[is_]))
        if pair.note:
            yield at.renamed(RENAMED, "option", was, is_, pair.note)
        yield from compare_fields(old_item, new_item, at, names)
    for name, item in matched.come:
        path = ("options", after[name])
        yield here.added(NEW_SCORED, "option", summary(item), path, f"option {name}")
    for name, item in matched.gone:
        path = ("options", before[name])
        yield here.removed(GONE, "option", summary(item), path, f"option {name}")
    ids = {pair.old[0]: pair.new[0] for pair in matched.pairs}
    yield from compare_order(list(before), list(after), ids, here.key("options"))


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
