"""Figures of mystery shops in words: by location, beside monitored contacts, by shopper."""

from decimal import Decimal

from qa_toolkit.domain.paired import ENOUGH
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.shop.figures import Compared, Figure, ShopFigures, ShopperEffect
from qa_toolkit.domain.wording import counted
from qa_toolkit.scorecards.view.shops import (
    ComparedView,
    FigureView,
    LocationView,
    ShopperView,
    ShopsView,
)
from qa_toolkit.scorecards.wording import DASH, clean, one_place

_LOCATIONS = (
    "Every shop counts as one: how many each location has was planned. The 95 % interval says where "
    "the mean of very many shops like these may lie."
)
_COMPARED = (
    "Monitored: contacts that staff knew could be listened to. Staged: mystery shops, of which "
    "staff did not know at the time. A question with two answers is shown as the share of the "
    "better one (difference: Newcombe), others as the mean place on their scale (Welch). Every "
    "scorecard counts as one, whatever its chance to be drawn; the machine or people rate monitored "
    "contacts, the shopper rates shops; contacts and scenarios differ: a difference need not come "
    "from being watched."
)
_SHOPPERS = (
    "A shopper's own ratings less those of others at the same location with the same scenario, in "
    "percent of the scale; above 0 is more lenient. The shops were held on other days and met "
    "other staff, so a difference is a reason to look, not a verdict. It changes no rating."
)
_FEWEST = 2
"""Places that an interval needs at least."""
_FEW_SHARED = 5
"""Places under which an interval of a shopper's difference says next to nothing."""


def shops_view(figures: ShopFigures, rubric: Rubric) -> ShopsView:
    """The figures as they are shown."""
    titles = {section.id: clean(section.title) for section in rubric.sections}
    compared = ((figures.total,) if figures.total else ()) + figures.compared
    apart = sum(1 for one in figures.compared if not (one.monitored.count and one.staged.count))
    return ShopsView(
        section_titles=tuple(titles.values()),
        locations=tuple(
            LocationView(
                id=clean(known.id),
                name=clean(known.name),
                total=figure_view(known.total),
                sections=tuple(figure_view(known.sections[name]) for name in titles),
            )
            for known in figures.locations
        ),
        compared=tuple(_compared(one, titles, apart) for one in compared if figures.total),
        shoppers=tuple(map(_shopper, figures.shoppers)),
        warning=_warning(figures),
        locations_note=_LOCATIONS,
        compared_note=_COMPARED,
        shoppers_note=_SHOPPERS,
    )


def figure_view(known: Figure, *, signed: bool = False) -> FigureView:
    """A figure rounded for display; `signed` for differences."""
    value, low, high = (_rounded(end) for end in (known.value, known.low, known.high))
    sign = "+" if signed else "-"
    return FigureView(
        count=known.count,
        value=value,
        low=low,
        high=high,
        shown=DASH if value is None else f"{value:{sign}}",
        span=DASH if low is None or high is None else f"{low:{sign}} to {high:{sign}}",
    )


def _compared(one: Compared, titles: dict[str, str], apart: int) -> ComparedView:
    """One line; totals of different questions cannot be compared, whatever their difference."""
    caution = _caution(one)
    if apart and not one.id:
        caution = f"cannot tell: {counted(apart, 'question')} rated on one side only"
    return ComparedView(
        id=one.id,
        question=clean(one.question),
        section=titles.get(one.section, ""),
        kind="share" if one.is_share else "mean",
        monitored=figure_view(one.monitored),
        staged=figure_view(one.staged),
        difference=figure_view(one.difference, signed=True),
        caution=caution,
    )


def _caution(one: Compared) -> str:
    missing = [
        name
        for name, side in (("monitored", one.monitored), ("staged", one.staged))
        if not side.count
    ]
    if missing:
        return f"not rated in {missing[0]} contacts"
    if one.is_small:
        few = min(one.monitored.count, one.staged.count)
        return f"only {few} on one side: may be chance"
    if one.difference.low is None:
        return "all alike on one side: no interval"
    return "beyond chance" if one.is_beyond_chance else "may be chance"


def _shopper(effect: ShopperEffect) -> ShopperView:
    difference = figure_view(effect.difference, signed=True)
    said = effect.cannot_tell
    if not said:
        places = counted(effect.difference.count, "place")
        said = f"over {places} shared with others"
        if effect.difference.low is None:
            alone = effect.difference.count < _FEWEST
            said += ": too few for an interval" if alone else ": all alike, no interval"
        elif effect.difference.count < _FEW_SHARED:
            said += ": few, read the interval"
    return ShopperView(
        shopper=clean(effect.shopper),
        shops=effect.shops,
        shared=effect.shared,
        difference=difference,
        said=said,
    )


def _warning(figures: ShopFigures) -> str:
    if figures.total is None:
        return ""
    monitored, staged = figures.total.monitored.count, figures.total.staged.count
    told = f"{monitored} monitored and {staged} staged scorecards have a total."
    if min(monitored, staged) < ENOUGH:
        told += (
            f" Under {ENOUGH} on a side a difference may well be chance: do not call one better."
        )
    return f"{told} Monitored figures describe contacts that staff knew could be listened to."


def _rounded(value: float | None) -> Decimal | None:
    # 12 digits: a float's last ones are noise that must not decide what is half up
    return None if value is None else one_place(Decimal(f"{value:.12g}"))
