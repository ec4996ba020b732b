"""Functions that run in worker processes, where tests themselves cannot be imported from."""

import os
import time
from pathlib import Path

from qa_toolkit.errors import EnvironmentProblem, Unusable


def double(number: int) -> int:
    """Twice the number."""
    return 2 * number


def threads_of(_: int) -> str | None:
    """How many threads numerics may use here."""
    return os.environ.get("OMP_NUM_THREADS")


def stumble(number: int) -> int:
    """Fail on 3 in our words, on 4 by mistake, on 5 by taking the process down."""
    if number == 3:
        raise Unusable("it is a three", hint="take a four")
    if number == 4:
        raise ValueError("oops")
    if number == 5:
        os._exit(1)
    return number


def die_once(path: str) -> str:
    """Take the process down at the first item named "killer", while others are in flight."""
    if Path(path).name == "killer" and not Path(path).exists():
        Path(path).touch()
        os._exit(1)
    time.sleep(0.1)
    return "done"


def lack(_: int) -> int:
    """Miss something that every item would miss."""
    raise EnvironmentProblem("no model", hint="get one")


def sleep_long(path: str) -> None:
    """Say who sleeps, then sleep longer than any test."""
    Path(path).write_text(str(os.getpid()))
    time.sleep(60)
