"""Which keys the format knows, and where: made from the models, and only when a key is wrong."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

Schema = dict[str, Any]


def keys_at(model: type[BaseModel], loc: tuple[Any, ...]) -> tuple[str, ...]:
    """The keys of the mapping at pydantic's location, which names the members of unions, too."""
    return _united(part.get("properties", {}) for part in _at(model, loc))


def kinds_at(model: type[BaseModel], loc: tuple[Any, ...]) -> tuple[str, ...]:
    """The kinds of a union that is told apart by a key, at pydantic's location."""
    return _united(part.get("discriminator", {}).get("mapping", {}) for part in _at(model, loc))


@cache
def owners(model: type[BaseModel]) -> dict[str, tuple[str, ...]]:
    """Every key of the format, with the names of the parts that have it."""
    schema = _schema(model)
    names: dict[str, list[str]] = {}
    for part in (schema, *schema.get("$defs", {}).values()):
        for key in part.get("properties", {}):
            names.setdefault(key, []).append(_words(part["title"]))
    return {key: tuple(parts) for key, parts in names.items()}


@cache
def _schema(model: type[BaseModel]) -> Schema:
    return model.model_json_schema()


def _at(model: type[BaseModel], loc: tuple[Any, ...]) -> list[Schema]:
    schema = _schema(model)
    found = [schema]
    for step in loc:
        found = [below for part in found for below in _below(part, step, schema)]
    return found


def _united(words: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for some in words for word in some))


def _below(part: Schema, step: str | int, whole: Schema) -> Iterator[Schema]:
    """What stands at a step below a part: a key, an item, or the member of a union."""
    tags = part.get("discriminator", {}).get("mapping", {})
    if step in tags:
        yield from _plain({"$ref": tags[step]}, whole)
    elif step in part.get("properties", {}):
        yield from _plain(part["properties"][step], whole)
    elif isinstance(step, int) and "items" in part:
        yield from _plain(part["items"], whole)
    elif part.get("title") == step:
        yield part
    else:  # any name, as of a cue or a case
        named = [*part.get("patternProperties", {}).values(), part.get("additionalProperties")]
        for below in named:
            if isinstance(below, dict):
                yield from _plain(below, whole)


def _plain(part: Schema, whole: Schema) -> Iterator[Schema]:
    """A part with its reference followed, or the members of a union without a tag."""
    if "$ref" in part:
        yield whole["$defs"][part["$ref"].rsplit("/", 1)[-1]]
    elif "anyOf" in part:
        for member in part["anyOf"]:
            yield from _plain(member, whole)
    else:
        yield part


def _words(title: str) -> str:
    """`PhraseIndicator` as people say it."""
    return "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in title).strip()
