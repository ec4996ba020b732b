"""A factual question of a mystery shop asks for an opinion.

A shopper reports facts: "the music was audible over talk", not "a nice atmosphere". Whether staff
"seemed friendly" depends on the shopper's day, and the branch cannot argue with it. Looked at are
yes/no questions, choices and numbers in rubrics that apply to visits, unless their answers or
guidance say what is to be seen. What shoppers would recommend or buy again may be asked for.

Bad:

```yaml
applies_to: {channels: [visit]}
sections:
  - id: basics
    title: Basics
    weight: 1
    criteria:
      - {id: basics.staff, question: Did the staff seem friendly?, type: yes_no, rate: manual}
```

Good:

```yaml
applies_to: {channels: [visit]}
sections:
  - id: basics
    title: Basics
    weight: 1
    criteria:
      - {id: basics.staff, question: Did somebody greet you within a minute?, type: yes_no, rate: manual}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule, criteria
from qa_toolkit.rubric.rules.texts import english, explained, judging, words_of
from qa_toolkit.rubric.rules.words.judgement import OPINIONS

_FACTUAL = frozenset({"yes_no", "choice", "number"})


def _find(rubric: Rubric) -> Iterator[Found]:
    if not english(rubric) or Channel.VISIT not in rubric.applies_to.channels:
        return
    for path, criterion in criteria(rubric):
        if criterion.type not in _FACTUAL or OPINIONS.isdisjoint(words_of(criterion.question)):
            continue
        asked = words_of(judging(criterion.question))
        opinion = next((word for word in asked if word in OPINIONS), "")
        if opinion and not explained(criterion):
            yield (*path, "question"), f"'{opinion}' asks for an opinion, not for a fact"


RULE = Rule(
    code="R408",
    severity="warning",
    title="opinion in a factual question",
    fix="ask for what was seen, heard or counted",
    manual=__doc__,
    find=_find,
)
