"""The log was filled in on the form of another version of the scenario.

An assignment keeps the scenario and its questions as they were when it was drawn. Answers to other
questions, even under the same ids, say something else.

Bad:

```yaml
form: f9
```

Good:

```yaml
form: f0
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.checks.interface import Check, Context, Found


def _find(context: Context) -> Iterator[Found]:
    wanted = context.assignment.scenario_hash if context.assignment else context.form.hash
    if context.log.scenario_hash != wanted:
        yield Found(
            "shop",
            f"the log is of form {context.log.scenario_hash or '(none)'}, "
            f"the assignment of {wanted}",
        )


CHECK = Check(
    code="M002",
    severity="error",
    title="form of another version",
    fix="fill in the form of this assignment: qa shop form makes it anew",
    manual=__doc__,
    find=_find,
)
