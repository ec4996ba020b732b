"""JSON Schemas of the models that read YAML files, as such files need them.

Made by pydantic, and corrected where it describes less, or more, than the files may say: numbers
are never text, and mappings hold only the keys described.
"""

import json
from decimal import Decimal
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema


def schema_text(schema: JsonSchemaValue, name: str) -> str:
    """A schema, draft 2020-12, as indented JSON with a last newline.

    Args:
        schema: without its head.
        name: what it describes with the version of the format, as its `$id` ends: `rubric:1`.
    """
    head = {"$schema": GenerateJsonSchema.schema_dialect, "$id": f"urn:qa-toolkit:{name}"}
    return json.dumps(head | schema, indent=2, ensure_ascii=False) + "\n"


def schema_of(model: type[BaseModel]) -> JsonSchemaValue:
    """The schema of a model, without what only a reader of the code needs."""
    made: JsonSchemaValue = _tidied(model.model_json_schema(schema_generator=_Generator))
    return made


def _tidied(value: Any) -> Any:
    """Without docstrings past their first paragraph, and without 1.0 for 1."""
    match value:
        case {"description": str(said), **rest}:
            return {"description": " ".join(said.split("\n\n")[0].split())} | _tidied(rest)
        case dict():
            return {key: _tidied(inner) for key, inner in value.items()}
        case list():
            return [_tidied(inner) for inner in value]
        case float() if value.is_integer():
            return int(value)
        case _:
            return value


class _Generator(GenerateJsonSchema):
    """pydantic's schema of a model, as YAML files need it."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        """A number; pydantic offers text beside it."""
        number: JsonSchemaValue = super().decimal_schema(schema)["anyOf"][0]
        return number

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """An object that holds only the keys described."""
        made = super().dict_schema(schema)
        if "patternProperties" in made:
            made["additionalProperties"] = False
        return made

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """One of the kinds; `discriminator` is a word of OpenAPI's, not of JSON Schema's."""
        made = super().tagged_union_schema(schema)
        made.pop("discriminator", None)
        return made

    def field_title_should_be_set(self, schema: Any) -> bool:
        """No "Pass Mark" beside `pass_mark`."""
        return False

    def encode_default(self, dft: Any) -> Any:
        """A default as it would stand in a file."""
        return float(dft) if isinstance(dft, Decimal) else super().encode_default(dft)
