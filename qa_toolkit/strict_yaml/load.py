"""A YAML file → a checked model with the places of its values, or every mistake in it at once."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import UsageError
from qa_toolkit.strict_yaml.decode import decoded, read_file
from qa_toolkit.strict_yaml.document import Document
from qa_toolkit.strict_yaml.locate import problems_of
from qa_toolkit.strict_yaml.reader import read_yaml

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded(Generic[M]):
    r"""What a file says.

    Attributes:
        model: None when a mistake keeps the file from being used.
        text: the file as it was, with `\n` at the end of lines; empty when it cannot be read.
        document: where everything stands in it.
    """

    path: Path
    model: M | None
    problems: tuple[Problem, ...]
    text: str = ""
    document: Document = field(default_factory=Document, repr=False)


def load_model(path: Path, model: type[M], *, kind: str, letter: str) -> Loaded[M]:
    """Read a file as a model; whatever is wrong with it is in `problems`.

    Args:
        path: the file.
        model: what it should be.
        kind: what the file is, in a word for people.
        letter: the first letter of the codes of its problems: 001 it is no YAML, 002 a key stands
            twice, 003 a key is unknown, 004 a value is wrong.
    """
    source = str(path)
    try:
        text = decoded(read_file(path), source, kind)
    except (OSError, UsageError) as error:
        why = getattr(error, "strerror", None) or str(error)
        text = Problem(source=source, message=f"cannot be read: {why}", code="R001")
    if isinstance(text, Problem):
        return Loaded(path=path, model=None, problems=_lettered([text], letter))
    return model_in(text, path, model, kind=kind, letter=letter)


def model_in(text: str, path: Path, model: type[M], *, kind: str, letter: str) -> Loaded[M]:
    """The same from text that stands, or stood, in a file."""
    source = str(path)
    document = read_yaml(text, source, kind=kind)
    problems, found = list(document.problems), None
    if not problems:
        try:
            found = model.model_validate(document.value)
        except ValidationError as error:
            problems = problems_of(error, model, document, source)
    told = _lettered(problems, letter)
    return Loaded(path=path, model=found, problems=told, text=text, document=document)


def _lettered(problems: list[Problem], letter: str) -> tuple[Problem, ...]:
    return tuple(replace(one, code=letter + one.code[1:]) for one in problems)
