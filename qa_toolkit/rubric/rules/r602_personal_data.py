"""Personal data stands in the rubric.

A rubric is kept in version control, printed and sent round; an address or a number that came in with
a real example stays in all copies. E-mail addresses, telephone, card and social security numbers and
IBANs are looked for in titles, questions, guidance, levels, options, tips, causes and phrases. What
belongs to nobody is no finding: `example.com`, mailboxes such as `support@`, freephone numbers.

Bad:

```yaml
- id: basics.contact
  question: Does the agent say how they can be reached?
  guidance: As in "write to dana.price@northwind-bikes.com".
  type: yes_no
  rate: manual
```

Good:

```yaml
- id: basics.contact
  question: Does the agent say how they can be reached?
  guidance: As in "write to dana@example.com".
  type: yes_no
  rate: manual
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.personal_data import masked, personal_data
from qa_toolkit.rubric.rules.interface import Found, Path, Rule
from qa_toolkit.rubric.rules.texts import texts
from qa_toolkit.rubric.rules.wordings import phrase_lists


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, text in _all_texts(rubric):
        for start, end, kind in personal_data(text):
            yield path, f"what looks like personal data: {kind} {masked(text[start:end])}"


def _all_texts(rubric: Rubric) -> Iterator[tuple[Path, str]]:
    yield from texts(rubric)
    for path, phrases, *_ in phrase_lists(rubric):
        for p, phrase in enumerate(phrases):
            yield (*path, p), phrase


RULE = Rule(
    code="R602",
    severity="warning",
    title="personal data",
    fix="replace it by an invented one, dana@example.com or 555-0100",
    manual=__doc__,
    find=_find,
)
