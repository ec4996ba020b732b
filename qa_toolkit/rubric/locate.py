"""Where in the YAML file a validation error stands, and what it says to its author."""

from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from qa_toolkit.domain.problem import Problem
from qa_toolkit.rubric.strict_yaml import Document, Path


@cache
def _keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """Every key the format knows, at whatever level, for "did you mean"."""
    schema = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return tuple(sorted({key for part in parts for key in part.get("properties", {})}))


def problems_of(
    error: ValidationError, model: type[BaseModel], document: Document, source: str
) -> list[Problem]:
    """One problem for each way in which the file is not a `model`, in the order of the file."""
    details = error.errors(include_url=False)
    problems = [
        _problem(detail["type"], detail["loc"], detail["msg"], model, document, source)
        for detail in details
        if not _follows(detail, details)
    ]
    return sorted(problems, key=lambda problem: (problem.line or 0, problem.column or 0))


def _follows(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Whether a problem is only the shadow of another that is told already.

    A list is too short because its items are wrong; a key is missing because it is misspelt.
    """
    loc = detail["loc"]
    if detail["type"] == "too_short":
        return any(
            len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in details
        )
    if detail["type"] == "missing":
        unknown = (other["loc"] for other in details if other["type"] == "extra_forbidden")
        misspelt = (str(other[-1]) for other in unknown if other[:-1] == loc[:-1])
        return bool(get_close_matches(str(loc[-1]), misspelt, n=1))
    return False


def _problem(
    kind: str,
    loc: tuple[Any, ...],
    said: str,
    model: type[BaseModel],
    document: Document,
    source: str,
) -> Problem:
    path = real_path(loc, document)
    name = dotted(path)
    if kind == "extra_forbidden":
        place, code = document.keys.get(path) or document.place_of(path), "R003"
        close = get_close_matches(str(path[-1]), _keys_of(model), n=1)
        tail = f", did you mean '{close[0]}'?" if close else ""
        message = f"unknown key '{path[-1]}'{tail}"
    elif kind == "missing":
        place, code = document.keys.get(path) or document.place_of(path), "R004"
        message = f"the key '{loc[-1]}' is missing" + (f" in {name}" if name else "")
    elif kind in ("union_tag_invalid", "union_tag_not_found"):
        place, code = document.place_of(path), "R004"
        kinds = "phrase, order, response_time, silence, sentiment_shift"
        message = f"{name}: the key 'kind' must be one of {kinds}"
    else:
        place, code = document.place_of(path), "R004"
        message = f"{name}: {said.removeprefix('Value error, ')}"
    return Problem(source=source, message=message, line=place.line, column=place.column, code=code)


def real_path(loc: tuple[Any, ...], document: Document) -> Path:
    """The longest part of pydantic's location that stands in the file.

    pydantic adds the tag of a union ("phrase") and "[key]" to its locations, and names a missing
    key under the mapping that should hold it.
    """
    path: Path = ()
    for step in loc:
        if (*path, step) in document.places:
            path = (*path, step)
    return path


def dotted(path: Path) -> str:
    """`sections[0].criteria[1].weight`, counted from 0 as in the file's own order."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")
