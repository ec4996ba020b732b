"""A fact that is to be held back stands in the opening line.

Whether somebody asks for it can then no longer be observed.


Bad:

```yaml
hold_back: [The card ends in 20.]
opening_line: "Hello, I lost the card that ends in 20."
```

Good:

```yaml
hold_back: [The card ends in 20.]
opening_line: "Hello, I think I lost my card."
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject
from qa_toolkit.shops.scenarios.rules.texts import sentences, words_of

_SHORT = 3
"""Letters of words that carry no fact: "the", "and", "you"; a number of two figures does."""
_ENOUGH = 2


def _find(subject: Subject) -> Iterator[Found]:
    said = _facts(subject.scenario.opening_line)
    for number, text in enumerate(subject.scenario.hold_back):
        told = next((one for one in map(_facts, sentences(text)) if one), set())
        shared = told & said
        if any(map(_has_figures, shared)) or (len(shared) >= _ENOUGH and shared == told):
            message = f"the opening line tells it already: {', '.join(sorted(shared))}"
            yield ("hold_back", number), message


def _facts(text: str) -> set[str]:
    return {
        word.removesuffix("s")
        for word in words_of(text)
        if len(word) > _SHORT or _has_figures(word)
    }


def _has_figures(word: str) -> bool:
    return len(word) > 1 and any(letter.isdigit() for letter in word)


RULE = Rule(
    code="S403",
    severity="warning",
    title="told at once",
    fix="take the fact out of the opening line, or out of those held back",
    manual=__doc__,
    find=_find,
)
