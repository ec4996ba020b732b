"""The `qa` command for tests: in this process, or in one of its own."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from qa_toolkit.cli.main import app


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as one JSON document."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """Standard output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


def qa(*args: str | Path, stdin: bytes = b"") -> Ran:
    """Run `qa` in this process and the current folder."""
    result = CliRunner().invoke(app, list(map(str, args)), input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)


def qa_process(*args: str | Path, cwd: Path, **options: Any) -> Ran:
    """Run `qa` in a process of its own, as a user does."""
    command = [sys.executable, "-m", "qa_toolkit", *map(str, args)]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, **options)
    return Ran(done.returncode, done.stdout, done.stderr)
