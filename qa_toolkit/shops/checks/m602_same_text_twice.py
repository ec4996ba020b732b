"""The same comment stands in two places of the log.

A text that fits everywhere says nothing anywhere. Looked at are comments of six words and more that
are the same word for word, and of eight and more of which seven words in eight are.

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

from collections import Counter
from collections.abc import Iterator

from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.texts import comments
from qa_toolkit.shops.checks.words import in_one_line, words

_LEAST = 6
_LEAST_ALIKE = 8
_ALIKE = 0.875


def _find(context: Context) -> Iterator[Found]:
    before: list[tuple[str, list[str]]] = []
    for where, text in comments(context.form, context.log):
        told = words(text)
        if source := next((one for one, other in before if _is_same(told, other)), ""):
            yield Found(where, f"'{in_one_line(text)}' stands at {source} as well")
        before.append((where, told))


def _is_same(told: list[str], other: list[str]) -> bool:
    """Whether two comments have the same words, or nearly all, in whatever order."""
    longest = max(len(told), len(other))
    if longest < _LEAST_ALIKE:
        return longest >= _LEAST and told == other
    return (Counter(told) & Counter(other)).total() >= _ALIKE * longest


CHECK = Check(
    code="M602",
    severity="warning",
    title="one text in two places",
    fix="say in each place what happened there",
    manual=__doc__,
    find=_find,
    at_entry=True,
)
