"""JSON Schemas of rubric files and case files, for editors and for validators that others wrote.

Made from the models that read the files; levels are whole-number keys, which JSON Schema sees as
text, and a rubric that extends another may leave out what it inherits.
"""

from typing import Literal

from pydantic.json_schema import JsonSchemaValue

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.cases import CaseFile
from qa_toolkit.rubric.schema_extending import extending
from qa_toolkit.strict_yaml import json_schema
from qa_toolkit.strict_yaml.json_schema import schema_of

Kind = Literal["rubric", "cases"]

FORMAT = 1
"""The version of the formats that are described; it stands in each `$id`."""
_REF = "#/$defs/"


def schema_text(kind: Kind) -> str:
    """The JSON Schema, draft 2020-12, of a kind of file as indented JSON with a last newline."""
    parts = rubric_schema() if kind == "rubric" else cases_schema()
    return json_schema.schema_text(parts, f"{kind}:{FORMAT}")


def rubric_schema() -> JsonSchemaValue:
    """What a rubric file may say: a whole rubric, or one that extends another."""
    whole = schema_of(Rubric)
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
    return schema_of(CaseFile) | {"title": f"Cases of a rubric, format {FORMAT}"}
