"""A No stands without a word on what happened.

A No costs points, and those whom it costs ask what was seen. Without a comment the editor cannot
tell a missing greeting from one that was not heard. `comment_at` of a question says which answers
need one.

Bad:

```yaml
answers: {welcome.greeted: "no", welcome.name: null}
```

Good:

```yaml
answers: {welcome.greeted: "no", welcome.name: null}
comments:
  welcome.greeted: The first words were the name of the company.
  welcome: The first words were the name of the company, then a question for my number.
narrative: >-
  I called at nine. Dana answered after twenty seconds with the name of the company, asked for my
  number and blocked the card. Her name stood in the mail that came.
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.words import is_blank


def _find(context: Context) -> Iterator[Found]:
    for question in context.asked():
        noted = context.log.observation(question.id)
        if question.needs_comment(noted.answer) and is_blank(noted.comment):
            yield Found(question.id, f"'{noted.answer}' to '{question.text}' without a comment")


CHECK = Check(
    code="M102",
    severity="error",
    title="no comment on a No",
    fix="say what was seen or heard instead",
    manual=__doc__,
    find=_find,
    at_entry=True,
)
