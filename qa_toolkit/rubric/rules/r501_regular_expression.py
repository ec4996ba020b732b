r"""A phrase is written like a regular expression, and is taken literally.

Phrases are words, not patterns: `sorry.*wait` looks for a word that begins with "sorry.", and finds
nothing. What a phrase can say is `(a|b)` for alternatives, `[so]` for what may be missing, `apolog*`
for a stem and `~3` for up to three words in between. What phrases cannot say, such as the shape of a
number, may stand under `patterns`, as a regular expression.

Bad:

```yaml
- id: basics.apology
  question: Does the agent apologise?
  type: yes_no
  indicators:
    - {id: sorry, kind: phrase, any: ['\bsorry\b', 'apolog.*'], points: 1}
```

Good:

```yaml
- id: basics.apology
  question: Does the agent apologise?
  type: yes_no
  indicators:
    - {id: sorry, kind: phrase, any: ['sorry', 'apolog*'], points: 1}
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule
from qa_toolkit.rubric.rules.wordings import phrase_lists

_SIGNS = frozenset(r"\?^$+{.-")
_LIKE_A_PATTERN = re.compile(
    r"\\|\.[*+]|\(\?|[)\]]\s*[?+{]|\{\d+(?:,\d*)?\}|\w\?\w"
    r"|(?:^|[\s(|\[])\^|[a-z.)\]]\$(?=$|[\s)|\]])"
    r"|\[(?:\^[^\]\s]*|\^?(?:[A-Za-z0-9]-[A-Za-z0-9])+)\]"
)


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, phrases, *_ in phrase_lists(rubric):
        for p, phrase in enumerate(phrases):
            if _SIGNS.isdisjoint(phrase):
                continue
            if (found := _LIKE_A_PATTERN.search(phrase)) is not None:
                sign = found.group().strip()
                yield (
                    (*path, p),
                    f"'{sign}' in '{phrase}' is looked for as it stands, not as a pattern",
                )


RULE = Rule(
    code="R501",
    severity="warning",
    title="regular expression",
    fix="write the words as people say them, with (a|b), [option], stem* and ~3; what cannot be "
    "said so may stand under 'patterns'",
    manual=__doc__,
    find=_find,
)
