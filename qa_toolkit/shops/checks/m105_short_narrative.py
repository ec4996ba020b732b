"""The story of the shop is missing, or shorter than the scenario asks.

The story is what ties the answers together, and the only place where the order of events stands. The
least number of words is `narrative_words` of the scenario.

Bad:

```yaml
narrative: I called and was helped.
```

Good:

```yaml
narrative: >-
  I called at nine. Dana answered after twenty seconds, asked for my name and blocked the card.
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.wording import counted
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.words import words


def _find(context: Context) -> Iterator[Found]:
    told, least = len(words(context.log.narrative)), context.form.narrative_words
    if not context.log.narrative.strip() and least:
        yield Found("narrative", f"there is no story; {least} words are asked for")
    elif told < least:
        yield Found("narrative", f"the story has {counted(told, 'word')}, asked are {least}")


CHECK = Check(
    code="M105",
    severity="error",
    title="story missing or too short",
    fix="tell what happened from beginning to end, in the past tense",
    manual=__doc__,
    find=_find,
    at_entry=True,
)
