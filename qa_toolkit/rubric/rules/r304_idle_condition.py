"""A condition can never hold, or always holds.

A criterion for calls in a rubric for chats is never asked. A condition that names every channel, or
every answer to a question that is always asked, changes nothing. Both look like a rule and are none.

Bad:

```yaml
applies_to: {channels: [chat]}
sections:
  - id: basics
    title: Basics
    weight: 1
    criteria:
      - id: basics.greets
        question: Is there a greeting?
        type: yes_no
        rate: manual
      - id: basics.hold
        question: Is a hold announced?
        type: yes_no
        rate: manual
        applies_when: {channels: [call]}
```

Good:

```yaml
applies_to: {channels: [chat, call]}
sections:
  - id: basics
    title: Basics
    weight: 1
    criteria:
      - id: basics.greets
        question: Is there a greeting?
        type: yes_no
        rate: manual
      - id: basics.hold
        question: Is a hold announced?
        type: yes_no
        rate: manual
        applies_when: {channels: [call]}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import AppliesWhen, Criterion, Rubric
from qa_toolkit.rubric.rules.interface import Found, Path, Rule, criteria
from qa_toolkit.rubric.rules.ratings import rating_of
from qa_toolkit.rubric.rules.reach import channels_of


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, criterion in criteria(rubric):
        when = criterion.applies_when
        if when is None:
            continue
        place = (*path, "applies_when")
        if not (when.customer or when.channels or when.answers or when.metadata):
            yield place, "there is no condition in it, so it always holds"
        yield from _channels((*place, "channels"), when, rubric)
        for other, wanted in when.answers.items():
            known = rubric.places.get(other)
            if known is not None and other != criterion.id:
                named = (*place, "answers", other)
                yield from _answers(named, known.criterion, wanted)
                yield from _other_channels(named, criterion, known.criterion, rubric)


def _channels(place: Path, when: AppliesWhen, rubric: Rubric) -> Iterator[Found]:
    drawn = set(rubric.applies_to.channels)
    if when.channels and drawn.isdisjoint(when.channels):
        yield place, "the rubric applies to none of these channels, so it never holds"


def _answers(place: Path, other: Criterion, wanted: tuple[int | str, ...]) -> Iterator[Found]:
    unsure = other.applies_when or other.na_allowed or other.type == "multi_choice"
    if unsure or not other.levels:
        return
    if _all_named(other, wanted):
        yield place, f"these are all answers to '{other.id}', so it always holds"


def _all_named(other: Criterion, wanted: tuple[int | str, ...]) -> bool:
    """Options of equal points are different answers, which only their ids tell apart."""
    if other.options:
        return all(option.id in wanted or option.points in wanted for option in other.options)
    return {rating_of(other, answer) for answer in wanted}.issuperset(other.levels)


def _other_channels(
    place: Path, criterion: Criterion, other: Criterion, rubric: Rubric
) -> Iterator[Found]:
    here, there = channels_of(criterion, rubric), channels_of(other, rubric)
    if here and there and here.isdisjoint(there):
        yield place, f"'{other.id}' is asked in other channels only, so it never holds"


RULE = Rule(
    code="R304",
    severity="warning",
    title="condition that decides nothing",
    fix="correct the condition, or take it out",
    manual=__doc__,
    find=_find,
)
