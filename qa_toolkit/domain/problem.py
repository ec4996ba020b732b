"""Mistakes in users' files, as values: all of them are collected and shown together."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in a user's file that cannot be used, with its place and a remedy.

    Attributes:
        source: the file, as the user named it.
        message: what is wrong, in one sentence.
        line: 1-based line in the file, where known.
        column: 1-based column, where known.
        code: stable code of a rubric problem (R004), empty elsewhere.
        hint: what to do about it, empty where the message says it already.
        severity: an error keeps the thing from being used; a warning asks to be looked at; an info
            only tells.
    """

    source: str
    message: str
    line: int | None = None
    column: int | None = None
    code: str = ""
    hint: str = ""
    severity: Severity = "error"

    @property
    def place(self) -> str:
        """`file`, `file:line` or `file:line:column`, the form editors jump to."""
        known = (part for part in (self.line, self.column) if part is not None)
        return ":".join((self.source, *map(str, known)))

    def __str__(self) -> str:
        tail = f" [{self.code}]" if self.code else ""
        remedy = f" ({self.hint})" if self.hint else ""
        return f"{self.place}: {self.severity}: {self.message}{remedy}{tail}"
