"""A wording is so common that it is found nearly always.

A phrase of one everyday word ("you", "the"), of two with a wide gap between them ("I ~5 you"), or a
stem of one or two letters says nothing about anybody: every agent gets the points. In `unless`, one
word that stands in nearly every sentence cancels nearly every find. Everyday words are English ones;
stems are looked at in every language.

Bad:

```yaml
- id: basics.thanks
  question: Does the agent thank the customer?
  type: yes_no
  indicators:
    - {id: thanks, kind: phrase, any: [(thanks|you)], points: 1}
```

Good:

```yaml
- id: basics.thanks
  question: Does the agent thank the customer?
  type: yes_no
  indicators:
    - {id: thanks, kind: phrase, any: [(thanks|thank you)], points: 1}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule
from qa_toolkit.rubric.rules.texts import english
from qa_toolkit.rubric.rules.wordings import phrase_lists, read
from qa_toolkit.rubric.rules.words.everyday import EVERYDAY, IN_EVERY_SENTENCE

_SHORT_STEM = 3
_WIDE_GAP = 3
_NOTHING: frozenset[str] = frozenset()


def _find(rubric: Rubric) -> Iterator[Found]:
    in_english = english(rubric)
    for path, phrases, cancels, _ in phrase_lists(rubric):
        common = (IN_EVERY_SENTENCE if cancels else EVERYDAY) if in_english else _NOTHING
        for p, phrase in enumerate(phrases):
            if wording := _common_wording(phrase, common):
                what = "cancels nearly every find" if cancels else "is found nearly always"
                yield (*path, p), f"'{wording}' {what}"


def _common_wording(phrase: str, common: frozenset[str]) -> str:
    """The first wording of a phrase that says nothing, its options left out; empty for none."""
    needed = [slot for slot in read(phrase).slots if isinstance(slot, int) or () not in slot]
    match needed:
        case [tuple(words)]:
            return next(_common_words(words, common), "")
        case [tuple(first), int(gap), tuple(last)] if gap >= _WIDE_GAP:
            ends = [next(_common_words(words, common), "") for words in (first, last)]
            return f"{ends[0]} ~{gap} {ends[1]}" if all(ends) else ""
        case _:
            return ""


def _common_words(slot: tuple[tuple[str, ...], ...], common: frozenset[str]) -> Iterator[str]:
    for words in slot:
        stem = words[0].removesuffix("*")
        short = stem != words[0] and stem.isalpha() and len(stem) < _SHORT_STEM
        if len(words) == 1 and (short or stem in common):
            yield words[0]


RULE = Rule(
    code="R506",
    severity="warning",
    title="wording found nearly always",
    fix="add the words that make it what the criterion asks for",
    manual=__doc__,
    find=_find,
)
