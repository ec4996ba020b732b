"""`applies_when` → visibility conditions."""

from collections.abc import Mapping

from qa_toolkit.domain.rubric import AppliesWhen, Criterion, Rubric
from qa_toolkit.forms.answers import Given
from qa_toolkit.forms.difference import Differences
from qa_toolkit.forms.enabled import BY_PEOPLE, Enabled, has_others, without_answers

Places = Mapping[str, tuple[int, int]]
"""The number of the group and of the question in it, by criterion."""


def visibility_of(
    criterion: Criterion,
    rubric: Rubric,
    places: Places,
    place: str,
    differences: Differences,
) -> Enabled:
    """The condition of a criterion as Genesys knows it: on single answers to other questions."""
    when = criterion.applies_when
    if when is None:
        return Enabled(keys={})
    place = f"{place}.applies_when"
    if (known := without_answers(when, place, differences)) is not None:
        return known
    predicates = _predicates(when, rubric, places)
    if predicates is None:
        what = "a condition on answers that has no path"
        differences.lost(f"{place}.answers", what, BY_PEOPLE)
        return Enabled(keys={}, by_people=True)
    several = len(when.answers) > 1 and when.match == "all"
    operation = "AND" if several else "OR" if len(predicates) > 1 else "AND"
    condition = {"combiningOperation": operation, "predicates": predicates}
    return Enabled(keys={"visibilityCondition": condition}, by_people=has_others(when))


def _predicates(when: AppliesWhen, rubric: Rubric, places: Places) -> list[str] | None:
    """The paths of the wanted answers; None where AND and OR would have to be mixed."""
    found: list[str] = []
    for name, given in when.answers.items():
        if name not in places:
            return None
        numbers = _numbers(rubric.places[name].criterion, given)
        if numbers is None or (len(numbers) > 1 and len(when.answers) > 1 and when.match == "all"):
            return None
        group, question = places[name]
        path = f"/form/questionGroup/{group}/question/{question}/answer"
        found.extend(f"{path}/{number}" for number in numbers)
    return found


def _numbers(criterion: Criterion, given: tuple[Given, ...]) -> list[int] | None:
    """The numbers of the answers in the form's order."""
    match criterion.type:
        case "yes_no":
            known: list[tuple[Given, ...]] = [("yes", 1), ("no", 0)]
        case "scale":
            known = [(level,) for level in sorted(criterion.levels)]
        case "choice":
            known = [(option.id, option.points) for option in criterion.options]
        case "number":
            known = [(known_range.points,) for known_range in criterion.ranges]
        case _:
            return None
    wanted = {answer.lower() if isinstance(answer, str) else answer for answer in given}
    if not all(any(answer in names for names in known) for answer in wanted):
        return None
    return [number for number, names in enumerate(known) if wanted & set(names)]
