"""JSON Schemas of rubric files and case files, for editors and for validators that others wrote.

Made from the models that read the files, and corrected where pydantic describes less, or more,
than the files may say: levels are whole-number keys, which JSON Schema sees as text; weights and
points are numbers, never text; and a rubric that extends another may leave out what it inherits.
"""

import json
from decimal import Decimal
from typing import Any, Literal

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.cases import CaseFile
from qa_toolkit.rubric.schema_extending import extending

Kind = Literal["rubric", "cases"]

FORMAT = 1
"""The version of the formats that are described; it stands in each `$id`."""
_REF = "#/$defs/"


def schema_text(kind: Kind) -> str:
    """The JSON Schema, draft 2020-12, of a kind of file as indented JSON with a last newline."""
    parts = rubric_schema() if kind == "rubric" else cases_schema()
    head = {"$schema": GenerateJsonSchema.schema_dialect, "$id": f"urn:qa-toolkit:{kind}:{FORMAT}"}
    return json.dumps(head | parts, indent=2, ensure_ascii=False) + "\n"


def rubric_schema() -> JsonSchemaValue:
    """What a rubric file may say: a whole rubric, or one that extends another."""
    whole = _schema_of(Rubric)
    parts: JsonSchemaValue = whole.pop("$defs") | {"Rubric": whole}
    return {
        "title": f"Rubric, format {FORMAT}",
        "description": whole["description"],
        "type": "object",
        # if and else rather than anyOf: a mistake is then told where it is
        "if": {"required": ["extends"]},
        "then": {"$ref": f"{_REF}ExtendingRubric"},
        "else": {"$ref": f"{_REF}Rubric"},
        "$defs": dict(sorted((parts | extending(parts)).items())),
    }


def cases_schema() -> JsonSchemaValue:
    """What a file of cases may say."""
    return _schema_of(CaseFile) | {"title": f"Cases of a rubric, format {FORMAT}"}


def _schema_of(model: type[Rubric | CaseFile]) -> JsonSchemaValue:
    made: JsonSchemaValue = _tidied(model.model_json_schema(schema_generator=_Generator))
    return made


def _tidied(value: Any) -> Any:
    """Without what only a reader of the code needs: docstrings past their first paragraph, 1.0."""
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
