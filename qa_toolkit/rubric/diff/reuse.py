"""Criteria that both versions rate alike, so that one look at an interaction serves both."""

from collections.abc import Mapping
from dataclasses import replace

from qa_toolkit.domain.rubric import AppliesWhen, Criterion, Rubric
from qa_toolkit.domain.score import CriterionScore
from qa_toolkit.rubric.diff.match import Names

_NOT_RATED_BY = frozenset(
    {
        "id", "question", "guidance", "weight", "bonus", "critical", "allow_na", "unit", "tips",
        "causes", "scale", "options", "ranges", "applies_when",
    }
)  # fmt: skip
"""Keys that no rating by machine rests on, and those that are compared by themselves.

Any other key, also one that a later format adds, makes two criteria differ.
"""


def rated_alike(old: Rubric, new: Rubric, names: Names) -> Mapping[str, str]:
    """The old id, by the new one, of every criterion whose rating cannot differ.

    The rating: status, points, strength and evidence. Its weight, its place and what its failure
    means may differ, and so may the words of its level.
    """
    if old.languages != new.languages or old.requires != new.requires:
        return {}
    found: dict[str, str] = {}
    pairs = [
        (old.places[was].criterion, new.places[is_].criterion)
        for was, is_ in names.criteria.items()
    ]
    waiting = [(was, is_) for was, is_ in pairs if is_.scored and _alike(was, is_, old, new, names)]
    while waiting:
        # what depends on the answers to others is alike only once they are
        ready = [(was, is_) for was, is_ in waiting if _asks(is_) <= found.keys()]
        if not ready:
            break
        found |= {is_.id: was.id for was, is_ in ready}
        waiting = [(was, is_) for was, is_ in waiting if is_.id not in found]
    return found


def carried(score: CriterionScore, criterion: str, new: Rubric) -> CriterionScore:
    """A rating under OLD as NEW counts it: its place, its weight, what its failure means."""
    placed = new.places[criterion]
    return replace(
        score,
        criterion=criterion,
        section=placed.section,
        group=placed.group,
        weight=placed.criterion.weight,
        bonus=placed.criterion.bonus,
        critical=placed.criterion.critical is not False,
        fails_at=placed.criterion.fails_at,
    )


def _alike(old: Criterion, new: Criterion, before: Rubric, after: Rubric, names: Names) -> bool:
    """Whether two criteria look alike themselves, whatever those they depend on do."""
    if old.levels.keys() != new.levels.keys() or _looks(old) != _looks(new):
        return False
    if _asks_a_model(new):  # whose weights may be others under the same name
        return False
    was, is_ = old.applies_when, new.applies_when
    if was is None or is_ is None:
        return was is is_
    return _conditions(was, before, names) == _conditions(is_, after, None)


def _looks(criterion: Criterion) -> dict[str, object]:
    return criterion.model_dump(exclude=set(_NOT_RATED_BY))


def _asks_a_model(criterion: Criterion) -> bool:
    indicators = criterion.indicators
    return criterion.min_confidence is not None or any(i.kind == "model" for i in indicators)


def _conditions(when: AppliesWhen, rubric: Rubric, names: Names | None) -> tuple[object, ...]:
    """Conditions without names of their own rubric: cues by content, criteria by their new ids."""
    cue = rubric.cues[when.customer] if when.customer else None
    answers = [
        (
            names.criteria.get(other, "") if names else other,
            frozenset(wanted),
            # an answer may be the id of an option, which stands for its points
            [(option.id, option.points) for option in rubric.places[other].criterion.options],
        )
        for other, wanted in when.answers.items()
    ]
    rest = when.model_dump(exclude={"customer", "answers"})
    return cue, sorted(answers, key=lambda known: known[0]), rest


def _asks(criterion: Criterion) -> frozenset[str]:
    """The criteria whose answers decide whether it applies."""
    when = criterion.applies_when
    return frozenset(when.answers) if when else frozenset()
