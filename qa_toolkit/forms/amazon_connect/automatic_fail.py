"""Automatic fail, of the whole form or of a section ↔ critical criteria."""

from typing import Literal

from qa_toolkit.forms.amazon_connect.asked import Asked
from qa_toolkit.forms.answers import Answers, Choice
from qa_toolkit.forms.critical import critical_key, failing


def critical_of(asked: Asked, answers: Answers) -> dict[str, object]:
    """The `critical` key of a criterion, or nothing.

    A rubric has one policy for a criterion, and the section it stands in is the one that fails.
    """
    differences = asked.question.fields.reading.differences
    found = failing(answers, asked.choices, differences)
    if not found:
        return {}
    whole = any(not choice.target for choice in found)
    for choice in found:
        if choice.target:
            _list_target(asked, choice, whole=whole)
    rule: Literal["zero", "section"] = "zero" if whole else "section"
    return {"critical": critical_key(answers, rule)}


def _list_target(asked: Asked, choice: Choice, *, whole: bool) -> None:
    differences = asked.question.fields.reading.differences
    place = f"{choice.place}.AutomaticFailConfiguration.TargetSection"
    homes = asked.question.homes
    if whole:
        what = f"it fails the section '{choice.target}', another answer fails the form"
        differences.changed(place, what, "it fails the whole interaction, too")
    elif choice.target not in homes:
        what = f"it fails another section, '{choice.target}'"
        differences.changed(place, what, "it fails the section it stands in")
    elif choice.target != homes[0]:
        what = f"it fails the subsection '{choice.target}'"
        differences.changed(place, what, f"it fails the whole section '{homes[0]}'")
