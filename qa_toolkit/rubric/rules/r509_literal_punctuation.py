"""A word of a phrase ends in punctuation, which must then be there in the text.

Between words a phrase allows spaces and light punctuation by itself. A comma or a question mark
written into it is part of the word: `sorry, but` does not find "sorry but", and what a recogniser
writes down often has no punctuation at all. Abbreviations ("p.m.", "Mr.") are no finding.

Bad:

```yaml
- id: basics.apology
  question: Does the agent apologise?
  type: yes_no
  indicators:
    - {id: sorry, kind: phrase, any: ["sorry, I know", "so sorry!"], points: 1}
```

Good:

```yaml
- id: basics.apology
  question: Does the agent apologise?
  type: yes_no
  indicators:
    - {id: sorry, kind: phrase, any: ["sorry I know", "so sorry"], points: 1}
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule
from qa_toolkit.rubric.rules.wordings import phrase_lists

_SIGNS = frozenset(",;:!?.")
_LITERAL = re.compile(
    r"(?<![\w.])(?!(?:approx|co|corp|dept|dr|etc|ext|inc|jr|ltd|max|min|mr|mrs|ms|no|nr|sr|st|tel|vs)\.)"
    r"[^\W\d_][\w'’-]+[,;:!?.](?=$|[\s)\]|])",
    re.IGNORECASE,
)


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, phrases, *_ in phrase_lists(rubric):
        for p, phrase in enumerate(phrases):
            if _SIGNS.isdisjoint(phrase):
                continue
            if (found := _LITERAL.search(phrase)) is not None:
                word = found.group()
                yield (*path, p), f"finds '{word}' only with its '{word[-1]}'"


RULE = Rule(
    code="R509",
    severity="warning",
    title="punctuation in a phrase",
    fix="leave it out; phrases find words with and without light punctuation between them",
    manual=__doc__,
    find=_find,
)
