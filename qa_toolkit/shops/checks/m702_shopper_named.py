"""The shopper's own name stands in a text that others read.

Comments and stories are shown to the team. Who finds the name of the shopper there knows them the
next time, and may hold a poor result against them. Looked for is the full name, in either order, and
with one part as an initial ("Maya L."); of a first or last name alone nobody can tell whom it means.

Bad:

```yaml
comments: {help: She asked for my name and I gave Maya Lind and the card number.}
```

Good:

```yaml
comments: {help: She asked for my name and I gave the one of the brief.}
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.texts import all_texts


def _find(context: Context) -> Iterator[Found]:
    name = context.shopper.name if context.shopper else ""
    if len(name.split()) < 2 or (context.scenario and context.scenario.persona.name == name):
        return
    pattern = _pattern(name.split())
    for where, text in all_texts(context):
        if pattern.search(text):
            yield Found(where, f"the shopper's name, {name}, stands in the text")


def _pattern(parts: list[str]) -> re.Pattern[str]:
    """The name as people write it: Maya Lind, Lind, Maya, Maya L., M. Lind."""
    *given, last = map(re.escape, parts)
    whole = r"\s+".join(given)
    ways = (
        rf"{whole}\s+{last}(?!\w)",
        rf"{last},?\s+{whole}(?!\w)",
        rf"{given[0]}\s+{re.escape(parts[-1][0])}\.",
        rf"{re.escape(parts[0][0])}\.\s*{last}(?!\w)",
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})", re.IGNORECASE)


CHECK = Check(
    code="M702",
    severity="warning",
    title="shopper can be told from the text",
    fix="take it out; say 'I', or the persona's name",
    manual=__doc__,
    find=_find,
)
