"""A level of the scale cannot be given by any evidence.

The level is described, people may give it, and the machine never does: an indicator is missing, or
its points go past the level. Looked at is every sum that the indicators and the base can make; it
counts for the nearest level. The top has a rule of its own, R204, and with `rate: share` a mean over
occasions may lie anywhere.

Bad:

```yaml
- id: basics.greets
  question: Does the agent greet the customer?
  scale: {0: no greeting, 1: a greeting, 2: a greeting by name}
  indicators:
    - {id: by_name, kind: phrase, any: [hello mr, hello mrs], points: 2}
```

Good:

```yaml
- id: basics.greets
  question: Does the agent greet the customer?
  scale: {0: no greeting, 1: a greeting, 2: a greeting by name}
  indicators:
    - {id: hello, kind: phrase, any: [hello], points: 1}
    - {id: by_name, kind: phrase, any: [hello mr, hello mrs], points: 2}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule, criteria
from qa_toolkit.rubric.rules.ratings import reachable

_MOST_SHOWN = 8


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, criterion in criteria(rubric):
        if not _looked_at(criterion):
            continue
        given = reachable(criterion)
        if given is None:
            continue
        missing = sorted(set(criterion.levels) - given - {criterion.highest})
        if missing:
            place = "options" if criterion.type == "choice" else "scale"
            levels = "the level" if len(missing) == 1 else "the levels"
            named = ", ".join(map(str, missing[:_MOST_SHOWN]))
            more = " …" if len(missing) > _MOST_SHOWN else ""
            yield (*path, place), f"no evidence can give {levels} {named}{more}"


def _looked_at(criterion: Criterion) -> bool:
    """Whether its levels are few and named, and finds are added up once for all."""
    return (
        criterion.by_machine
        and criterion.rate != "share"
        and criterion.type != "multi_choice"
        and bool(criterion.indicators)
        and bool(criterion.levels)
    )


RULE = Rule(
    code="R217",
    severity="warning",
    title="level out of reach",
    fix="add an indicator that leads there, change points or base, or take the level away",
    manual=__doc__,
    find=_find,
)
