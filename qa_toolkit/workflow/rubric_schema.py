"""Schema: the JSON Schemas of rubrics and cases, to print, or to lay beside rubrics for editors."""

from pathlib import Path

from qa_toolkit.rubric.schema import Kind, schema_text

FILES: dict[Kind, str] = {"rubric": "rubric.schema.json", "cases": "cases.schema.json"}
"""The names that the schemas have beside rubrics, where a file's first line points to them."""


def schema(kind: Kind) -> str:
    """The JSON Schema of a kind of file as text."""
    return schema_text(kind)


def modeline(kind: Kind, depth: int = 0) -> str:
    """The comment that tells an editor which schema a file follows.

    Args:
        kind: of the file.
        depth: how many folders below the rubrics the file lies.
    """
    return f"# yaml-language-server: $schema={Path(*['..'] * depth, FILES[kind]).as_posix()}\n"
