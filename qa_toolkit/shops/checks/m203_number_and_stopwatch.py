"""An answer is not what the stopwatch says.

The scenario names the numbers that the stopwatch answers (`measures`). Allowed are five seconds or a
tenth, and half of the unit for those asked in minutes.

Bad:

```yaml
answers: {welcome.wait: 95}
```

Good:

```yaml
answers: {welcome.wait: 22}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.shop.log import measured_s
from qa_toolkit.domain.shop.shown import answer_shown
from qa_toolkit.shops.checks.amounts import UNITS_S
from qa_toolkit.shops.checks.clock import span
from qa_toolkit.shops.checks.interface import Check, Context, Found

_SHARE = 0.1
_LEAST_S = 5.0


def _find(context: Context) -> Iterator[Found]:
    measured = measured_s(context.log.marks)
    for question in context.asked():
        answer = context.log.observation(question.id).answer
        if question.measure is None or question.measure not in measured:
            continue
        if isinstance(answer, bool) or not isinstance(answer, int | float):
            continue
        unit_s = UNITS_S.get(question.unit.casefold(), 1.0)
        told_s, clocked_s = answer * unit_s, measured[question.measure]
        allowed_s = max(_LEAST_S, _SHARE * abs(clocked_s), unit_s / 2 if unit_s > 1 else 0.0)
        if abs(told_s - clocked_s) > allowed_s:
            yield Found(
                question.id,
                f"answered {answer_shown(question, answer)}, the stopwatch says {span(clocked_s)}",
            )


CHECK = Check(
    code="M203",
    severity="warning",
    title="number and stopwatch contradict each other",
    fix="take the stopwatch's number, or correct the times",
    manual=__doc__,
    find=_find,
    at_entry=True,
)
