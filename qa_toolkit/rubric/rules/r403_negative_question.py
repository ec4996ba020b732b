"""A question asks for what should not happen, so that "yes" means "no".

"Does the agent not interrupt?" is answered wrongly by one in a few evaluators, and the reports that
count the yes answers read upside down. Ask for what the agent does instead; or ask for the fault and
give its "yes" the lower points. A "not" in a side clause ("… what is not covered") is no such case.

Bad:

```yaml
- id: basics.listens
  question: Does the agent avoid interrupting the customer?
  type: yes_no
  rate: manual
  guidance: Two starts of the agent while the customer speaks are an interruption.
```

Good:

```yaml
- id: basics.listens
  question: Does the agent let the customer finish?
  type: yes_no
  rate: manual
  guidance: Two starts of the agent while the customer speaks are an interruption.
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule, criteria
from qa_toolkit.rubric.rules.texts import english, main_clause

_HINTS = ("not", "n't", "n’t", "never", "avoid", "refrain", "fail", "abstain", "there no")
# kept as text and compiled for the first question that has a hint
_SIDE_CLAUSE = (
    r"\b(?:that|what|who|which|when|if|whether|because|where|why|how|unless|before|after|while)\b"
)
_NEGATIVE = (
    r"\b(?:do|does|did|is|are|was|were|has|have|had|ca|could|wo|would|should)n['’]t\b"
    r"|\bnot\b(?!\s+(?:only|just|to|merely|applicable)\b)(?<!\bor not)"
    r"|\bnever\b|\bavoid(?:s|ed|ing)?\b|\brefrain(?:s|ed|ing)?\b|\bfail(?:s|ed|ing)?\s+to\b"
    r"|\babstain(?:s|ed|ing)?\b|(?<=there )no\b"
)


def _find(rubric: Rubric) -> Iterator[Found]:
    if not english(rubric):
        return
    for path, criterion in criteria(rubric):
        if criterion.scored and (negative := _negative(criterion.question)):
            yield (*path, "question"), f"asks for what should not be ('{negative}'), yes means no"


def _negative(question: str) -> str:
    """The words that turn the main clause of a question round; empty where there are none."""
    lowered = question.lower()
    if not any(hint in lowered for hint in _HINTS):
        return ""
    main = main_clause(lowered)
    side = re.search(_SIDE_CLAUSE, main)  # may be the first word: "how" has no yes to turn round
    found = re.search(_NEGATIVE, main[: side.start()] if side else main)
    return found.group() if found else ""


RULE = Rule(
    code="R403",
    severity="warning",
    title="negative question",
    fix="ask for what the agent does instead, so that yes is good",
    manual=__doc__,
    find=_find,
)
