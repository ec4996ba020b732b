"""The keys of a criterion do not fit its type.

Each type of question has its own answers: levels of a `scale`; yes and no, which are the levels 1
and 0; `options` to choose from; `ranges` of a number; none at all for text and information, which
earn no points and so have no weight, and cannot be critical or a bonus. A number is read from a
form by people, so indicators have nothing to say about it. And at least two answers must differ in
points, else every interaction gets the same.

Bad:

```yaml
- id: basics.channel
  question: How was the customer helped?
  type: choice
  scale: {0: not at all, 1: in words, 2: in deed}
  rate: manual
```

Good:

```yaml
- id: basics.channel
  question: How was the customer helped?
  type: choice
  options:
    - {id: none, text: not at all, points: 0}
    - {id: words, text: in words, points: 1}
    - {id: deed, text: in deed, points: 2}
  rate: manual
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.answer import NOT_APPLICABLE
from qa_toolkit.domain.rubric import AnswerType, Criterion, Rubric
from qa_toolkit.rubric.rules.interface import Found, Path, Rule, criteria

_COUNTED = ("weight", "bonus", "critical", "base", "indicators", "rate")
_TAKES: dict[AnswerType, tuple[str, ...]] = {
    "scale": ("scale", *_COUNTED),
    "yes_no": ("scale", *_COUNTED),
    "choice": ("options", *_COUNTED),
    "multi_choice": ("options", *_COUNTED),
    "number": ("ranges", "unit", "weight", "bonus", "critical"),
    "text": (),
    "info": (),
}
"""The keys that each type of question takes; those that are not named here go with all types."""
_OF_SOME_TYPES = frozenset(key for keys in _TAKES.values() for key in keys)
_FEWEST: dict[AnswerType, tuple[str, int, str]] = {
    "scale": ("scale", 2, "levels"),
    "choice": ("options", 2, "options"),
    "multi_choice": ("options", 1, "option"),
    "number": ("ranges", 1, "range"),
}
"""The key with the answers of a type, and how many there must be."""


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, criterion in criteria(rubric):
        yield from _unfit(path, criterion)
        yield from _missing(path, criterion)


def _unfit(path: Path, criterion: Criterion) -> Iterator[Found]:
    unfit = _OF_SOME_TYPES.difference(_TAKES[criterion.type])
    for key in sorted(unfit & criterion.model_fields_set):
        value = getattr(criterion, key)
        if value is False or (key == "rate" and value == "manual"):
            continue  # says what holds anyway
        yield (*path, key), f"a criterion of type {criterion.type} takes no '{key}'"


def _missing(path: Path, criterion: Criterion) -> Iterator[Found]:
    if criterion.type == "yes_no" and criterion.scale and set(criterion.scale) != {0, 1}:
        yield (*path, "scale"), "yes and no are the levels 1 and 0, and there are no others"
    for number, option in enumerate(criterion.options):
        if option.id == NOT_APPLICABLE:
            message = f"'{NOT_APPLICABLE}' means 'not applicable' and cannot be an option"
            yield (*path, "options", number, "id"), message
    if criterion.type not in _FEWEST:
        return
    key, fewest, called = _FEWEST[criterion.type]
    answers = getattr(criterion, key)
    place = (*path, key)
    if len(answers) < fewest:
        yield place, f"a criterion of type {criterion.type} needs {fewest} {called} or more"
    elif criterion.weight and not _differ(criterion):
        yield place, "all answers give the same points"


def _differ(criterion: Criterion) -> bool:
    if criterion.type == "multi_choice":
        return any(option.points for option in criterion.options)
    return len(criterion.levels) > 1


RULE = Rule(
    code="R206",
    severity="error",
    title="keys that do not fit the type",
    fix="give the answers that the type has, or say the type that was meant",
    manual=__doc__,
    find=_find,
)
