"""The words of a scenario, and how wording rules look at them; their word lists are English."""

import re
from collections.abc import Iterator

from qa_toolkit.domain.shop.scenario import Scenario
from qa_toolkit.shops.scenarios.rules.interface import Path

_SENTENCE = re.compile(r"[^.!?;\n]+")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_DENYING = frozenset({
    "no", "not", "never", "nobody", "none", "without", "nor", "neither", "don't", "doesn't",
    "won't", "cannot", "can't", "avoid", "instead",
})  # fmt: skip


def english(scenario: Scenario) -> bool:
    """Whether the contact is held in English, and the scenario most likely written in it."""
    return scenario.language == "en"


def texts(scenario: Scenario, *keys: str) -> Iterator[tuple[Path, str]]:
    """What stands under these keys, each with its place: a text, or every text of a list."""
    for key in keys:
        value = getattr(scenario, key)
        if isinstance(value, str):
            yield (key,), value
        else:
            for number, text in enumerate(value):
                yield (key, number), text


def sentences(text: str) -> list[str]:
    """The text cut at full stops, semicolons and ends of lines."""
    return _SENTENCE.findall(text)


def words_of(text: str) -> list[str]:
    """The words in lower case, hyphens and apostrophes kept inside them."""
    return _WORD.findall(text.lower().replace("’", "'"))


def same(text: str) -> str:
    """The text without regard to case, punctuation and spacing."""
    return " ".join(words_of(text))


def first_said(pattern: re.Pattern[str], text: str) -> str:
    """What a pattern finds that its sentence does not deny before; empty where there is nothing."""
    for sentence in sentences(text):
        # a sentence that denies its first find denies those behind it as well
        found = pattern.search(sentence)
        if found and _DENYING.isdisjoint(words_of(sentence[: found.start()])):
            return found.group()
    return ""
