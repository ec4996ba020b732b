"""The page for every address that is none: it does not say what is there and what is not."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPage:
    """Nothing here."""

    template: ClassVar[str] = "missing.html.j2"

    title: str = "Not found"
