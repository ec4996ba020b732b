"""The whole rubric only checks whether agents say sentences word by word.

Agents then read them out, customers hear it, and everybody who helps in their own words loses points.
Told where two or more criteria are rated by machine, none by people, and all that earns points is one
sentence each without any alternative. A script that the law asks for is best one criterion among
others.

Bad:

```yaml
- id: basics.greeting
  question: Does the agent greet the customer?
  type: yes_no
  indicators:
    - {id: hello, kind: phrase, any: [thank you for calling northwind], points: 1}
- id: basics.closing
  question: Does the agent close the call?
  type: yes_no
  indicators:
    - {id: bye, kind: phrase, any: [is there anything else I can do], points: 1}
```

Good:

```yaml
- id: basics.greeting
  question: Does the agent greet the customer?
  type: yes_no
  indicators:
    - {id: hello, kind: phrase, any: ["(hello|hi|good morning)", "(thanks|thank you) for calling"], points: 1}
- id: basics.closing
  question: Does the agent close the call?
  type: yes_no
  indicators:
    - {id: bye, kind: phrase, any: [anything else, "(bye|goodbye|take care)"], points: 1}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Indicator, PhraseIndicator, Rubric
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.rubric.rules.interface import Found, Rule
from qa_toolkit.rubric.rules.wordings import read

_SENTENCE = 3
"""Words from which a wording is a line of a script and not a word that everybody uses."""


def _find(rubric: Rubric) -> Iterator[Found]:
    scored = [criterion for criterion in rubric.criteria() if criterion.scored]
    if len(scored) < 2 or not all(known.by_machine for known in scored):
        return
    earning = [
        [indicator for indicator in criterion.indicators if indicator.points > 0]
        for criterion in scored
    ]
    if all(gains and all(map(_is_a_line, gains)) for gains in earning):
        message = "every criterion asks for one sentence word by word, nothing else earns points"
        yield ("sections",), message


def _is_a_line(indicator: Indicator) -> bool:
    if not isinstance(indicator, PhraseIndicator) or indicator.speaker is not SpeakerRole.AGENT:
        return False
    if len(indicator.any) != 1 or indicator.patterns:
        return False
    slots = read(indicator.any[0]).slots
    plain = all(not isinstance(slot, int) and len(slot) == 1 for slot in slots)
    return plain and len(slots) >= _SENTENCE and "*" not in indicator.any[0]


RULE = Rule(
    code="R605",
    severity="warning",
    title="script only",
    fix="allow other wordings, and rate what the sentence is there for",
    manual=__doc__,
    find=_find,
)
