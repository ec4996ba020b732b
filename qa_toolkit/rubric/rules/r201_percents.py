"""Weights that look like percents do not add up to 100.

Weights are shares of their sum, so nothing breaks: a section of 25 in a sum of 95 weighs 26.3
percent. But whoever wrote 25 meant 25, and a forgotten or half-changed weight shows up just so.
Looked at are sums from 80 to 120, of weights that are not all equal, for the sections and for the
criteria of each section. Criteria that are for some channels only are added up for each channel;
one channel that makes 100 is enough. Bonus criteria and unscored ones are left out.

Bad:

```yaml
sections:
  - id: basics
    title: Basics
    weight: 35
    criteria:
      - {id: basics.greets, question: Is there a greeting?, type: yes_no, rate: manual}
  - id: answer
    title: Answer
    weight: 60
    criteria:
      - {id: answer.right, question: Is the answer right?, type: yes_no, rate: manual}
```

Good:

```yaml
sections:
  - id: basics
    title: Basics
    weight: 40
    criteria:
      - {id: basics.greets, question: Is there a greeting?, type: yes_no, rate: manual}
  - id: answer
    title: Answer
    weight: 60
    criteria:
      - {id: answer.right, question: Is the answer right?, type: yes_no, rate: manual}
```
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Criterion, Rubric, Section
from qa_toolkit.rubric.rules.interface import Found, Rule, groups

_LOOKS_LIKE_PERCENTS = range(80, 121)


def _find(rubric: Rubric) -> Iterator[Found]:
    channels = rubric.applies_to.channels
    if rubric.policy.total == "criteria":
        sums = list(_sums(list(rubric.criteria()), (), channels))
        yield from _off(sums, ("sections",), "criteria")
        return
    sections = [section.weight for section in rubric.sections]
    yield from _off([sections], ("sections",), "sections")
    for path, group in groups(rubric):
        parts = group.sections if isinstance(group, Section) else ()
        sums = list(_sums(group.criteria, [part.weight for part in parts], channels))
        place = (*path, "criteria" if group.criteria else "sections")
        yield from _off(sums, place, "criteria" if not parts else "parts")


def _sums(
    criteria: Sequence[Criterion], parts: Iterable[Decimal], channels: Iterable[Channel]
) -> Iterator[list[Decimal]]:
    """The weights that add up in each channel; once, where no criterion looks at the channel."""
    counted = [criterion for criterion in criteria if criterion.counts]
    if not any(known.applies_when and known.applies_when.channels for known in counted):
        yield [*parts, *(known.weight for known in counted)]
        return
    for channel in channels:
        here = (known.weight for known in counted if _in(known, channel))
        yield [*parts, *here]


def _in(criterion: Criterion, channel: Channel) -> bool:
    when = criterion.applies_when
    return when is None or not when.channels or channel in when.channels


def _off(
    sums: Sequence[Sequence[Decimal]], place: tuple[str | int, ...], of: str
) -> Iterator[Found]:
    totals = [sum(weights, Decimal(0)) for weights in sums]
    uneven = any(len(set(weights)) > 1 for weights in sums)
    like_percents = any(int(total) in _LOOKS_LIKE_PERCENTS for total in totals)
    if uneven and like_percents and not any(map(_is_100, totals, sums)):
        told = " or ".join(f"{total:f}" for total in dict.fromkeys(totals))
        yield place, f"the weights of the {of} add up to {told}, not 100"


def _is_100(total: Decimal, weights: Sequence[Decimal]) -> bool:
    """Exactly, or but for rounding where weights have decimals (33.3)."""
    rounded = any(weight % 1 for weight in weights)
    return abs(total - 100) < 1 if rounded else total == 100


RULE = Rule(
    code="R201",
    severity="warning",
    title="weights are not 100 percent",
    fix="change the weights so that they add up to 100, or to something plainly no percent",
    manual=__doc__,
    find=_find,
)
