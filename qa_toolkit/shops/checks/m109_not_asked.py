"""A question is answered that the other answers rule out.

Such an answer counts for nothing. Mostly the answer it depends on was changed later: no greeting, but
a name that came with it.

Bad:

```yaml
answers: {welcome.greeted: "no", welcome.name: "yes"}
comments:
  welcome.greeted: The first words were the name of the company.
```

Good:

```yaml
answers: {welcome.greeted: "yes", welcome.name: "yes"}
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.checks.interface import Check, Context, Found


def _find(context: Context) -> Iterator[Found]:
    asked = {question.id for question in context.asked()}
    for question in context.form.questions():
        answer = context.log.observation(question.id).answer
        if answer is not None and question.id not in asked and question.type != "info":
            yield Found(
                question.id, f"'{question.text}' is answered, but the other answers rule it out"
            )


CHECK = Check(
    code="M109",
    severity="warning",
    title="answer to a question that is not asked",
    fix="take the answer out, or mend the answer that it depends on",
    manual=__doc__,
    find=_find,
)
