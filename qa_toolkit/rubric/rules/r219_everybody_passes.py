"""Every interaction passes.

The pass mark is 0, or so low that the worst ratings that evidence can give reach it, and neither a
minimum nor a critical criterion stands in the way. Then `pass` says nothing.

Bad:

```yaml
pass_mark: 0
```

Good:

```yaml
pass_mark: 60
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule
from qa_toolkit.rubric.rules.ratings import nearest, worst
from qa_toolkit.rubric.rules.weights import ROUNDING, shares, shown


def _find(rubric: Rubric) -> Iterator[Found]:
    critical = any(criterion.critical is not False for criterion in rubric.criteria())
    if critical or any(rubric.minimums.values()):
        return
    known = (share for share in shares(rubric) if not share.criterion.bonus)
    least = sum(share.total * _worst_value(share.criterion) for share in known)
    if 100 * least + ROUNDING >= rubric.pass_mark:
        message = f"the worst total is {shown(least)} percent, so every interaction passes"
        yield ("pass_mark",), message


def _worst_value(criterion: Criterion) -> float:
    """The place on its scale, 0 to 1, of the worst rating that evidence or a person can give."""
    if not criterion.by_machine or criterion.type == "multi_choice" or not criterion.levels:
        return 0.0
    levels = sorted(criterion.levels)
    height = levels[-1] - levels[0]
    return (nearest(levels, worst(criterion)) - levels[0]) / height if height else 0.0


RULE = Rule(
    code="R219",
    severity="warning",
    title="everybody passes",
    fix="raise the pass mark, or name minimums or critical criteria that decide",
    manual=__doc__,
    find=_find,
)
