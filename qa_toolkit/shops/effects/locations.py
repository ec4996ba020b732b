"""The shops of each location: the total, and each stage of the journey."""

from collections.abc import Iterable

from qa_toolkit.domain.natural_order import as_counted
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.shop.figures import AtLocation
from qa_toolkit.shops.effects.estimates import mean


def at_locations(rubric: Rubric, scored: Iterable[Scored]) -> tuple[AtLocation, ...]:
    """By name of the location; each shop counts as one, as so many were planned for each."""
    groups: dict[str, list[Scored]] = {}
    for item in scored:
        if item.interaction.shop is not None:
            groups.setdefault(item.interaction.shop.location, []).append(item)
    found = (_at(location, own, rubric) for location, own in groups.items())
    return tuple(sorted(found, key=lambda one: (as_counted(one.name), one.id)))


def _at(location: str, own: list[Scored], rubric: Rubric) -> AtLocation:
    # a location may have been renamed: it is called as at its last shop
    shop = max(own, key=_began).interaction.shop
    totals = [item.scorecard.percent for item in own]
    parts = [part for item in own for part in item.scorecard.sections]
    return AtLocation(
        id=location,
        name=shop.place if shop else location,
        total=mean([float(total) for total in totals if total is not None]),
        sections={
            section.id: mean(
                [
                    float(part.percent)
                    for part in parts
                    if part.section == section.id and part.percent is not None
                ]
            )
            for section in rubric.sections
        },
    )


def _began(item: Scored) -> float:
    began = item.interaction.started_at
    return began.timestamp() if began else 0.0
