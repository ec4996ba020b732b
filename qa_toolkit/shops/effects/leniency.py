"""How much more lenient a shopper is than others who were at the same places.

The model of `qa calibrate`, the difference from the mean of the others in percent of the scale,
for contacts that nobody held twice: what is the same is the location and the scenario, not the
staff and the day. So the difference is taken within each such place, between the mean of a
shopper's own shops and that of the others', and the places are what varies: Student's t over them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

from qa_toolkit.domain.intervals import student
from qa_toolkit.domain.natural_order import as_counted
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.shop.figures import Figure, ShopperEffect

Place = tuple[str, str]
"""Location and scenario."""
_WHOLE = 100.0
_ALONE = (
    "cannot tell: nobody else was at the same location with the same scenario, so shopper and "
    "location cannot be told apart"
)
_NOTHING_ALIKE = "cannot tell: no criterion was rated by this shopper and by another"


def shopper_effects(scored: Iterable[Scored]) -> tuple[ShopperEffect, ...]:
    """Every shopper with a scorecard, by id."""
    at: dict[Place, dict[str, list[Scored]]] = defaultdict(lambda: defaultdict(list))
    for item in scored:
        shop = item.interaction.shop
        if shop is not None:
            at[shop.location, shop.scenario][shop.shopper].append(item)
    names = sorted({name for held in at.values() for name in held}, key=as_counted)
    return tuple(_effect(name, at.values()) for name in names)


def _effect(shopper: str, places: Iterable[Mapping[str, Sequence[Scored]]]) -> ShopperEffect:
    own = [held for held in places if shopper in held]
    shared = [held for held in own if len(held) > 1]
    apart = [_apart(shopper, held) for held in shared]
    known = [value for value in apart if value is not None]
    low, high = student(known) or (None, None)
    if low is not None and high is not None:
        low, high = max(low, -_WHOLE), min(high, _WHOLE)
    return ShopperEffect(
        shopper=shopper,
        shops=sum(len(held[shopper]) for held in own),
        shared=sum(len(held[shopper]) for held in shared),
        difference=Figure(
            count=len(known), value=fmean(known) if known else None, low=low, high=high
        ),
        cannot_tell="" if known else (_NOTHING_ALIKE if shared else _ALONE),
    )


def _apart(shopper: str, held: Mapping[str, Sequence[Scored]]) -> float | None:
    """The mean over criteria of own less others' place on the scale, in percent of it."""
    own = _values(held[shopper])
    others = _values(item for name, some in held.items() if name != shopper for item in some)
    apart = [fmean(own[name]) - fmean(others[name]) for name in own if name in others]
    return 100 * fmean(apart) if apart else None


def _values(scored: Iterable[Scored]) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for item in scored:
        for score in item.scorecard.criteria:
            if score.value is not None:
                found.setdefault(score.criterion, []).append(float(score.value))
    return found
