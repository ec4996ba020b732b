"""Options that several commands share, each said once."""

from pathlib import Path
from typing import Annotated

import typer

ProjectOption = Annotated[
    Path | None,
    typer.Option(
        "--project",
        "-p",
        metavar="DIR",
        envvar="QA_PROJECT",
        help="The project folder; else the one around the current folder.",
    ),
]
ByOption = Annotated[
    str,
    typer.Option("--by", metavar="NAME", envvar="QA_REVIEWER", help="Who says so; it is kept."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


def _from_here(name: str | None) -> str | None:
    """A file named on the command line lies where the user is, not where the project is."""
    return str(Path(name).resolve()) if name and Path(name).is_file() else name


RubricOption = Annotated[
    str | None,
    typer.Option(
        "--rubric", "-r", callback=_from_here, help="Rubric file, or the name of a rubric."
    ),
]
SampleOption = Annotated[
    str, typer.Option("--sample", "-s", metavar="ID", help="A sample; else the one drawn last.")
]
SomeSampleOption = Annotated[
    str,
    typer.Option(
        "--sample", "-s", metavar="ID", help="A sample, or 'all'; else the one drawn last."
    ),
]
AgentsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--agent", metavar="NAME", help="Only this agent, by id or name. May be repeated."
    ),
]
TeamOption = Annotated[
    str | None, typer.Option("--team", metavar="NAME", help="Only this team's agents.")
]
PeriodOption = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="DAYS",
        help="Only then: 2026, 2026-Q4, 2026-11, 2026-W47, 2026-11-22 or 2026-11-01..2026-11-15.",
    ),
]
SeedOption = Annotated[
    str | None, typer.Option("--seed", help="Same seed, same sample; else a new one is drawn.")
]
PerAgentOption = Annotated[
    int | None, typer.Option("--per-agent", min=1, help="Interactions of each agent.")
]
SizeOption = Annotated[int | None, typer.Option("--size", min=1, help="Interactions in all.")]
ModelOption = Annotated[
    str | None,
    typer.Option("--model", "-m", help="Speech model: a folder, or a size name such as small.en."),
]
WorkersOption = Annotated[
    int | None,
    typer.Option("--workers", "-w", min=1, help="Processes for transcription; else one a core."),
]
TargetsOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--to",
        metavar="PATH",
        help="Where to write: .xlsx, .html, .pdf, .json, .jsonl, .csv, .parquet, or a folder for "
        "pages. May be repeated.",
    ),
]
PathsArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH]...", help="Folders or files; else those of intake.paths in qa.toml."
    ),
]
