"""Where in the YAML file a validation error stands, and what it says to its author."""

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from qa_toolkit.domain.close_words import closest, did_you_mean
from qa_toolkit.domain.problem import Problem
from qa_toolkit.strict_yaml.document import Document, Path
from qa_toolkit.strict_yaml.known_keys import keys_at, kinds_at, owners
from qa_toolkit.strict_yaml.wording import choices, remedy, shown, wanted

MAX_TOLD = 100
_MANY = 3  # parts that share a key, before naming them helps nobody
_PLACED_BY_KEY = ("missing", "extra_forbidden", "union_tag_invalid", "union_tag_not_found")


def problems_of(
    error: ValidationError, model: type[BaseModel], document: Document, source: str
) -> list[Problem]:
    """One problem for each way in which the file is not a `model`, in the order of the file."""
    return problems_from(error.errors(include_url=False), model, document, source)


def problems_from(
    details: Sequence[ErrorDetails], model: type[BaseModel], document: Document, source: str
) -> list[Problem]:
    """The same, from what pydantic says of its errors."""
    told = [
        _problem(path, group, model, document, source)
        for path, group in _mistakes(details[: 10 * MAX_TOLD], document)
    ]
    if len(told) > MAX_TOLD:
        rest = Problem(
            source=source,
            message=f"after {MAX_TOLD} mistakes the rest is not shown",
            line=told[MAX_TOLD].line,
            column=told[MAX_TOLD].column,
            code="R004",
        )
        told = [*told[:MAX_TOLD], rest]
    return sorted(told, key=lambda one: (one.source != source, one.line or 0, one.column or 0))


def real_path(loc: tuple[Any, ...], document: Document) -> Path:
    """The longest part of pydantic's location that stands in the file.

    pydantic adds the members of unions ("phrase") and "[key]" to its locations, and names a
    missing key under the mapping that should hold it.
    """
    path: Path = ()
    node = document.root
    for step in loc:
        below = node.below(step) if node else None
        if below is not None:
            path, node = (*path, step), below
    return path


def dotted(path: Path) -> str:
    """`sections[0].criteria[1].weight`, counted from 0 as in the file's own order."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def _mistakes(
    details: Sequence[ErrorDetails], document: Document
) -> Iterator[tuple[Path, list[ErrorDetails]]]:
    """What to tell: a path and its error, or the errors of all members of a union that it is none of.

    Left out are the shadows of what is told anyway: a list is too short because its items are
    wrong, a key is missing because it is misspelt, a mapping is no text because it was meant to be
    a mapping.
    """
    paths = [real_path(detail["loc"], document) for detail in details]
    around = {detail["loc"][:length] for detail in details for length in range(len(detail["loc"]))}
    told_within = {
        path[:length]
        for path, detail in zip(paths, details, strict=True)
        for length in range(len(path) + (detail["type"] in _PLACED_BY_KEY))
    }
    misspelt: dict[Path, list[str]] = {}
    for path, detail in zip(paths, details, strict=True):
        if detail["type"] == "extra_forbidden":
            misspelt.setdefault(path[:-1], []).append(str(path[-1]))
    unions: dict[Path, list[ErrorDetails]] = {}
    for path, detail in zip(paths, details, strict=True):
        kind, loc = detail["type"], detail["loc"]
        if kind == "too_short" and loc in around:
            continue
        if kind == "missing" and closest(str(loc[-1]), misspelt.get(path, ())):
            continue
        if kind in _PLACED_BY_KEY or not _is_member(path, loc, document):
            yield path, [detail]
        elif path not in told_within:
            unions.setdefault(path, []).append(detail)
    yield from unions.items()


def _is_member(path: Path, loc: tuple[Any, ...], document: Document) -> bool:
    """Whether a location ends with the name of one member of a union."""
    return bool(loc) and loc[-1] != "[key]" and real_path(loc[:-1], document) == path


def _problem(
    path: Path,
    details: list[ErrorDetails],
    model: type[BaseModel],
    document: Document,
    source: str,
) -> Problem:
    detail, code = details[0], "R004"
    kind, loc = detail["type"], detail["loc"]
    place, hint = document.place_of(path), ""
    if kind == "extra_forbidden":
        place, code = document.key_of(path), "R003"
        message, hint = _unknown_key(str(path[-1]), keys_at(model, loc[:-1]), owners(model))
    elif kind == "missing":
        place, message = document.key_of(path), f"the key '{loc[-1]}' is missing{_in(path)}"
    elif kind == "union_tag_not_found":
        tag = detail["ctx"]["discriminator"].strip("'")
        unknown = {str(key) for key in detail["input"]} - owners(model).keys()
        if (near := closest(tag, unknown)) is not None:
            place, code = document.key_of((*path, near)), "R003"
            message = f"unknown key '{near}', did you mean '{tag}'?"
        else:
            place, message = document.key_of(path), f"the key '{tag}' is missing{_in(path)}"
            hint = f"one of {', '.join(kinds_at(model, loc))}"
    elif kind == "union_tag_invalid":
        tag, given = detail["ctx"]["discriminator"].strip("'"), str(detail["ctx"]["tag"])
        place, kinds = document.place_of((*path, tag)), kinds_at(model, loc)
        message = f"{dotted((*path, tag))}: must be one of {', '.join(kinds)}, not {shown(given)}"
        message += did_you_mean(given, kinds)
    else:
        if loc[-1:] == ("[key]",):
            place = document.key_of(path)
        message, hint = _wrong_value(path, details)
    return Problem(
        source=place.source or source,
        message=message,
        hint=hint,
        line=place.line,
        column=place.column,
        code=code,
    )


def _wrong_value(path: Path, details: list[ErrorDetails]) -> tuple[str, str]:
    """What a value must be instead, by all members of its union if it has one."""
    detail = details[0]
    name = dotted(path) or "the file"
    phrases = list(dict.fromkeys(filter(None, map(wanted, details))))
    if not phrases:
        return f"{name}: {detail['msg'].removeprefix('Value error, ')}", ""
    if detail["loc"][-1:] == ("[key]",):
        name, given = f"the keys of {dotted(path[:-1])}", shown(path[-1])
    else:
        given = shown(detail["input"])
    near = ""
    if isinstance(detail["input"], str):
        near = did_you_mean(detail["input"], [word for one in details for word in choices(one)])
    hint = next(filter(None, map(remedy, details)), "")
    return f"{name}: must be {', or '.join(phrases)}, not {given}{near}", hint


def _unknown_key(
    key: str, here: tuple[str, ...], anywhere: dict[str, tuple[str, ...]]
) -> tuple[str, str]:
    """The message and the hint for a key that does not belong where it stands."""
    known = f"known here: {', '.join(here)}"
    if near := did_you_mean(key, here):
        return f"unknown key '{key}'{near}", ""
    if key in anywhere:
        parts = anywhere[key]
        of = f", it is one of {' and '.join(parts)}" if len(parts) <= _MANY else ""
        return f"the key '{key}' does not belong here{of}", known
    return f"unknown key '{key}'{did_you_mean(key, anywhere)}", known


def _in(path: Path) -> str:
    return f" in {dotted(path)}" if path else ""
