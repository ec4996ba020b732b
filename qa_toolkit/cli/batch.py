"""Options of commands that work through many recordings."""

import re
from enum import StrEnum
from typing import Annotated

import typer

from qa_toolkit.domain.wording import counted

_BUDGET = re.compile(r"(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?")


def budget_s(text: str) -> float:
    """Seconds of `2h`, `90m`, `1h30m` or `45s`."""
    found = _BUDGET.fullmatch(text.strip().lower())
    if found is None or not any(found.groups()):
        raise typer.BadParameter(f"'{text}' is no length of time; write 2h, 90m, 1h30m or 45s")
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return float(hours * 3600 + minutes * 60 + seconds)


BudgetOption = Annotated[
    float | None,
    typer.Option(
        "--budget",
        parser=budget_s,
        metavar="TIME",
        help="Begin no recording after this time, such as 2h or 90m; the next run goes on.",
    ),
]


class Preset(StrEnum):
    """How much time may go into a better transcript."""

    FAST = "fast"
    ACCURATE = "accurate"
    BEST = "best"


PresetOption = Annotated[
    Preset | None, typer.Option("--preset", help="How much time a better transcript may take.")
]
RetryOption = Annotated[
    bool,
    typer.Option("--retry", help="Try again what failed, also where nothing has changed since."),
]


def left_told(left: int) -> str:
    """That the time is used, and how to go on."""
    verb = "is" if left == 1 else "are"
    what = counted(left, "recording")
    return f"The time is used: {what} {verb} left; the same command goes on from here"
