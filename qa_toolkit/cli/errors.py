"""Failures as people see them: one line, a hint, an exit code; a traceback only with `--debug`."""

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import NoReturn, ParamSpec, TypeVar

import typer

from qa_toolkit.cli.output import wants_colour
from qa_toolkit.errors import QaToolkitError

FINDINGS = 1
USAGE = 2
ENVIRONMENT = 3
INTERRUPTED = 130

P = ParamSpec("P")
R = TypeVar("R")


def told(command: Callable[P, R]) -> Callable[P, R]:
    """Turn what a command raises into a message and an exit code."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except KeyboardInterrupt:
            _stop(
                "stopped", "what was done is kept; the same command goes on from here", INTERRUPTED
            )
        except QaToolkitError as error:
            if debugging():
                raise
            _stop(error.message, error.hint, error.exit_code)
        except BrokenPipeError:
            # the reader of our output has gone (`qa list | head`); nobody is left to tell
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except OSError as error:
            if debugging():
                raise
            where = f"{error.filename}: " if error.filename else ""
            _stop(f"{where}{error.strerror or error}", "", ENVIRONMENT)
        except (typer.Exit, typer.Abort):
            raise
        except Exception as error:
            if debugging():
                raise
            what = f"unexpected {type(error).__name__}: {error}"
            _stop(what, "this is a mistake of ours; 'qa --debug …' shows where", ENVIRONMENT)

    return wrapped


def debugging() -> bool:
    """Whether tracebacks are wanted: `qa --debug …`, or QA_DEBUG in the environment."""
    return bool(os.environ.get("QA_DEBUG"))


def _stop(message: str, hint: str, code: int) -> NoReturn:
    label = typer.style("error: ", fg="red", bold=True)
    typer.echo(label + message, err=True, color=wants_colour())
    if hint:
        typer.echo(f"  → {hint}", err=True)
    raise typer.Exit(code) from None
