"""A question asks about two behaviours at once.

"Does the agent greet and verify?" has no answer where the agent does one of the two, and two people
will rate it differently. Two things are two criteria, each with its weight; or they are one thing
that has a name, and its levels say what belongs to it. Two objects of one behaviour ("calls and
chats", "name and address") are no such case.

Bad:

```yaml
- id: basics.opening
  question: Does the agent greet the customer and verify their identity?
  type: yes_no
  rate: manual
  guidance: The date of birth and the postcode are asked for.
```

Good:

```yaml
- id: basics.greeting
  question: Does the agent greet the customer?
  type: yes_no
  rate: manual
  guidance: A hello of any kind in the first two turns.
- id: basics.identity
  question: Does the agent verify the customer's name and postcode?
  type: yes_no
  rate: manual
  guidance: Both are asked for before anything of the account is told.
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.behaviours import second_behaviour
from qa_toolkit.rubric.rules.interface import Found, Rule, criteria
from qa_toolkit.rubric.rules.texts import english


def _find(rubric: Rubric) -> Iterator[Found]:
    if not english(rubric):
        return
    for path, criterion in criteria(rubric):
        if not criterion.scored or criterion.type == "multi_choice":
            continue
        either = criterion.type == "choice"  # whose answers may name both sides of an "or"
        if (second := second_behaviour(criterion.question, or_counts=not either)) is not None:
            conjunction, word = second
            message = (
                f"asks about two things, joined by '{conjunction}' before '{word}'; "
                "one answer cannot tell which of them was so"
            )
            yield (*path, "question"), message


RULE = Rule(
    code="R401",
    severity="warning",
    title="two questions in one",
    fix="make two criteria of it, or name the one thing and say in the levels what belongs to it",
    manual=__doc__,
    find=_find,
)
