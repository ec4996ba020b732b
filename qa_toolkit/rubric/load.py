"""A rubric file → a checked `Rubric`, or every problem in it at once."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from pydantic import ValidationError

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.errors import UsageError
from qa_toolkit.rubric.check import check
from qa_toolkit.rubric.locate import problems_of
from qa_toolkit.rubric.strict_yaml import MAX_BYTES, read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedRubric:
    """A rubric as its file says it.

    Attributes:
        rubric: None when an error keeps it from being used.
        hash: BLAKE2b over the rubric's meaning; comments and layout do not change it.
        text: the file as it was, kept with the scorecards it made.
    """

    rubric: Rubric | None
    problems: tuple[Problem, ...]
    hash: str
    text: str


def load_rubric(path: Path) -> LoadedRubric:
    """Read and check a rubric file.

    Raises:
        UsageError: the file cannot be opened or is not text.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UsageError(f"{path}: larger than {MAX_BYTES:,} bytes, not a rubric")
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 text", hint="save the rubric as UTF-8") from error
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    return read_rubric(text, str(path))


def read_rubric(text: str, source: str) -> LoadedRubric:
    """Read and check a rubric's text; `source` names it in problems."""
    document = read_yaml(text, source)
    if document.problems:
        return _broken(document.problems, text)
    try:
        rubric = Rubric.model_validate(document.value)
    except ValidationError as error:
        return _broken(problems_of(error, Rubric, document, source), text)
    problems = tuple(check(rubric, document, source))
    if any(problem.severity == "error" for problem in problems):
        return _broken(problems, text)
    return LoadedRubric(rubric=rubric, problems=problems, hash=meaning_hash(rubric), text=text)


def meaning_hash(rubric: Rubric) -> str:
    """BLAKE2b (16 bytes, hex) over the rubric as sorted JSON."""
    meaning = json.dumps(rubric.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)
    return blake2b(meaning.encode(), digest_size=16).hexdigest()


def rubric_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The rubric files named, or lying in the folders named (cases are not rubrics).

    Raises:
        UsageError: a path does not exist, or a folder holds no rubric.
    """
    for path in paths:
        if path.is_dir():
            found = sorted([*path.glob("*.yaml"), *path.glob("*.yml")])
            if not found:
                hint = "name a rubric, or a folder with .yaml files"
                raise UsageError(f"{path}: no rubric in this folder", hint=hint)
            yield from found
        elif path.exists():
            yield path
        else:
            raise UsageError(f"{path}: no such file or folder")


def _broken(problems: list[Problem] | tuple[Problem, ...], text: str) -> LoadedRubric:
    return LoadedRubric(rubric=None, problems=tuple(problems), hash="", text=text)
