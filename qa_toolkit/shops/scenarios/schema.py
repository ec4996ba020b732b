"""The JSON Schema of scenarios, for editors and for validators that others wrote."""

import json
from decimal import Decimal
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from qa_toolkit.domain.shop.scenario import Scenario

FILE = "scenario.schema.json"
"""Its name beside scenarios, where their first line points to it."""
MODELINE = f"# yaml-language-server: $schema={FILE}\n"
"""The comment that tells an editor which schema a file follows."""


def schema_text() -> str:
    """The schema, draft 2020-12, as indented JSON with a last newline."""
    made = Scenario.model_json_schema(schema_generator=_Generator)
    head = {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": "urn:qa-toolkit:scenario:1",
        "title": "Scenario of a mystery shop, format 1",
    }
    return json.dumps(_tidied(made) | head, indent=2, ensure_ascii=False) + "\n"


def _tidied(value: Any) -> Any:
    """Without what only a reader of the code needs: docstrings past their first paragraph."""
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

    def field_title_should_be_set(self, schema: Any) -> bool:
        """No "Opening Line" beside `opening_line`."""
        return False

    def encode_default(self, dft: Any) -> Any:
        """A default as it would stand in a file."""
        return float(dft) if isinstance(dft, Decimal) else super().encode_default(dft)
