"""What a plan orders, shop by shop, with who fits and which days there are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qa_toolkit.domain.shop.plan import Location, Order, PlanFile, Shopper
from qa_toolkit.domain.shop.scenario import Scenario
from qa_toolkit.shops.planning.board import Task
from qa_toolkit.shops.planning.days import Calendar, Days
from qa_toolkit.shops.planning.keys import shop_id
from qa_toolkit.shops.planning.profile import misfits


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One shop that is ordered.

    Attributes:
        number: among the shops of this scenario at this location, from 1.
        fitting: those whose profile fits; some may have a conflict at the location.
    """

    id: str
    order: Order
    scenario: Scenario
    location: Location
    number: int
    fitting: tuple[Shopper, ...]
    days: Days

    def task(self) -> Task:
        """It as the draw sees it."""
        free = (one.id for one in self.fitting if self.location.id not in one.not_at)
        return Task(
            id=self.id,
            location=self.location.id,
            fitting=tuple(sorted(free)),
            days=self.days.possible,
        )


def wanted_shops(
    file: PlanFile, scenarios: Mapping[str, Scenario], calendar: Calendar
) -> Iterator[Wanted]:
    """Every shop that is ordered; a scenario that is ordered twice somewhere is counted on."""
    locations = {one.id: one for one in file.locations}
    numbers: dict[tuple[str, str], int] = {}
    for order in file.orders:
        scenario = scenarios[order.scenario]
        asked = scenario.persona.profile
        fitting = tuple(one for one in file.shoppers if not misfits(asked, one.profile))
        for name in dict.fromkeys(order.locations or locations):
            days = calendar.days(locations[name], scenario.window)
            for _ in range(order.each):
                number = numbers.get((scenario.id, name), 0) + 1
                numbers[scenario.id, name] = number
                yield Wanted(
                    id=shop_id(file.id, scenario.id, name, number),
                    order=order,
                    scenario=scenario,
                    location=locations[name],
                    number=number,
                    fitting=fitting,
                    days=days,
                )
