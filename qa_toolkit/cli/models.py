"""`qa models`."""

import typer

from qa_toolkit.cli.errors import ENVIRONMENT, FINDINGS, told
from qa_toolkit.cli.options import JsonOption, ProjectOption
from qa_toolkit.cli.output import say, say_json, say_table

app = typer.Typer(no_args_is_help=True, help="Speech models: what is here and what is used.")


@app.command("list", epilog="Example: qa models list")
@told
def list_(project: ProjectOption = None, json: JsonOption = False) -> None:
    """List the speech models on this machine, and say which would be used.

    The model that would be used is verified, as before every use; 'qa models verify' reads all.
    """
    from dataclasses import asdict

    from qa_toolkit.workflow.models import known_models, used_model

    rows, used = list(known_models(project)), used_model(project)
    if json:
        say_json({"models": [asdict(row) for row in rows], "used": asdict(used)})
        return
    say_table(
        ("model", "from", "MB", "languages", "where"),
        [
            (row.name, row.source, f"{row.megabytes:,}", row.languages, row.location or row.hint)
            for row in rows
        ],
    )
    say()
    say(f"Used: {used.model.label if used.model else 'none'}, {used.why}")
    if used.trouble:
        say(f"  ✗ {used.trouble}")
        say(f"  → {used.hint}")


@app.command(epilog="Example: qa models verify")
@told
def verify(project: ProjectOption = None, json: JsonOption = False) -> None:
    """Read every speech model on this machine and compare it with what it should be.

    Bundled models have known hashes, fetched ones those of the model hub. Of any other model the
    hash is shown.
    """
    from dataclasses import asdict

    from qa_toolkit.workflow.models import checked_models

    checked = list(checked_models(project))
    if json:
        say_json([asdict(model) for model in checked])
    elif not checked:
        say("No speech model on this machine; 'qa models list' says how to get one")
    else:
        for model in checked:
            say(f"{'✗' if model.trouble else '✓'} {model.name:<14} {model.trouble or model.digest}")
            if model.hint:
                say(f"  → {model.hint}")
    if any(model.trouble for model in checked):
        raise typer.Exit(FINDINGS)


@app.command(epilog="Example: qa models where")
@told
def where(project: ProjectOption = None, json: JsonOption = False) -> None:
    """Print the folder of the speech model that would be used."""
    from dataclasses import asdict

    from qa_toolkit.errors import EnvironmentProblem
    from qa_toolkit.workflow.models import used_model

    used = used_model(project)
    if json:
        say_json(asdict(used))
    elif used.model:
        say(used.model.location)
    elif used.trouble:
        raise EnvironmentProblem(used.trouble, hint=used.hint)
    else:
        say(used.why)
    if used.trouble:
        raise typer.Exit(ENVIRONMENT)
