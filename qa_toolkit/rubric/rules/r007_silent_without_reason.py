"""A comment silences findings without a reason, or names no code that could be silenced.

Whoever reads the rubric next must be able to tell whether a finding was weighed or only put out of
sight. Mistakes with which nothing can be scored (R001 to R006, R101, R206, R301) cannot be
silenced.

Bad:

```yaml
- id: basics.helps
  question: Does the agent help?
  scale: {0: no help, 1: a hint, 5: the whole way}  # qa: disable=R208
  rate: manual
```

Good:

```yaml
- id: basics.helps
  question: Does the agent help?
  scale: {0: no help, 1: a hint, 5: the whole way}  # qa: disable=R208 a hint hardly helps
  rate: manual
```
"""

from qa_toolkit.rubric.rules.interface import Rule

RULE = Rule(
    code="R007",
    severity="warning",
    title="silenced without a reason",
    fix="write it as '# qa: disable=R204 reason', with codes that there are",
    manual=__doc__,
)
