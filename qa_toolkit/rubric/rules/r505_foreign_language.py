"""An indicator looks for a language that the rubric is not for.

Interactions in other languages are not rated, so it never finds anything: the language is misspelt,
or missing from the rubric's `language`.

Bad:

```yaml
- id: basics.greets
  question: Does the agent greet the customer?
  type: yes_no
  indicators:
    - {id: hello, kind: phrase, any: [hello], points: 1}
    - {id: hallo, kind: phrase, language: de, any: [guten Tag], points: 1}
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
          - {id: hallo, kind: phrase, language: de, any: [guten Tag], points: 1}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import OrderIndicator, PhraseIndicator, Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule, indicators


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, _, indicator in indicators(rubric):
        if not isinstance(indicator, PhraseIndicator | OrderIndicator):
            continue
        if indicator.language and indicator.language not in rubric.languages:
            known = ", ".join(rubric.languages)
            message = f"the rubric is not for '{indicator.language}', only for {known}"
            yield (*path, "language"), message


RULE = Rule(
    code="R505",
    severity="error",
    title="language of no interaction",
    fix="add the language to the rubric's 'language', or take the indicator away",
    manual=__doc__,
    find=_find,
)
