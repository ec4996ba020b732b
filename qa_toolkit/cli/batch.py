"""Options of commands that work through many recordings."""

import re
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


PresetOption = Annotated[
    str | None,
    typer.Option(
        "--preset", help="How much time a better transcript may take: fast, accurate or best."
    ),
]
RetryOption = Annotated[
    bool,
    typer.Option("--retry", help="Try again what failed, also where nothing has changed since."),
]


def older_told(older: int) -> str:
    """That words are kept which were made under other options, and what for."""
    verb, are = ("keeps", "is") if older == 1 else ("keep", "are")
    what = counted(older, "recording")
    return f"{what} {verb} the words made under other options, and {are} not scored"


def left_told(left: int) -> str:
    """That the time is used, and how to go on."""
    verb = "is" if left == 1 else "are"
    what = counted(left, "recording")
    return f"The time is used: {what} {verb} left; the same command goes on from here"
