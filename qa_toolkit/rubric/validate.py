"""The shape of a whole rubric; of very many mistakes, only as many as can be told."""

from itertools import islice
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.strict_yaml.known_keys import owners

_LARGE = 100_000
_FIRST = 200


def validated(value: Any, size: int) -> Rubric | list[ErrorDetails]:
    """The rubric, or its mistakes; of one with thousands, those in the first items of each list.

    pydantic collects every mistake with its input. 100,000 of them take seconds and memory, and
    nobody reads them.

    Args:
        value: mappings, lists and scalars.
        size: characters of the text they came from.
    """
    if size > _LARGE:
        start = _attempt(_shortened(value))
        if isinstance(start, list):
            return start
    return _attempt(value)


def _attempt(value: Any) -> Rubric | list[ErrorDetails]:
    """The rubric, or its mistakes.

    The exception itself is not handed on: it knows the frames that hold it, but nothing of
    Python's garbage collection, and would stay in memory with the whole rubric.
    """
    try:
        return Rubric.model_validate(value)
    except ValidationError as error:
        return error.errors(include_url=False)


def _shortened(value: Any) -> Any:
    """The same with no more than the first items of each list and the first unknown keys."""
    if isinstance(value, list):
        return [_shortened(item) for item in value[:_FIRST]]
    if not isinstance(value, dict):
        return value
    if len(value) > _FIRST:
        known = owners(Rubric)
        others = islice((key for key in value if key not in known), _FIRST)
        value = {key: value[key] for key in (*(key for key in value if key in known), *others)}
    return {key: _shortened(inner) for key, inner in value.items()}
