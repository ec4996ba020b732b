"""How much Amazon Connect takes: lengths of texts, and numbers of sections and questions."""

from collections.abc import Mapping

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.forms.difference import Differences

_LONGEST: Mapping[str, int] = {
    "form title": 128,
    "description": 1024,
    "section title": 128,
    "instructions": 1024,
    "question": 350,
    "answer": 100,
}
_MOST_QUESTIONS = 100


def fitted(text: str, kind: str, place: str, differences: Differences) -> str:
    """The text, cut where Amazon Connect would refuse it."""
    most = _LONGEST[kind]
    if len(text) <= most:
        return text
    differences.changed(place, f"{len(text)} characters", f"cut to {most}, the most of a {kind}")
    return f"{text[: most - 1].rstrip()}…"


def list_numbers(rubric: Rubric, differences: Differences) -> None:
    """Note where there are more questions than Amazon Connect takes."""
    number = sum(1 for _ in rubric.criteria())
    if number > _MOST_QUESTIONS:
        became = f"all of them are written, Amazon Connect takes {_MOST_QUESTIONS}"
        differences.changed("sections", f"{number} questions", became)
