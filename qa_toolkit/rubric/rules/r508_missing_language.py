"""A criterion has wordings for some of the rubric's languages, but not for all.

In the others nothing is found, and agents who serve customers in these languages get the lowest
rating whatever they say. An indicator without `language` is looked for in all of them.

Bad:

```yaml
language: [en, de]
sections:
  - id: basics
    title: Basics
    weight: 1
    criteria:
      - id: basics.greets
        question: Does the agent greet the customer?
        type: yes_no
        indicators:
          - {id: hello, kind: phrase, language: en, any: [hello], points: 1}
```

Good:

```yaml
language: [en, de]
sections:
  - id: basics
    title: Basics
    weight: 1
    criteria:
      - id: basics.greets
        question: Does the agent greet the customer?
        type: yes_no
        indicators:
          - {id: hello, kind: phrase, language: en, any: [hello], points: 1}
          - {id: hallo, kind: phrase, language: de, any: [(hallo|guten Tag)], points: 1}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import OrderIndicator, PhraseIndicator, Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule, criteria


def _find(rubric: Rubric) -> Iterator[Found]:
    if len(rubric.languages) < 2:
        return
    for path, criterion in criteria(rubric):
        worded = {
            indicator.language
            for indicator in criterion.indicators
            if isinstance(indicator, PhraseIndicator | OrderIndicator)
        }
        missing = [known for known in rubric.languages if known not in worded]
        if worded and None not in worded and missing:
            yield (*path, "indicators"), f"no wordings in {', '.join(missing)}"


RULE = Rule(
    code="R508",
    severity="warning",
    title="language without wordings",
    fix="add an indicator for each language of the rubric",
    manual=__doc__,
    find=_find,
)
