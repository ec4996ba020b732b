"""The schema of a rubric that extends another: what may be left out, and what may be taken away.

Follows `qa_toolkit.rubric.merge`: mappings are merged key by key, parts with an `id` by their id,
and a key without a value takes away what the base says.
"""

import json
from collections.abc import Mapping
from typing import Any

from qa_toolkit.rubric.merge import OWN_KEYS

Schema = dict[str, Any]

_REF = "#/$defs/"
_NOTHING: Schema = {"type": "null"}
_KEYS: Schema = {
    "extends": {
        "description": "The rubric that this one builds on: a file, from this file's folder, or "
        "the name of one that ships.",
        "examples": ["service.yaml"],
        "minLength": 1,
        "type": "string",
    },
    "remove": {
        "description": "Inherited sections, criteria and cues to leave out, by id; what a "
        "criterion holds by the criterion's id, a dot and its own.",
        "examples": [["empathy.mood", "empathy.first.stock"]],
        "items": {"minLength": 1, "type": "string"},
        "type": "array",
    },
}


def extending(parts: Mapping[str, Schema]) -> dict[str, Schema]:
    """The parts of a rubric, `Rubric` among them, as a file that extends another may give them.

    Args:
        parts: the definitions of a whole rubric's schema, by name.
    """
    made = {_named(name): _loose(part, parts) for name, part in parts.items() if _merges(part)}
    rubric = made[_named("Rubric")]
    rubric["properties"] = _KEYS | rubric["properties"]
    for key in OWN_KEYS:
        rubric["properties"][key] = parts["Rubric"]["properties"][key]
    rubric["required"] = ["extends", *OWN_KEYS]
    used = json.dumps(made)
    return {name: part for name, part in made.items() if part is rubric or _REF + name in used}


def _loose(value: Any, parts: Mapping[str, Schema]) -> Any:
    """A part of which only the id is needed, and of which every key may be taken away."""
    if isinstance(value, list):
        return [_loose(item, parts) for item in value]
    if not isinstance(value, dict):
        return value
    made = {key: _loose(item, parts) for key, item in value.items()}
    if _merges(_target(value, parts)):
        made["$ref"] = _REF + _named(_name(value))
    if "items" in value and not _have_ids(value["items"], parts):
        made["items"] = value["items"]  # a list of parts without ids is replaced as a whole
    if "oneOf" in value:
        made["anyOf"] = made.pop("oneOf")  # the kind may be inherited, and then several fit
    for key in ("properties", "patternProperties"):
        if key in value:
            made[key] = {name: _or_nothing(inner) for name, inner in made[key].items()}
    if isinstance(value.get("additionalProperties"), dict):
        made["additionalProperties"] = _or_nothing(made["additionalProperties"])
    if "required" in value:
        made["required"] = [key for key in value["required"] if key == "id"]
    return made


def _or_nothing(part: Schema) -> Schema:
    """The part or no value; what people read about it stays in front, the default goes."""
    told = {key: part[key] for key in ("description", "examples") if key in part}
    rest = {key: part[key] for key in part if key not in (*told, "default")}
    known = rest["anyOf"] if rest.keys() == {"anyOf"} else [rest]
    return told | {"anyOf": [*(one for one in known if one != _NOTHING), _NOTHING]}


def _have_ids(items: Schema, parts: Mapping[str, Schema]) -> bool:
    kinds = items.get("oneOf", [items])
    return all("id" in _target(kind, parts).get("properties", {}) for kind in kinds)


def _merges(part: Schema) -> bool:
    return part.get("type") == "object"


def _target(value: Schema, parts: Mapping[str, Schema]) -> Schema:
    """The definition that a reference leads to; empty for what is no reference."""
    return parts[_name(value)] if "$ref" in value else {}


def _name(reference: Schema) -> str:
    name: str = reference["$ref"].removeprefix(_REF)
    return name


def _named(name: str) -> str:
    return f"Extending{name}"
