"""The person met is named as the persona or as the shopper.

The field is for who served; who was served stands in the brief. With the wrong name the result goes
to nobody. A part of the name is enough where a roster is known and has nobody of that name.

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

from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.names import is_name_of, name_words


def _find(context: Context) -> Iterator[Found]:
    said = name_words(context.log.staff)
    roster = context.location.staff if context.location else ()
    if any(is_name_of(said, name_words(known)) for known in roster):
        return
    persona = context.scenario.persona.name if context.scenario else ""
    shopper = context.shopper.name if context.shopper else ""
    for name, whose in ((persona, "persona"), (shopper, "shopper")):
        own = name_words(name)
        if said and (said == own or (roster and _has_a_word(said) and is_name_of(said, own))):
            yield Found("staff", f"'{context.log.staff}' is the name of the {whose}")


def _has_a_word(said: list[str]) -> bool:
    """Initials alone may be anybody's."""
    return any(len(word) > 1 for word in said)


CHECK = Check(
    code="M704",
    severity="warning",
    title="staff named as the customer",
    fix="give the name of the person met, not the one you gave",
    manual=__doc__,
    find=_find,
)
