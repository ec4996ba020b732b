"""A name leads nowhere: no section, cue, criterion, level or option is called so.

`minimums` name sections, `applies_when` names cues, criteria and answers to them, and `tips`,
`causes` and `critical: {at: …}` name levels. What they name must be there, else the rule behind the
name would silently never hold. An answer is a level, `yes` or `no`, or the id of an option. A file
of cases must name a criterion of its rubric, too.

Bad:

```yaml
minimums: {basic: 40}
```

Good:

```yaml
minimums: {basics: 40}
```
"""

from collections.abc import Collection, Iterator

from qa_toolkit.domain.rubric import Criterion, Critical, Rubric
from qa_toolkit.rubric.rules.interface import Found, Path, Rule, criteria
from qa_toolkit.rubric.rules.names import instead
from qa_toolkit.rubric.rules.ratings import (
    answer_names,
    has_level,
    level_names,
    rating_of,
)

_MOST_SUGGESTED = 20
"""Names compared with all others: a file of thousands of wrong ones must not take minutes."""
_Unknown = tuple[Path, str, str, Collection[object]]
"""Where, what is wrong, the name that was given (none, if it is a number), and those that are."""


def _find(rubric: Rubric) -> Iterator[Found]:
    for n, (path, said, name, known) in enumerate(_unknown(rubric)):
        yield path, said + (instead(name, known) if n < _MOST_SUGGESTED else "")


def _unknown(rubric: Rubric) -> Iterator[_Unknown]:
    sections = dict.fromkeys(section.id for section in rubric.sections)
    for name in rubric.minimums:
        if name not in sections:
            yield ("minimums", name), f"'{name}' is no section", name, sections
    for path, criterion in criteria(rubric):
        yield from _levels(path, criterion)
        when = criterion.applies_when
        if when is None:
            continue
        if when.customer is not None and when.customer not in rubric.cues:
            said = f"'{when.customer}' is no cue of this rubric"
            yield (*path, "applies_when", "customer"), said, when.customer, rubric.cues
        for other, wanted in when.answers.items():
            named = (*path, "applies_when", "answers", other)
            if other in rubric.places:
                yield from _answers(named, rubric.places[other].criterion, wanted)
            else:
                yield named, f"'{other}' is no criterion", other, rubric.places


def _levels(path: Path, criterion: Criterion) -> Iterator[_Unknown]:
    named: list[tuple[Path, int]] = [
        *((("tips", level), level) for level in criterion.tips),
        *((("causes", level), level) for level in criterion.causes),
    ]
    if isinstance(criterion.critical, Critical):
        failures = enumerate(criterion.critical.at)
        named += ((("critical", "at", i), level) for i, level in failures)
    for place, level in named:
        if not has_level(criterion, level):
            known = level_names(criterion)
            yield (*path, *place), f"there is no level {level}", "", known


def _answers(path: Path, other: Criterion, wanted: tuple[int | str, ...]) -> Iterator[_Unknown]:
    for i, answer in enumerate(wanted):
        if rating_of(other, answer) is None:
            said = f"{answer!r} is no answer to '{other.id}'"
            yield (*path, i), said, str(answer) if other.options else "", answer_names(other)


RULE = Rule(
    code="R301",
    severity="error",
    title="name of nothing",
    fix="correct the name, or add what it names",
    manual=__doc__,
    find=_find,
)
