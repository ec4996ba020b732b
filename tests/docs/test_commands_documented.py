"""`docs/commands.md` is what the commands say, and every command says what it does, with an example."""

import command_docs
import pytest
from command_docs import Command
from typer.core import TyperGroup

COMMANDS = list(command_docs.commands())
SINGLE = [(name, command) for name, command in COMMANDS if not isinstance(command, TyperGroup)]


def test_the_page_is_what_the_commands_say() -> None:
    """After a change of the command line: .venv/bin/python tools/command_docs.py."""
    assert command_docs.PAGE.read_text(encoding="utf-8") == command_docs.page()


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_every_command_and_group_says_what_it_does(name: str, command: Command) -> None:
    assert command.help


@pytest.mark.parametrize(("name", "command"), SINGLE, ids=[name for name, _ in SINGLE])
def test_every_command_gives_an_example_of_itself(name: str, command: Command) -> None:
    assert (command.epilog or "").startswith(("Example: ", "Examples: "))
    assert name in (command.epilog or "")
