"""What goes into a form that is written, and what comes out of one that was filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, tzinfo
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.domain.shop.scenario import EvidenceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What a written form says of its assignment beside the questions.

    Attributes:
        shopper: by name.
        place: name and address of the location.
        day, zone: of the shop, by the clock of the location; zone names that clock.
        window: when it may begin, in words.
        locations: names of the plan's locations by id, to choose the one where it was held.
    """

    shopper: str
    place: str
    day: date
    zone: tzinfo
    window: str
    locations: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A filled-in form.

    Attributes:
        log: the start with all that could be read; without the files that are to be attached.
        problems: with line and column, or the cell; a warning tells how something was understood.
        attachments: files to be attached, in the order of the form.
    """

    log: ShopLog
    problems: tuple[Problem, ...] = ()
    attachments: tuple[tuple[Path, EvidenceKind], ...] = ()
