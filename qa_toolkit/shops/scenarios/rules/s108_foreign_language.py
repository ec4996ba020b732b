"""The contact is held in a language that the rubric is not written for.

A shopper would hear one language and fill in a form of another, and wordings to watch for would not
be those that are said.


Bad:

```yaml
language: de
```

Good:

```yaml
language: en
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject


def _find(subject: Subject) -> Iterator[Found]:
    rubric, language = subject.rubric, subject.scenario.language
    if rubric is not None and language not in rubric.languages:
        known = ", ".join(rubric.languages)
        yield ("language",), f"the rubric '{rubric.id}' is in {known}, the contact in {language}"


RULE = Rule(
    code="S108",
    severity="warning",
    title="another language than the rubric",
    fix="name a rubric in this language",
    manual=__doc__,
    find=_find,
)
