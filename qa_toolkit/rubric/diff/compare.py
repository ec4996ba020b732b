"""Two versions of a rubric → every difference in meaning, always in the same order."""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.diff.change import Change
from qa_toolkit.rubric.diff.codes import LOOKED_FOR, RENAMED, UNSCORED
from qa_toolkit.rubric.diff.criteria import compare_criteria
from qa_toolkit.rubric.diff.fields import compare_fields
from qa_toolkit.rubric.diff.groups import compare_groups
from qa_toolkit.rubric.diff.here import Here
from qa_toolkit.rubric.diff.match import Matches, Names, match_rubrics
from qa_toolkit.rubric.diff.orders import compare_orders
from qa_toolkit.rubric.diff.values import summary


def compare(old: Rubric, new: Rubric) -> tuple[tuple[Change, ...], Names]:
    """The differences, and what of OLD goes by which id in NEW.

    Comments, layout, the order of phrases and the version are no differences.
    """
    matches = match_rubrics(old, new)
    return tuple(_changes(old, new, matches)), matches.names


def _changes(old: Rubric, new: Rubric, matches: Matches) -> Iterator[Change]:
    names = matches.names
    if old.id != new.id:
        yield Here().key("id").renamed(RENAMED, "rubric", old.id, new.id, "")
    yield from compare_fields(old, new, Here(), names)
    yield from _cues(matches)
    yield from compare_groups(old, new, matches.sections, names, "section")
    yield from compare_groups(old, new, matches.groups, names, "subsection")
    yield from compare_orders(old, new, names)
    yield from compare_criteria(old, new, matches.criteria, names)


def _cues(matches: Matches) -> Iterator[Change]:
    top = Here()
    for pair in matches.cues.pairs:
        (was, before), (is_, after) = pair.old, pair.new
        here = top.part(f"cue {is_}", ("cues", was), ("cues", is_))
        if pair.note:
            yield here.renamed(UNSCORED, "cue", was, is_, pair.note)
        yield from compare_fields(before, after, here, matches.names)
    for name, cue in matches.cues.come:
        yield top.added(LOOKED_FOR, "cue", summary(cue), ("cues", name), f"cue {name}")
    for name, cue in matches.cues.gone:
        yield top.removed(LOOKED_FOR, "cue", summary(cue), ("cues", name), f"cue {name}")
