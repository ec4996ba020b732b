"""The JSON Schema of scenarios, for editors and for validators that others wrote."""

from qa_toolkit.domain.shop.scenario import Scenario
from qa_toolkit.strict_yaml import json_schema

FILE = "scenario.schema.json"
"""Its name beside scenarios, where their first line points to it."""
MODELINE = f"# yaml-language-server: $schema={FILE}\n"
"""The comment that tells an editor which schema a file follows."""


def schema_text() -> str:
    """The schema, draft 2020-12, as indented JSON with a last newline."""
    made = json_schema.schema_of(Scenario) | {"title": "Scenario of a mystery shop, format 1"}
    return json_schema.schema_text(made, "scenario:1")
