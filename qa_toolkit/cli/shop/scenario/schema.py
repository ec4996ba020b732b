"""`qa shop scenario schema`: the JSON Schema for editors and other validators."""

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.rubric.texts import TextFileOption, deliver_text


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Examples: qa shop scenario schema; "
        "qa shop scenario schema -o scenarios/scenario.schema.json"
    )(schema)


@told
def schema(output: TextFileOption = None) -> None:
    """Print the JSON Schema of scenario files.

    Draft 2020-12, for editors and for validators such as check-jsonschema. An editor finds it by
    a scenario's first line: # yaml-language-server: $schema=scenario.schema.json
    """
    from qa_toolkit.shops.scenarios.schema import schema_text

    deliver_text(schema_text(), output)
