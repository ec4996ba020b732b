"""A question that counts has no answer.

A missing answer is neither a Yes nor a No; guessed later, it is no observation. Asked are the
questions that the answers so far leave to be asked: without a greeting nobody is asked for the
name that came with it. Questions answered in words are not scored and may be left out.

Bad:

```yaml
answers: {help.blocked: null}
```

Good:

```yaml
answers: {help.blocked: "yes"}
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.checks.interface import Check, Context, Found


def _find(context: Context) -> Iterator[Found]:
    answers = context.log.answers()
    for question in context.asked():
        if question.required and question.id not in answers:
            yield Found(question.id, f"no answer to '{question.text}'")


CHECK = Check(
    code="M101",
    severity="error",
    title="required answer missing",
    fix="answer it, or say N/A where it could not apply",
    manual=__doc__,
    find=_find,
    at_entry=True,
)
