"""A part of the journey has no comment.

The answers say what was met, the comment how it went: it is what the team reads. Each section with a
question that was asked needs one. "None" or a dash is no comment.

Bad:

```yaml
comments: {help: ''}
```

Good:

```yaml
comments: {help: She blocked the card at once and read its last four digits.}
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.words import is_blank


def _find(context: Context) -> Iterator[Found]:
    asked = {question.section for question in context.asked() if question.type != "info"}
    for section in context.form.sections:
        if section.id in asked and is_blank(context.log.comments.get(section.id, "")):
            yield Found(section.id, f"'{section.title}' has no comment")


CHECK = Check(
    code="M103",
    severity="error",
    title="no comment on a section",
    fix="tell in a sentence or two what happened there",
    manual=__doc__,
    find=_find,
    at_entry=True,
)
