"""A wording stands twice in a list, or another one of the list finds it already.

It does no harm, but whoever removes one of them later wonders why nothing changes, and a list that
repeats itself hides what it lacks. Told only where it is certain: whatever holds the longer wording
holds the shorter one.

Bad:

```yaml
- id: basics.apology
  question: Does the agent apologise?
  type: yes_no
  indicators:
    - {id: sorry, kind: phrase, any: [so sorry, (sorry|apologies)], points: 1}
```

Good:

```yaml
- id: basics.apology
  question: Does the agent apologise?
  type: yes_no
  indicators:
    - {id: sorry, kind: phrase, any: [(sorry|apologies)], points: 1}
```
"""

from collections import Counter
from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule
from qa_toolkit.rubric.rules.wordings import Comparison, phrase_lists, read

_MOST_SHOWN = 2


def _find(rubric: Rubric) -> Iterator[Found]:
    comparison = Comparison()
    for path, phrases, _, negatable in phrase_lists(rubric):
        for p, phrase in enumerate(phrases):
            if "|" in phrase and (twice := _twice(phrase)):
                yield (*path, p), f"'{twice}' stands twice among the alternatives of one phrase"
        if len(phrases) > 1:
            told = _redundant(phrases, comparison, negatable=negatable)
            yield from (((*path, p), message) for p, message in told)


def _twice(phrase: str) -> str:
    for slot in read(phrase).slots:
        if not isinstance(slot, int) and len(set(slot)) < len(slot):
            most, _ = Counter(slot).most_common(1)[0]
            return " ".join(most)
    return ""


def _redundant(
    phrases: tuple[str, ...], comparison: Comparison, *, negatable: bool
) -> Iterator[tuple[int, str]]:
    """What can go, and all of it at once: nothing is said to be covered by what goes itself."""
    kept = dict(enumerate(phrases))
    for p in reversed(range(len(phrases))):
        if comparison.left <= 0:
            return
        phrase = kept.pop(p)
        used = comparison.covering(phrase, tuple(kept.values()), negatable=negatable)
        if used:
            yield p, _message(phrase, used)
        else:
            kept[p] = phrase


def _message(phrase: str, used: list[str]) -> str:
    if phrase in used:
        return f"'{phrase}' stands twice in the list"
    shown = " and ".join(f"'{known}'" for known in used[:_MOST_SHOWN])
    more = f" and {len(used) - _MOST_SHOWN} more" if len(used) > _MOST_SHOWN else ""
    return f"'{phrase}' adds nothing: {shown}{more} {'find' if used[1:] else 'finds'} it already"


RULE = Rule(
    code="R502",
    severity="info",
    title="wording covered twice",
    fix="take it away, or make the other one narrower",
    manual=__doc__,
    find=_find,
)
