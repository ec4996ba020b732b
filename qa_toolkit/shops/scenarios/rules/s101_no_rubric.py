"""The rubric that the scenario names is not there, or has errors.

The rubric is the form: without it there is nothing to observe. It is looked for from the scenario's
folder, in a folder `rubrics` there or one level above, and among those that ship.


Bad:

```yaml
rubric: telephone.yaml
```

Good:

```yaml
rubric: phone.yaml
```
"""

from qa_toolkit.shops.scenarios.rules.interface import Rule

RULE = Rule(
    code="S101",
    severity="error",
    title="no rubric that can be used",
    fix="name the rubric's file from the scenario's folder, and mend what 'qa rubric check' tells",
    manual=__doc__,
)
