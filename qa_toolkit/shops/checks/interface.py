"""What a check of a shop's log is, and what it may look at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from qa_toolkit.domain.problem import Severity
from qa_toolkit.domain.shop.form import FormQuestion, ShopForm
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.domain.shop.plan import Assignment, Location, PlanFile, Shopper
from qa_toolkit.domain.shop.scenario import Scenario
from qa_toolkit.shops.checks.earlier import Earlier


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A log with all that it is checked against.

    What is None is not known, as while somebody fills the form in; checks that need it are silent.

    Attributes:
        log: a draft, or what was handed in.
        earlier: what other shops hold that were handed in before.
        is_certified: whether the shopper has answered the scenario's questions.
        now: the moment of checking; of a log that was handed in, when it was.
        first_at: when this shop was handed in first; `now` where it was not yet.
    """

    form: ShopForm
    log: ShopLog
    scenario: Scenario | None = None
    assignment: Assignment | None = None
    location: Location | None = None
    file: PlanFile | None = None
    earlier: Earlier = field(default_factory=Earlier)
    is_certified: bool = True
    now: datetime | None = None
    first_at: datetime | None = None

    @property
    def zone(self) -> tzinfo:
        """The clock of the location, else of the plan."""
        name = (self.location and self.location.timezone) or (self.file and self.file.timezone)
        try:
            return ZoneInfo(name or "UTC")
        except (KeyError, ValueError, OSError):  # what checks of plans tell
            return UTC

    @property
    def shopper(self) -> Shopper | None:
        """Who logged it, as the plan lists them."""
        listed = self.file.shoppers if self.file else ()
        return next((one for one in listed if one.id == self.log.shopper), None)

    def asked(self) -> tuple[FormQuestion, ...]:
        """The questions that the log's own answers leave to be asked."""
        return self.form.asked(self.log.answers())


class Found(NamedTuple):
    """One thing that a check says.

    Attributes:
        where: as `ShopFinding.where`.
        hint: what to do about it, where that is not what the check always says.
        for_editors: as `ShopFinding.for_editors`.
    """

    where: str
    message: str
    hint: str = ""
    for_editors: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check of logs.

    Attributes:
        code: stable, `M201`; the first digit is its family.
        title: what it finds, in a few words.
        fix: what to do about it, in one sentence.
        manual: its module's docstring: why, with a bad and a good log.
        find: what it says of a log, whatever is in it.
        at_entry: whether it can speak while somebody fills the form in.
    """

    code: str
    severity: Severity
    title: str
    fix: str
    manual: str
    find: Callable[[Context], Iterator[Found]]
    at_entry: bool = False
