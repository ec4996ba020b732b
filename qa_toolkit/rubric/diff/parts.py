"""The parts of a criterion that have an id: options and indicators, come, gone, renamed, changed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from qa_toolkit.domain.rubric import Indicator, Option
from qa_toolkit.rubric.diff.change import Change
from qa_toolkit.rubric.diff.here import Here
from qa_toolkit.rubric.diff.match import match_parts
from qa_toolkit.rubric.diff.orders import compare_order
from qa_toolkit.rubric.diff.values import summary


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of part, and the code of each way in which one differs.

    Attributes:
        name: `option`; the rubric's key is the same with an s.
        ordered: whether another order is a difference.
    """

    name: str
    renamed: str
    come: str
    gone: str
    ordered: bool = False


def compare_parts(
    kind: Kind,
    old: Sequence[Option | Indicator],
    new: Sequence[Option | Indicator],
    here: Here,
    compare: Callable[[BaseModel, BaseModel, Here], Iterator[Change]],
) -> Iterator[Change]:
    """Every difference in parts; what stays is compared by `compare`, at its own place."""
    key = f"{kind.name}s"
    before = {item.id: n for n, item in enumerate(old)}
    after = {item.id: n for n, item in enumerate(new)}
    matched = match_parts({item.id: item for item in old}, {item.id: item for item in new})
    for pair in matched.pairs:
        (was, old_item), (is_, new_item) = pair.old, pair.new
        at = here.part(f"{kind.name} {is_}", (key, before[was]), (key, after[is_]))
        if pair.note:
            yield at.renamed(kind.renamed, kind.name, was, is_, pair.note)
        yield from compare(old_item, new_item, at)
    for name, item in matched.come:
        path = (key, after[name])
        yield here.added(kind.come, kind.name, summary(item), path, f"{kind.name} {name}")
    for name, item in matched.gone:
        path = (key, before[name])
        yield here.removed(kind.gone, kind.name, summary(item), path, f"{kind.name} {name}")
    if kind.ordered:
        ids = {pair.old[0]: pair.new[0] for pair in matched.pairs}
        yield from compare_order(list(before), list(after), ids, here.key(key))
