"""The shopper's own name stands in a text that others read.

Comments and stories are shown to the team. Who finds the name of the shopper there knows them the
next time, and may hold a poor result against them. Looked for is the full name; of a first or last
name alone nobody can tell whom it means.

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
    written = r"\s+".join(map(re.escape, name.split()))
    pattern = re.compile(rf"(?<!\w){written}(?!\w)", re.IGNORECASE)
    for where, text in all_texts(context):
        if pattern.search(text):
            yield Found(where, f"the shopper's name, {name}, stands in the text")


CHECK = Check(
    code="M702",
    severity="warning",
    title="shopper can be told from the text",
    fix="take it out; say 'I', or the persona's name",
    manual=__doc__,
    find=_find,
)
