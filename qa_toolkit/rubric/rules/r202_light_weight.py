"""A section or criterion weighs so little that its rating changes nothing.

Whoever rates it spends the same minutes as on the others, and the agent is told about a mistake that
no score shows. Looked at is what it makes of the total: under 1 percent, and under a quarter of an
even share, so that a form of two hundred equal questions is all right. Critical criteria may weigh
little, for their failure decides by itself.

Bad:

```yaml
- {id: basics.greets, question: Is there a greeting?, type: yes_no, rate: manual, weight: 0.5}
- {id: basics.right, question: Is the answer right?, type: yes_no, rate: manual, weight: 99.5}
```

Good:

```yaml
- {id: basics.greets, question: Is there a greeting?, type: yes_no, rate: manual, weight: 20}
- {id: basics.right, question: Is the answer right?, type: yes_no, rate: manual, weight: 80}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule
from qa_toolkit.rubric.rules.weights import section_shares, shares, shown

_MATTERS = 0.01
_OF_AN_EVEN_SHARE = 0.25


def _find(rubric: Rubric) -> Iterator[Found]:
    known = [share for share in shares(rubric) if share.criterion.counts]
    light: set[int] = set()
    if rubric.policy.total == "sections":
        of_sections = section_shares(rubric, known)
        light = {s for s, total in of_sections.items() if total < _least(len(of_sections))}
        for s in light:
            yield ("sections", s, "weight"), _told(of_sections[s])
    least = _least(len(known))
    for share in known:
        if share.total < least and not share.criterion.critical and share.path[1] not in light:
            yield (*share.path, "weight"), _told(share.total)


def _least(count: int) -> float:
    return min(_MATTERS, _OF_AN_EVEN_SHARE / max(count, 1))


def _told(share: float) -> str:
    return f"makes only {shown(share)} percent of the total"


RULE = Rule(
    code="R202",
    severity="warning",
    title="too light to matter",
    fix="give it a weight that is felt, make it critical, or take it out",
    manual=__doc__,
    find=_find,
)
