"""A comment silences a finding that is not there.

The mistake was mended and the comment stayed. Left alone, it would one day hide a new one.

Bad:

```yaml
- id: basics.helps
  question: Does the agent help?
  scale: {0: no help, 1: a hint, 2: the whole way}  # qa: disable=R208 a hint hardly helps
  rate: manual
```

Good:

```yaml
- id: basics.helps
  question: Does the agent help?
  scale: {0: no help, 1: a hint, 2: the whole way}
  rate: manual
```
"""

from qa_toolkit.rubric.rules.interface import Rule

RULE = Rule(
    code="R008",
    severity="warning",
    title="silences nothing",
    fix="remove the comment",
    manual=__doc__,
)
