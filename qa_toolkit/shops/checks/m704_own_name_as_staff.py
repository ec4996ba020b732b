"""The person met is named as the persona or as the shopper.

The field is for who served; who was served stands in the brief. With the wrong name the result goes
to nobody.

Bad:

```yaml
scenario: {persona: {name: Ann Miller, story: You lost your card this morning on a bus.}}
staff: Ann Miller
```

Good:

```yaml
scenario: {persona: {name: Ann Miller, story: You lost your card this morning on a bus.}}
staff: Dana Fox
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.said import folded
from qa_toolkit.shops.checks.interface import Check, Context, Found


def _find(context: Context) -> Iterator[Found]:
    said = folded(context.log.staff)
    roster = {name.casefold() for name in (context.location.staff if context.location else ())}
    persona = context.scenario.persona.name if context.scenario else ""
    shopper = context.shopper.name if context.shopper else ""
    for name, whose in ((persona, "persona"), (shopper, "shopper")):
        if said and said == name.casefold() and said not in roster:
            yield Found("staff", f"'{context.log.staff}' is the name of the {whose}")


CHECK = Check(
    code="M704",
    severity="warning",
    title="staff named as the customer",
    fix="give the name of the person met, not the one you gave",
    manual=__doc__,
    find=_find,
)
