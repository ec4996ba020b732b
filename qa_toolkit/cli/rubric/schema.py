"""`qa rubric schema`: JSON Schemas for editors and other validators."""

from enum import StrEnum
from typing import Annotated

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.rubric.texts import TextFileOption, deliver_text


class Kind(StrEnum):
    """What the schema describes."""

    RUBRIC = "rubric"
    CASES = "cases"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Examples: qa rubric schema -o rubrics/rubric.schema.json; "
        "qa rubric schema --kind cases"
    )(schema)


@told
def schema(
    kind: Annotated[
        Kind, typer.Option("--kind", help="Rubric files, or files of cases.")
    ] = Kind.RUBRIC,
    output: TextFileOption = None,
) -> None:
    """Print the JSON Schema of rubric files.

    Draft 2020-12, for editors and for validators such as check-jsonschema. An editor finds it by
    a rubric's first line: # yaml-language-server: $schema=rubric.schema.json
    """
    from qa_toolkit.workflow import rubric_schema

    deliver_text(rubric_schema.schema(kind.value), output)
