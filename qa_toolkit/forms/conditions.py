"""Conditions on the answers to other questions, as `applies_when` says them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from qa_toolkit.forms.answers import Given

Match = Literal["all", "any"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Criteria, the answers to each that are wanted, and whether all must be given or one."""

    match: Match
    answers: Mapping[str, tuple[Given, ...]]

    def key(self, criteria: Mapping[str, Mapping[str, object]]) -> dict[str, object]:
        """The value of `applies_when`, with the ids that the criteria have by now."""
        listed = {criteria[name]["id"]: list(wanted) for name, wanted in self.answers.items()}
        joined = {"match": "any"} if self.match == "any" and len(listed) > 1 else {}
        return {**joined, "answers": listed}


def combined(match: Match, wanted: Sequence[tuple[str, Sequence[Given]]]) -> Condition | None:
    """One condition of several; None where it can never hold.

    The same criterion named twice needs what both want with `all`, and what either wants with
    `any`.
    """
    answers: dict[str, tuple[Given, ...]] = {}
    for name, given in wanted:
        known = answers.get(name)
        if known is None:
            answers[name] = tuple(dict.fromkeys(given))
        elif match == "any":
            answers[name] = tuple(dict.fromkeys((*known, *given)))
        else:
            answers[name] = tuple(answer for answer in known if answer in given)
    if match == "any":
        answers = {name: given for name, given in answers.items() if given}
    if not answers or not all(answers.values()):
        return None
    return Condition(match=match if len(answers) > 1 else "all", answers=answers)


def both(first: Condition | None, second: Condition | None) -> Condition | None:
    """What holds where both hold; None where a rubric cannot say it, or either is None."""
    if first is None or second is None:
        return first or second
    if len(first.answers) > 1 and first.match == "any":
        return None
    if len(second.answers) > 1 and second.match == "any":
        return None
    return combined("all", [*first.answers.items(), *second.answers.items()])


def without_cycles(conditions: Mapping[str, Condition]) -> dict[str, Condition | None]:
    """The conditions by criterion; None for one that would wait for its own answer."""
    kept: dict[str, Condition | None] = {}
    for name, condition in conditions.items():
        kept[name] = None if _reaches(condition, name, kept) else condition
    return kept


def _reaches(condition: Condition, name: str, kept: Mapping[str, Condition | None]) -> bool:
    open_, seen = list(condition.answers), set[str]()
    while open_:
        other = open_.pop()
        if other == name:
            return True
        if other not in seen:
            seen.add(other)
            further = kept.get(other)
            open_.extend(further.answers if further else ())
    return False
