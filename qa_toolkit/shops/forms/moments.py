"""Times as people write them, by the clock of the place, and the moments they mean.

A moment carries a fixed offset rather than the place's zone: Python subtracts two moments of one
zone by the hands of the clock, which is an hour wrong where the clocks change in between.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from qa_toolkit.domain.shop.log import LONGEST_SHOP
from qa_toolkit.domain.shop.moments import with_offset
from qa_toolkit.shops.interview.moments import beginning, moment_at, never_shown
from qa_toolkit.workbooks.plain import Unclear, short

HINT = "write it as 14:05, 14:05:30 or, of another day, 2026-11-10 14:05:30"
_YEARS = range(2000, 2200)
"""In which shops are held; what lies outside is a slip."""
_MOMENT = re.compile(
    r"(?:(?P<day>\d{4}-\d{2}-\d{2})[T ]+)?"
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?P<part>\.\d{1,6})?)?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?"
    r"(?: ?(?P<zone>Z|[+-]\d{2}:?\d{2}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A time as it stands in a form.

    Attributes:
        day: None where it has none of its own.
        zone: None where it is by the clock of the place.
    """

    at: time
    day: date | None = None
    zone: tzinfo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The day of a shop and the clock of the place where it is held.

    Attributes:
        window: in which it may begin: past midnight, the first time is of the day in it.
    """

    day: date
    zone: tzinfo
    window: tuple[datetime, datetime] | None = None

    def moment(
        self, said: Written, first: datetime | None, last: datetime | None = None
    ) -> tuple[datetime, bool]:
        """The moment that is meant, and whether it was taken for one of the next day.

        Args:
            said: what was written.
            first: the first moment of the form: a time without a day is not before it.
            last: the one before this: of two moments of an hour that the clock showed twice, the
                one behind it.

        Raises:
            Unclear: the clock never showed it, or it lies before the first.
        """
        if said.day is not None:
            return _behind(self._shown_on(said.day, said), last), False
        if first is None:
            return self._shown_on(self._first_day(said), said)[0], False
        day = first.astimezone(said.zone or self.zone).date()
        days = (day, day + timedelta(days=1))
        for known in days:
            seen = self._moments(known, said)
            fitting = [one for one in seen if first <= one <= first + LONGEST_SHOP]
            if fitting:
                return _behind(fitting, last), known != day
        for known in days:
            self._shown_on(known, said)
        shown = said.at.isoformat()
        raise Unclear(
            f"{shown} lies before the first time of the form, {self.shown(first)[11:]}",
            "correct it; past midnight, write the day, too",
        )

    def shown(self, moment: datetime) -> str:
        """A moment by the clock of the place; where that showed it twice, with its offset."""
        local = moment.astimezone(self.zone)
        twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
        return (local if twice else local.replace(tzinfo=None)).isoformat(" ")

    def _first_day(self, said: Written) -> date:
        """The day of a time that stands first and names none: within the window where one fits."""
        if self.window is None:
            return self.day
        return beginning(said.at, self.day, said.zone or self.zone, *self.window).date()

    def _shown_on(self, day: date, said: Written) -> list[datetime]:
        """The moments at which the clock showed it on a day, at least one.

        Raises:
            Unclear: it never did.
        """
        seen = self._moments(day, said)
        if not seen:
            meant = moment_at(day, said.at, said.zone or self.zone)
            raise Unclear(never_shown(said.at, meant), f"if that is meant, write {meant:%H:%M:%S}")
        return seen

    def _moments(self, day: date, said: Written) -> list[datetime]:
        """The moments at which the clock showed it on a day: none or two where it was changed."""
        hands = datetime.combine(day, said.at)
        seen: list[datetime] = []
        for fold in (0, 1):
            local = hands.replace(tzinfo=said.zone or self.zone, fold=fold)
            back = local.astimezone(UTC).astimezone(local.tzinfo).replace(tzinfo=None, fold=0)
            if back == hands and with_offset(local) not in seen:
                seen.append(with_offset(local))
        return seen


def _behind(seen: list[datetime], last: datetime | None) -> datetime:
    """The first of them that is not before the last one; else the first of all."""
    return next((one for one in seen if last is None or one >= last), seen[0])


def written(text: str) -> Written:
    """Read a time.

    Raises:
        Unclear: it is none.
    """
    found = _MOMENT.fullmatch(text.strip())
    try:
        if not found:
            raise ValueError(text)
        hour = int(found["hour"])
        if found["half"]:
            if not 1 <= hour <= 12:
                raise ValueError(text)
            hour = hour % 12 + 12 * (found["half"].lower() == "p")
        part = int((found["part"] or ".")[1:].ljust(6, "0"))
        at = time(hour, int(found["minute"]), int(found["second"] or 0), part)
        day = date.fromisoformat(found["day"]) if found["day"] else None
        if day is not None and day.year not in _YEARS:
            raise ValueError(text)
        return Written(at=at, day=day, zone=_zone(found["zone"]))
    except ValueError:
        raise Unclear(f"'{short(text)}' is no time", HINT) from None


def _zone(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text in "Zz":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=minutes if text[0] == "+" else -minutes))
