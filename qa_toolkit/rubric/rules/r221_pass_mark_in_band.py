"""The pass mark lies inside a band.

Interactions that pass and interactions that fail then share a name: "Good" is both. A band that
starts at the pass mark keeps the two apart.

Bad:

```yaml
pass_mark: 70
bands: {Poor: 0, Good: 60, Outstanding: 90}
```

Good:

```yaml
pass_mark: 60
bands: {Poor: 0, Good: 60, Outstanding: 90}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule


def _find(rubric: Rubric) -> Iterator[Found]:
    name = rubric.band_of(rubric.pass_mark)
    if name and rubric.bands[name] != rubric.pass_mark:
        yield ("bands", name), f"the pass mark of {rubric.pass_mark:f} lies inside '{name}'"


RULE = Rule(
    code="R221",
    severity="info",
    title="pass mark inside a band",
    fix="let a band start at the pass mark",
    manual=__doc__,
    find=_find,
)
