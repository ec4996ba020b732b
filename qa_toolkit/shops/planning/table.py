"""A plan as rows for a spreadsheet: what was placed, then what was not, with the reason."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from qa_toolkit.domain.formulas import guarded
from qa_toolkit.domain.shop.plan import Assignment, PlanFile, Unplaced

HEADERS = (
    "shop",
    "plan",
    "scenario",
    "scenario_version",
    "location",
    "location_name",
    "address",
    "shopper",
    "shopper_name",
    "day",
    "opens_at",
    "closes_at",
    "fee",
    "most_expenses",
    "currency",
    "status",
    "reason",
)
NOT_PLACED = "not placed"


def csv_of(
    assignments: Iterable[Assignment],
    unplaced: Iterable[Unplaced],
    file: PlanFile,
    statuses: Mapping[str, str],
) -> bytes:
    """CSV with a byte-order mark, for without one Excel takes UTF-8 for something older.

    Args:
        assignments: as they are kept.
        unplaced: what found no place.
        file: names locations and shoppers.
        statuses: of shops, by id.
    """
    text = io.StringIO(newline="")
    sheet = csv.writer(text, lineterminator="\r\n")
    sheet.writerow(HEADERS)
    for row in _rows(assignments, unplaced, file, statuses):
        sheet.writerow([guarded(row.get(name, "")) for name in HEADERS])
    return text.getvalue().encode("utf-8-sig", errors="backslashreplace")


def _rows(
    assignments: Iterable[Assignment],
    unplaced: Iterable[Unplaced],
    file: PlanFile,
    statuses: Mapping[str, str],
) -> Iterator[dict[str, str]]:
    locations = {one.id: one for one in file.locations}
    names = {one.id: one.name for one in file.shoppers}
    for one in assignments:
        place = locations[one.location]
        yield {
            "shop": one.id,
            "plan": one.plan,
            "scenario": one.scenario,
            "scenario_version": one.scenario_version,
            "location": one.location,
            "location_name": place.name,
            "address": place.address,
            "shopper": one.shopper,
            "shopper_name": names.get(one.shopper, ""),
            "day": one.day.isoformat(),
            "opens_at": one.opens_at.isoformat(),
            "closes_at": one.closes_at.isoformat(),
            "fee": str(one.fee),
            "most_expenses": str(one.most_expenses),
            "currency": one.currency,
            "status": statuses.get(one.id, ""),
        }
    for missing in unplaced:
        place = locations[missing.location]
        yield {
            "plan": file.id,
            "scenario": missing.scenario,
            "location": missing.location,
            "location_name": place.name,
            "address": place.address,
            "status": NOT_PLACED,
            "reason": missing.reason,
        }
