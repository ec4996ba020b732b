"""The name of the person met is not on the roster of the location.

A name that was misheard sends a result to the wrong person. First names, last names and initials
are enough; capitals, accents and titles do not matter. A roster may be out of date: a new name is
not wrong, but has to be looked at. Where no name was given, leave it empty and describe the person.

Bad:

```yaml
staff: Danna Foks
```

Good:

```yaml
staff: dana fox
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.domain.close_words import closest
from qa_toolkit.domain.wording import listed
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.names import is_name_of, is_no_name, name_words
from qa_toolkit.shops.checks.words import in_one_line

_BETWEEN = re.compile(r"[,;/&]|\b(?:and|und|or|oder)\b", re.IGNORECASE)


def _find(context: Context) -> Iterator[Found]:
    if context.location is None or not context.location.staff or not context.log.staff.strip():
        return
    roster = context.location.staff
    for name in map(str.strip, _BETWEEN.split(context.log.staff)):
        words = name_words(name)
        if not words or any(is_name_of(words, name_words(known)) for known in roster):
            continue
        if is_no_name(name):
            yield Found(
                "staff",
                f"'{in_one_line(name)}' is no name",
                "leave the name empty and describe the person",
            )
        else:
            yield Found(
                "staff", f"'{in_one_line(name)}' is not on the roster{_near(words, roster)}"
            )


def _near(words: list[str], roster: tuple[str, ...]) -> str:
    """`, did you mean 'Dana Fox'?`, by the whole name or by one word of it; else who there is."""
    whole = {" ".join(name_words(known)): known for known in roster}
    if near := closest(" ".join(words), whole):
        return f", did you mean '{whole[near]}'?"
    parts = {part: known for known in roster for part in name_words(known)}
    for word in words:
        if len(word) > 2 and (near := closest(word, parts)):
            return f", did you mean '{parts[near]}'?"
    return f" ({listed(roster[:6])}{' …' if len(roster) > 6 else ''})"


CHECK = Check(
    code="M701",
    severity="warning",
    title="name not on the roster",
    fix="compare with the badge or the number; describe the person where the name is not sure",
    manual=__doc__,
    find=_find,
)
