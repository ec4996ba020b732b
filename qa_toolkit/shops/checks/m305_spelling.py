"""Texts hold words that the dictionary does not know.

A misspelt word is no fault of the shop, but clients read it. At most five words are told, the first
ones. Left alone are words with capitals or digits in them, short words, words in quotation marks, and
those of the scenario, its questions, the roster and the location. The dictionaries are those of
pyspellchecker; a language it has none for is not looked at.

Bad:

```yaml
comments: {help: She bloked the card and promissed a courier.}
```

Good:

```yaml
comments: {help: She blocked the card and promised a courier from Mwanzaville.}
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.domain.wording import listed
from qa_toolkit.shops.checks.dictionary import has_library, suggestions, unknown
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.scripted import scripted_words
from qa_toolkit.shops.checks.texts import all_texts
from qa_toolkit.shops.checks.words import without_quotes, words

MOST = 5
_WORD = re.compile(r"(?<![\w@./'’-])[^\W\d_]{4,30}(?![\w@'’-]|\.\w)")


def _find(context: Context) -> Iterator[Found]:
    if not has_library():
        return
    written = [
        (where, word)
        for where, text in all_texts(context)
        for word in _WORD.findall(without_quotes(text))
        if word.islower()
    ]
    known = _known(context)
    odd = unknown({word for _, word in written} - known, context.form.language)
    first: dict[str, str] = {}
    for where, word in written:
        if word in odd:
            first.setdefault(word, where)
    for word, where in list(first.items())[:MOST]:
        near = [f"'{one}'" for one in suggestions(word, context.form.language)]
        meant = f", did you mean {listed(near, 'or')}?" if near else ""
        yield Found(where, f"'{word}' is in no dictionary{meant}")


def _known(context: Context) -> frozenset[str]:
    """Names and terms that the shop brings with it."""
    names = [context.log.staff, context.log.reference]
    if context.location:
        location = context.location
        names += [location.id, location.name, location.address, location.team, *location.staff]
    names += [context.shopper.name] if context.shopper else []
    return scripted_words(context) | {word for name in names for word in words(name)}


CHECK = Check(
    code="M305",
    severity="info",
    title="words that no dictionary knows",
    fix="look them up; names and technical words may stay",
    manual=__doc__,
    find=_find,
)
