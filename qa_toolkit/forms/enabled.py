"""How the condition of a criterion is written in a form that knows conditions on answers only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qa_toolkit.domain.rubric import AppliesWhen

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


def other_conditions(when: AppliesWhen) -> Iterator[tuple[str, str]]:
    """Conditions on more than answers: the key, and what it says."""
    if when.customer:
        yield "customer", f"only after the customer's cue '{when.customer}'"
    if when.channels:
        yield "channels", f"only in {', '.join(channel.value for channel in when.channels)}"
    for name, values in when.metadata.items():
        yield f"metadata.{name}", f"only where it is {' or '.join(values)}"
