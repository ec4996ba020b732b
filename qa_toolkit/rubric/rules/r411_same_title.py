"""Two sections, or two subsections of a section, have the same title.

Reports, sheets and coaching notes name them by their titles, and nobody can tell which one lost the
points.

Bad:

```yaml
sections:
  - id: basics
    title: Opening
    weight: 1
    criteria:
      - {id: basics.greets, question: Does the agent say hello?, type: yes_no, rate: manual}
  - id: closing
    title: Opening
    weight: 1
    criteria:
      - {id: closing.bye, question: Does the agent say goodbye?, type: yes_no, rate: manual}
```

Good:

```yaml
sections:
  - id: basics
    title: Opening
    weight: 1
    criteria:
      - {id: basics.greets, question: Does the agent say hello?, type: yes_no, rate: manual}
  - id: closing
    title: Closing
    weight: 1
    criteria:
      - {id: closing.bye, question: Does the agent say goodbye?, type: yes_no, rate: manual}
```
"""

from collections.abc import Iterable, Iterator

from qa_toolkit.domain.rubric import Rubric, Section, Subsection
from qa_toolkit.rubric.rules.interface import Found, Path, Rule
from qa_toolkit.rubric.rules.texts import normalised


def _find(rubric: Rubric) -> Iterator[Found]:
    yield from _twice(("sections",), rubric.sections)
    for s, section in enumerate(rubric.sections):
        yield from _twice(("sections", s, "sections"), section.sections)


def _twice(path: Path, siblings: Iterable[Section | Subsection]) -> Iterator[Found]:
    seen: dict[str, str] = {}
    for place, group in enumerate(siblings):
        first = seen.setdefault(normalised(group.title), group.id)
        if first != group.id:
            yield (*path, place, "title"), f"'{group.id}' has the title of '{first}'"


RULE = Rule(
    code="R411",
    severity="warning",
    title="the same title twice",
    fix="give each section a title of its own",
    manual=__doc__,
    find=_find,
)
