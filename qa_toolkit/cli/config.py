"""`qa config show`."""

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.options import JsonOption, ProjectOption
from qa_toolkit.cli.output import say_json, say_table

app = typer.Typer(no_args_is_help=True, help="Show settings and their sources.")


@app.callback()
def config() -> None:
    """The settings and where they come from."""


@app.command(epilog="Example: QA_SAMPLE_PER_AGENT=8 qa config show")
@told
def show(project: ProjectOption = None, json: JsonOption = False) -> None:
    """Print each setting with its value and source."""
    from dataclasses import asdict
    from pathlib import Path

    from qa_toolkit.settings import find_folder, load_settings

    rows = list(load_settings(find_folder(project or Path.cwd())).rows())
    if json:
        say_json([asdict(row) for row in rows])
    else:
        say_table(
            ("Setting", "Value", "Source", "Meaning"),
            ((row.name, row.value, row.source, row.description) for row in rows),
        )
