"""A comment has one word or two.

"Good" or "see above" tells nobody what was seen. Three words can: "no badge worn".

Bad:

```yaml
comments: {help: Fine.}
```

Good:

```yaml
comments: {help: She blocked it at once.}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.wording import counted
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.texts import comments, cut, words

LEAST = 3


def _find(context: Context) -> Iterator[Found]:
    for where, text in comments(context.form, context.log):
        told = len(words(text))
        if told < LEAST:
            yield Found(where, f"the comment '{cut(text)}' has {counted(told, 'word')}")


CHECK = Check(
    code="M106",
    severity="warning",
    title="comment of a word or two",
    fix="say who did or said what",
    manual=__doc__,
    find=_find,
    at_entry=True,
)
