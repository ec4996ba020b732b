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
from qa_toolkit.shops.checks.reported import without_reported
from qa_toolkit.shops.checks.scripted import scripted_words
from qa_toolkit.shops.checks.texts import facts, is_english
from qa_toolkit.shops.checks.words import without_quotes

_OUTSIDE = re.compile(
    r"\b(weather|rain|rained|raining|rainy|pouring (?:down|outside|with rain)|drizzl\w+|sleet"
    r"|snow|snowed|snowing|storm|stormy|foggy|windy|heat ?wave|(?:hot|cold) outside"
    r"|parking|parking lot|(?:anywhere|nowhere|somewhere|place|where|had) to park|car park"
    r"|traffic|traffic jam|stuck in a jam|roadworks?|road works|building site|construction site"
    r"|power cut|(?:bus|train|tram|tube|metro) (?:\w+ ){0,2}(?:late|delayed|cancelled))\b",
    re.IGNORECASE,
)

_BESIDE = frozenset(
    [
        "a",
        "anywhere",
        "had",
        "in",
        "is",
        "nowhere",
        "outside",
        "place",
        "somewhere",
        "to",
        "was",
        "where",
        "with",
    ]
)
"""Words of these that stand in every scenario."""


def _find(context: Context) -> Iterator[Found]:
    if not is_english(context.form):
        return
    scripted = scripted_words(context)
    for where, text in facts(context):
        found = dict.fromkeys(
            word.casefold()
            for word in _OUTSIDE.findall(without_reported(without_quotes(text)))
            if scripted.isdisjoint(set(word.casefold().split()) - _BESIDE)
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
