"""A question is too long to be kept in mind while listening.

Over 25 words or 180 characters, evaluators answer the part that they remember. The question asks;
what belongs to the answer stands in the levels and in the guidance.

Bad:

```yaml
- id: basics.greeting
  question: >-
    Does the agent, at the very beginning of the conversation and before asking for any details of
    the account, the order or the person, greet the customer in the words of the company?
  type: yes_no
  rate: manual
```

Good:

```yaml
- id: basics.greeting
  question: Does the agent greet the customer in the words of the company?
  guidance: Before asking for any details of the account, the order or the person.
  type: yes_no
  rate: manual
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule, criteria

_WORDS = 25
_CHARACTERS = 180


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, criterion in criteria(rubric):
        words, characters = len(criterion.question.split()), len(criterion.question)
        if criterion.scored and (words > _WORDS or characters > _CHARACTERS):
            yield (*path, "question"), f"{words} words and {characters} characters in one question"


RULE = Rule(
    code="R412",
    severity="info",
    title="long question",
    fix="ask in a few words, and move the rest to 'guidance'",
    manual=__doc__,
    find=_find,
)
