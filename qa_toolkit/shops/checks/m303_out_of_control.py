"""A text tells of what the team does not control.

Weather, traffic and parking make a day better or worse, and a log with it, though nobody at the
location can help it. Words of the scenario are left alone, as in a shop that sells umbrellas. English
only.

Bad:

```yaml
comments: {help: It took long because of the heavy rain outside.}
```

Good:

```yaml
comments: {help: It took two minutes until the card was blocked.}
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.domain.wording import listed
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.scripted import scripted_words
from qa_toolkit.shops.checks.texts import facts, is_english, without_quotes

_OUTSIDE = re.compile(
    r"\b(weather|rain|rained|raining|rainy|snow|snowed|snowing|storm|stormy|heat wave|parking"
    r"|parking lot|car park|traffic|traffic jam|roadworks?|road works|building site"
    r"|construction site|power cut)\b",
    re.IGNORECASE,
)


def _find(context: Context) -> Iterator[Found]:
    if not is_english(context.form):
        return
    scripted = scripted_words(context)
    for where, text in facts(context):
        found = dict.fromkeys(
            word.casefold()
            for word in _OUTSIDE.findall(without_quotes(text))
            if scripted.isdisjoint(word.casefold().split())
        )
        if found:
            shown = listed([f"'{word}'" for word in found])
            yield Found(where, f"{shown}: the team has no hand in it")


CHECK = Check(
    code="M303",
    severity="info",
    title="not in the team's hands",
    fix="leave it out where it did not change what the team did",
    manual=__doc__,
    find=_find,
    at_entry=True,
)
