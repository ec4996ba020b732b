"""How the condition of a criterion is written in a form that knows conditions on answers only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qa_toolkit.domain.rubric import AppliesWhen
from qa_toolkit.forms.difference import Differences

BY_PEOPLE = "people answer 'not applicable' themselves"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enabled:
    """A condition as a form says it.

    Attributes:
        keys: of the question.
        by_people: a part of the condition is lost, so people must be able to say that the
            question does not apply.
    """

    keys: Mapping[str, object]
    by_people: bool = False


def without_answers(when: AppliesWhen, place: str, differences: Differences) -> Enabled | None:
    """What becomes of a condition where no answers are looked at; None where they are.

    Args:
        when: of a criterion.
        place: of the condition.
        differences: takes what a form on answers only cannot say.
    """
    others = list(_other_conditions(when))
    if others and when.match == "any":
        differences.lost(place, "a condition on more than answers", BY_PEOPLE)
        return Enabled(keys={}, by_people=True)
    for name, what in others:
        differences.lost(f"{place}.{name}", what, BY_PEOPLE)
    return None if when.answers else Enabled(keys={}, by_people=bool(others))


def has_others(when: AppliesWhen) -> bool:
    """Whether it is a condition on more than answers."""
    return any(_other_conditions(when))


def _other_conditions(when: AppliesWhen) -> Iterator[tuple[str, str]]:
    """Conditions on more than answers: the key, and what it says."""
    if when.customer:
        yield "customer", f"only after the customer's cue '{when.customer}'"
    if when.channels:
        yield "channels", f"only in {', '.join(channel.value for channel in when.channels)}"
    for name, values in when.metadata.items():
        yield f"metadata.{name}", f"only where it is {' or '.join(values)}"
