"""The same id is given to two sections, criteria, indicators or options.

Scorecards, cases and references name things by their id. Where two share one, nobody can say which
of them a rating or a condition means, and one overwrites the other in every export. Sections and
subsections share their names; indicators and options need to be unique in their criterion only.

Bad:

```yaml
- id: basics.greets
  question: Does the agent greet the customer?
  scale: {0: no greeting, 1: a greeting}
  rate: manual
- id: basics.greets
  question: Does the agent say goodbye?
  scale: {0: no goodbye, 1: a goodbye}
  rate: manual
```

Good:

```yaml
- id: basics.greets
  question: Does the agent greet the customer?
  scale: {0: no greeting, 1: a greeting}
  rate: manual
- id: basics.parts
  question: Does the agent say goodbye?
  scale: {0: no goodbye, 1: a goodbye}
  rate: manual
```
"""

from collections.abc import Iterable, Iterator

from qa_toolkit.domain.rubric import Rubric, Section
from qa_toolkit.rubric.rules.interface import Found, Path, Rule, criteria, groups

_Named = tuple[Path, str, str]


def _find(rubric: Rubric) -> Iterator[Found]:
    yield from _twice(
        (path, "section" if isinstance(group, Section) else "subsection", group.id)
        for path, group in groups(rubric)
    )
    yield from _twice((path, "criterion", known.id) for path, known in criteria(rubric))
    for path, criterion in criteria(rubric):
        for key, what in (("indicators", "indicator"), ("options", "option")):
            names = [known.id for known in getattr(criterion, key)]
            if len(set(names)) < len(names):
                yield from _twice(((*path, key, i), what, name) for i, name in enumerate(names))


def _twice(named: Iterable[_Named]) -> Iterator[Found]:
    seen: set[str] = set()
    for path, what, name in named:
        if name in seen:
            yield (*path, "id"), f"the {what} '{name}' is there twice"
        seen.add(name)


RULE = Rule(
    code="R101",
    severity="error",
    title="id given twice",
    fix="rename one of the two",
    manual=__doc__,
    find=_find,
)
