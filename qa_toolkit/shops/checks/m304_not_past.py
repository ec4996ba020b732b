"""The story is told in the present or the future.

A story in the past tense was written after the fact; one in the present reads like the brief, and is
now and then copied from it. Told where at least three verbs stand in the present and more than in the
past. What is in quotation marks is left alone. English only.

Bad:

```yaml
narrative: >-
  I call at nine and Dana answers. She asks for my name, then she blocks the card and says that the new
  card is sent by courier.
```

Good:

```yaml
narrative: >-
  I called at nine and Dana answered. She asked for my name, then she blocked the card and said that
  the new card is sent by courier.
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.domain.wording import counted
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.texts import is_english
from qa_toolkit.shops.checks.words import without_quotes, words

_PRESENT_WORDS = (
    "is are am asks says tells gives goes comes answers greets offers takes walks waits stands "
    "shows looks hands wants finds thanks blocks checks explains transfers puts hangs leaves "
    "enters opens smiles repeats replies does has will"
)
_PRESENT = frozenset(_PRESENT_WORDS.split())
_OWN = re.compile(
    r"\bI (?:then )?(?:call|go|walk|enter|ask|wait|stand|say|tell|take|leave|pay|hang|am|will|see|find"
    r"|hear|give|thank|look)\b",
    re.IGNORECASE,
)
_PAST_WORDS = (
    "was were had said told gave went came took stood found did saw heard left paid hung got "
    "put read wrote spoke knew thought held kept brought"
)
_PAST = frozenset(_PAST_WORDS.split())
_LEAST = 3


def _find(context: Context) -> Iterator[Found]:
    if not is_english(context.form):
        return
    story = without_quotes(context.log.narrative)
    told = words(story)
    present = sum(word in _PRESENT for word in told) + len(_OWN.findall(story))
    past = sum(word in _PAST or (word.endswith("ed") and len(word) > 4) for word in told)
    if present >= _LEAST and present > past:
        yield Found(
            "narrative",
            f"{counted(present, 'verb')} in the present or future, {past} in the past",
        )


CHECK = Check(
    code="M304",
    severity="info",
    title="story not in the past tense",
    fix="tell it as it happened: I called, she answered",
    manual=__doc__,
    find=_find,
    at_entry=True,
)
