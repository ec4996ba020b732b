"""Where a criterion can apply."""

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Criterion, Rubric


def channels_of(criterion: Criterion, rubric: Rubric) -> frozenset[Channel]:
    """The channels in which a criterion may apply; empty where its condition never holds."""
    drawn = frozenset(rubric.applies_to.channels)
    when = criterion.applies_when
    if when is None or not when.channels:
        return drawn
    others = bool(when.customer or when.answers or when.metadata)
    if when.match == "any" and others:
        return drawn
    return drawn.intersection(when.channels)
