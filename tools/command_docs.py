"""Write `docs/commands.md` from the command line itself: `.venv/bin/python tools/command_docs.py`.

A test compares the file with what this makes, so a changed option cannot go undocumented.
"""

from collections.abc import Iterator
from pathlib import Path

import typer
from typer.core import TyperCommand, TyperGroup
from typer.testing import CliRunner

from qa_toolkit.cli.errors import ENVIRONMENT, FINDINGS, INTERRUPTED, USAGE
from qa_toolkit.cli.main import app

PAGE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
WIDTH = 100
Command = TyperCommand | TyperGroup

BEFORE = f"""\
# Commands

What each command says with `--help`. This page is made by `tools/command_docs.py`; do not edit it by hand.

- Every command prints for people; where there is `--json`, it prints one JSON document for programs instead.
  Progress bars go to standard error, and only to a terminal.
- A command that works on a project looks for `qa.toml` in the current folder and above it, or takes `--project DIR`.
- Settings: defaults < `qa.toml` < environment < command line. `QA_TRANSCRIBE_MODEL` sets `transcribe.model`, and so on;
  [`qa config show`](#qa-config-show) prints each value with its source.
- `qa --debug …`, or `QA_DEBUG=1`, shows tracebacks.

## Exit codes

| Code | Meaning |
|---|---|
| 0 | done |
| {FINDINGS} | done, with findings: a check, a case or a verification failed, or something could not be imported, transcribed or read as a line |
| {USAGE} | the command line or the input as a whole cannot be used |
| {ENVIRONMENT} | something is missing or refuses on this machine: an extra, a speech model, the disk |
| {INTERRUPTED} | stopped with Ctrl-C; what was done is kept |

An interaction that the machine abstains from (`needs review`, `not scored`) is no finding. Mistakes are told as
`file:line: what is wrong` with a remedy behind `→`.

## Filters

Two commands need no project and join with a pipe. Both read and write one JSON object a line:

    qa transcribe call-1.wav call-2.wav --jsonl --agent-channel left | qa score - --rubric service --jsonl

A line that cannot be used becomes `{{"line": 3, "error": {{"message": …, "hint": …}}}}`, a recording
`{{"id": "call-1", "error": …}}`; the others go on, and the exit code at the end is {FINDINGS}. What a line
holds is in [the life of a line](architecture.md#the-filters).
"""


def commands() -> Iterator[tuple[str, Command]]:
    """Every command and group with the words that call it, such as `qa sample draw`."""
    yield from _below("qa", typer.main.get_command(app))


def _below(name: str, command: object) -> Iterator[tuple[str, Command]]:
    if isinstance(command, TyperCommand | TyperGroup):
        yield name, command
    if isinstance(command, TyperGroup):
        for word, inner in command.commands.items():
            yield from _below(f"{name} {word}", inner)


def page() -> str:
    """The whole page."""
    parts = [BEFORE]
    for name, _ in commands():
        parts.append(f"## {name}\n\n```text\n{help_of(name)}\n```\n")
    return "\n".join(parts)


def help_of(name: str) -> str:
    """What a command prints with `--help`, at one width wherever this runs."""
    words = name.split()[1:]
    result = CliRunner().invoke(
        app, [*words, "--help"], prog_name="qa", terminal_width=WIDTH, max_content_width=WIDTH
    )
    return "\n".join(line.rstrip() for line in result.stdout.strip().splitlines())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote {PAGE}")
