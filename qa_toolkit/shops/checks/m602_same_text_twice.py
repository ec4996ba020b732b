"""The same comment stands in two places of the log.

A text that fits everywhere says nothing anywhere. Looked at are comments of six words and more, word
for word.

Bad:

```yaml
comments:
  welcome: Everything was as it is written in the brief.
  help: Everything was as it is written in the brief.
```

Good:

```yaml
comments:
  welcome: She said good morning and her first name.
  help: She blocked the card while I was on the line.
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.checks.earlier import words_of
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.texts import comments, cut

_LEAST = 6


def _find(context: Context) -> Iterator[Found]:
    first: dict[tuple[str, ...], str] = {}
    for where, text in comments(context.form, context.log):
        words = tuple(words_of(text))
        if len(words) >= _LEAST and words in first:
            yield Found(where, f"'{cut(text)}' stands at {first[words]} as well")
        first.setdefault(words, where)


CHECK = Check(
    code="M602",
    severity="warning",
    title="one text in two places",
    fix="say in each place what happened there",
    manual=__doc__,
    find=_find,
    at_entry=True,
)
