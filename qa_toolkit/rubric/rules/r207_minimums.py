"""A minimum asks nothing, or the minimums leave nothing for the pass mark to decide.

A minimum of 0 is reached by everybody. And where whoever reaches all minimums has reached the pass
mark with them, the pass mark says one thing to its readers and another rule decides.

Bad:

```yaml
pass_mark: 60
minimums: {basics: 70}
```

Good:

```yaml
pass_mark: 60
minimums: {basics: 40}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule
from qa_toolkit.rubric.rules.weights import ROUNDING, section_shares, shares


def _find(rubric: Rubric) -> Iterator[Found]:
    if not rubric.minimums:
        return
    for name, least in rubric.minimums.items():
        if not least:
            yield ("minimums", name), "a minimum of 0 asks nothing"
    known = section_shares(rubric, list(shares(rubric)))
    reached = sum(
        share * float(rubric.minimums.get(rubric.sections[s].id, 0)) for s, share in known.items()
    )
    if 0 < rubric.pass_mark <= reached + ROUNDING:
        message = (
            f"the minimums alone make {reached:.3g} percent, "
            f"so the pass mark of {rubric.pass_mark:f} decides nothing"
        )
        yield ("pass_mark",), message


RULE = Rule(
    code="R207",
    severity="warning",
    title="minimums without use, or all-deciding",
    fix="lower the minimums under the pass mark, or raise the pass mark over them",
    manual=__doc__,
    find=_find,
)
