"""The one layout of rubric files and files of cases: what `qa rubric fmt` writes."""

from collections import Counter
from dataclasses import dataclass, replace

from qa_toolkit.domain.problem import Problem
from qa_toolkit.rubric.layout.emit import emitted
from qa_toolkit.rubric.layout.order import arranged
from qa_toolkit.rubric.layout.reader import all_comments
from qa_toolkit.rubric.layout.tree import read_layout
from qa_toolkit.strict_yaml.reader import read_yaml

__all__ = ["Formatted", "format_text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatted:
    """A text in its canonical layout.

    Attributes:
        text: as it was where there are problems.
    """

    text: str
    problems: tuple[Problem, ...] = ()


def format_text(text: str, source: str) -> Formatted:
    """Lay out the text of a rubric or a file of cases; `source` names it in problems.

    Keys follow the order of the models, comments stay with what they are about, and the text says
    afterwards what it said before: it is read again to be sure.
    """
    unified = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    document = read_yaml(unified, source)
    if document.problems:
        return Formatted(text=text, problems=tuple(document.problems))
    layout = read_layout(unified)
    if layout is None:
        message = "the file holds no keys, so it is neither a rubric nor a file of cases"
        problem = Problem(source=source, message=message, code="R004", line=1, column=1)
        return Formatted(text=text, problems=(problem,))
    after = emitted(replace(layout, root=arranged(layout.root)))
    wrong = _difference(document.value, layout.comments, after)
    if wrong:
        message = f"cannot be laid out: {wrong}; it is left as it was"
        hint = "this is a mistake of ours, please report it with the file"
        return Formatted(text=text, problems=(Problem(source=source, message=message, hint=hint),))
    return Formatted(text=after)


def _difference(value: object, comments: tuple[str, ...], after: str) -> str:
    """In what way a layout does not say what the file said; empty where it does."""
    again = read_yaml(after, "")
    if again.problems:
        return f"then it would be {again.problems[0].message}"
    if not _same(value, again.value):
        return "then it would say something else"
    return "" if Counter(comments) == Counter(all_comments(after)) else "a comment would be lost"


def _same(one: object, other: object) -> bool:
    """Equal, and of the same types: 1, 1.0 and true are three things to a rubric."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return one == other
