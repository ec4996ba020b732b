"""`applies_when` → conditionally enabled questions."""

from collections.abc import Mapping

from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.forms.answers import Given, level_ref
from qa_toolkit.forms.difference import Differences
from qa_toolkit.forms.enabled import BY_PEOPLE, Enabled, has_others, without_answers


def enablement_of(
    criterion: Criterion,
    rubric: Rubric,
    refs: Mapping[str, str],
    place: str,
    differences: Differences,
) -> Enabled:
    """The condition of a criterion as Amazon Connect knows it: on the answers to other questions."""
    when = criterion.applies_when
    if when is None:
        return Enabled(keys={})
    place = f"{place}.applies_when"
    if (known := without_answers(when, place, differences)) is not None:
        return known
    operands = []
    for name, given in when.answers.items():
        options = _options(rubric.places[name].criterion, given) if name in rubric.places else None
        if options is None:
            differences.lost(f"{place}.answers.{name}", "answers that are no options", BY_PEOPLE)
            return Enabled(keys={}, by_people=True)
        operands.append(_operand(refs[name], options))
    condition: dict[str, object] = {"Operands": operands}
    if len(operands) > 1:
        condition["Operator"] = "OR" if when.match == "any" else "AND"
    enablement = {"Condition": condition, "Action": "ENABLE", "DefaultAction": "DISABLE"}
    return Enabled(keys={"Enablement": enablement}, by_people=has_others(when))


def option_refs(criterion: Criterion, given: Given) -> list[str] | None:
    """The names of the options that an answer of a condition stands for; None for none."""
    match criterion.type, given:
        case "yes_no", str():
            return [given.lower()] if given.lower() in ("yes", "no") else None
        case "yes_no", 0 | 1:
            return ["yes" if given else "no"]
        case "scale", int():
            return [level_ref(given)] if given in criterion.scale else None
        case (("choice" | "multi_choice"), str()):
            return [given] if given in {option.id for option in criterion.options} else None
        case "choice", int():
            return [known.id for known in criterion.options if known.points == given] or None
        case _:
            return None


def _options(criterion: Criterion, given: tuple[Given, ...]) -> list[str] | None:
    found: list[str] = []
    for answer in given:
        refs = option_refs(criterion, answer)
        if refs is None:
            return None
        found.extend(ref for ref in refs if ref not in found)
    return found


def _operand(ref: str, options: list[str]) -> dict[str, object]:
    return {
        "Expression": {
            "Source": {"Type": "QUESTION_REF_ID", "RefId": ref},
            "Values": [{"Type": "OPTION_REF_ID", "RefId": name} for name in options],
            "Comparator": "IN",
        }
    }
