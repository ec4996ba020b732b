"""More criteria than people rate with care.

Eight to fifteen questions are workable; with more, evaluators tire, and the last ones are rated by
the impression of the first. Counted are scored criteria that people must answer (over 15), and all
scored ones (over 30), for nobody reads a scorecard of forty. A rubric for visits only may ask people
up to 30: a shopper answers once, not ten times a day.

Bad:

```yaml
sections:
  - id: basics
    title: Basics
    weight: 1
    criteria:
      - {id: basics.a, question: Is the name given?, type: yes_no, rate: manual}
      - {id: basics.b, question: Is the company named?, type: yes_no, rate: manual}
      - {id: basics.c, question: Is the customer greeted?, type: yes_no, rate: manual}
      - {id: basics.d, question: Is help offered?, type: yes_no, rate: manual}
      - {id: basics.e, question: Is the postcode asked for?, type: yes_no, rate: manual}
      - {id: basics.f, question: Is the problem repeated?, type: yes_no, rate: manual}
      - {id: basics.g, question: Is the account found?, type: yes_no, rate: manual}
      - {id: basics.h, question: Is a cause named?, type: yes_no, rate: manual}
      - {id: basics.i, question: Is a remedy named?, type: yes_no, rate: manual}
      - {id: basics.j, question: Is a date given?, type: yes_no, rate: manual}
      - {id: basics.k, question: Is the price named?, type: yes_no, rate: manual}
      - {id: basics.l, question: Is consent asked for?, type: yes_no, rate: manual}
      - {id: basics.m, question: Is a receipt sent?, type: yes_no, rate: manual}
      - {id: basics.n, question: Is a note written?, type: yes_no, rate: manual}
      - {id: basics.o, question: Is further help offered?, type: yes_no, rate: manual}
      - {id: basics.p, question: Is there a goodbye?, type: yes_no, rate: manual}
```

Good:

```yaml
sections:
  - id: basics
    title: Basics
    weight: 1
    criteria:
      - {id: basics.opening, question: How does the call open?, scale: {0: without a greeting, 1: with a greeting}, rate: manual}
      - {id: basics.cause, question: Is a cause named?, type: yes_no, rate: manual}
      - {id: basics.remedy, question: Is a remedy named?, type: yes_no, rate: manual}
      - {id: basics.date, question: Is a date given?, type: yes_no, rate: manual}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule

_BY_PEOPLE = 15
_IN_ALL = 30


def _find(rubric: Rubric) -> Iterator[Found]:
    scored = [criterion for criterion in rubric.criteria() if criterion.scored]
    by_people = sum(not criterion.by_machine for criterion in scored)
    visits_only = set(rubric.applies_to.channels) == {Channel.VISIT}
    if by_people > (_IN_ALL if visits_only else _BY_PEOPLE):
        yield (
            ("sections",),
            f"people must answer {by_people} criteria; eight to fifteen are workable",
        )
    elif len(scored) > _IN_ALL:
        yield ("sections",), f"{len(scored)} scored criteria, more than anybody reads"


RULE = Rule(
    code="R406",
    severity="warning",
    title="too many criteria",
    fix="join what belongs together in one scale, or make rubrics for parts of the work",
    manual=__doc__,
    find=_find,
)
