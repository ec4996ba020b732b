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
import unicodedata
from collections.abc import Iterator

from qa_toolkit.domain.close_words import closest
from qa_toolkit.domain.wording import listed
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.texts import cut

_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "herr", "frau", "sir"))
_NO_NAME = frozenset(("no", "none", "not", "unknown", "na", "anonymous", "unnamed"))
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[,;/&]|\b(?:and|und)\b", re.IGNORECASE)


def _find(context: Context) -> Iterator[Found]:
    if context.location is None or not context.location.staff or not context.log.staff.strip():
        return
    roster = context.location.staff
    for name in map(str.strip, _BETWEEN.split(context.log.staff)):
        words = _words(name)
        if not words or any(_is(words, _words(known)) for known in roster):
            continue
        if words[0] in _NO_NAME:
            yield Found(
                "staff",
                f"'{cut(name)}' is no name",
                "leave the name empty and describe the person",
            )
        else:
            yield Found("staff", f"'{cut(name)}' is not on the roster{_near(words, roster)}")


def _is(said: list[str], known: list[str]) -> bool:
    """Whether a name, or the part of it that was said, is this one."""
    return bool(said) and all(
        any(word == part or (len(word) == 1 and part.startswith(word)) for part in known)
        for word in said
    )


def _words(name: str) -> list[str]:
    """The words of a name without capitals, accents and titles."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(one for one in apart if not unicodedata.combining(one))
    return [word for word in _WORD.findall(plain) if word not in _TITLES]


def _near(words: list[str], roster: tuple[str, ...]) -> str:
    """`, did you mean 'Dana Fox'?`, by the whole name or by one word of it; else who there is."""
    whole = {" ".join(_words(known)): known for known in roster}
    if near := closest(" ".join(words), whole):
        return f", did you mean '{whole[near]}'?"
    parts = {part: known for known in roster for part in _words(known)}
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
