"""How to read what the files themselves do not say: the section `[intake]` of `qa.toml`."""

from dataclasses import dataclass
from typing import Literal

DateOrder = Literal["dmy", "mdy", "ymd", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeOptions:
    """Choices for a whole import.

    Attributes:
        filename_pattern: regular expression with named groups (id, agent, team …), matched
            against the whole name of a recording, with or without its suffix. A group that is
            repeated must hold neither a repeat nor a choice.
        date_order: order of day, month and year in dates such as 05/06/2026; empty: proven
            from the file or asked for.
        timezone: IANA name of the zone of times that carry none.
    """

    filename_pattern: str = ""
    date_order: DateOrder = ""
    timezone: str = "UTC"


DEFAULT_OPTIONS = IntakeOptions()
