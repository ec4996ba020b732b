"""What final shops say together."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
import yaml
from released_shops import BOTH_RUBRIC

from qa_toolkit.domain.interaction import AgentRef, Channel, Interaction, ShopRef
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.domain.scorecard import Outcome, Provenance, Scorecard, Scored, SectionScore
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.shops.effects import at_locations, compared, shopper_effects, total_compared

RUBRIC = Rubric.model_validate(yaml.safe_load(BOTH_RUBRIC))
HIGHEST = {"welcome.name": 1, "welcome.sorry": 1, "help.way": 2}


def scored(
    percent: str = "",
    *,
    at: str = "",
    by: str = "maya",
    scenario: str = "parcel",
    sections: Mapping[str, str] | None = None,
    **ratings: int | None,
) -> Scored:
    """A scorecard, staged where it is `at` a location; ratings by criterion, `__` for the dot."""
    shop = ShopRef(id="s", location=at, scenario=scenario, shopper=by, plan="p") if at else None
    interaction = Interaction(
        id="s", channel=Channel.CHAT, agent=AgentRef(id="a"), content_hash="", source="", shop=shop
    )
    made: dict[str, Any] = dict.fromkeys(
        ("rubric_id", "rubric_version", "rubric_hash", "engine", "model", "options", "evaluator"),
        "",
    )
    card = Scorecard(
        interaction_id="s",
        criteria=tuple(_score(name.replace("__", "."), given) for name, given in ratings.items()),
        sections=tuple(
            SectionScore(
                section=name, title=name, weight=Decimal(1), percent=Decimal(value), strength=None
            )
            for name, value in (sections or {}).items()
        ),
        percent=Decimal(percent) if percent else None,
        computed_percent=None,
        outcome=Outcome.PASS,
        reason="",
        coverage=1.0,
        customer_sentiment=None,
        provenance=Provenance(**made),
    )
    words = Transcript(interaction_id="s", turns=())
    return Scored(interaction=interaction, transcript=words, scorecard=card)


def _score(criterion: str, points: int | None) -> CriterionScore:
    return CriterionScore(
        criterion=criterion,
        section=criterion.partition(".")[0],
        status=RatingStatus.RATED if points is not None else RatingStatus.NOT_APPLICABLE,
        lowest=0,
        highest=HIGHEST[criterion],
        weight=Decimal(1),
        points=points,
    )


def test_v8_the_mean_of_a_location_is_the_mean_of_its_shops() -> None:
    totals = ("100", "9.91", "63.96", "90.99", "0")
    (found,) = at_locations(RUBRIC, [scored(total, at="north") for total in totals])
    assert found.total.value == pytest.approx(52.972)
    assert found.total.count == 5


def test_v9_days_do_not_weigh() -> None:
    (found,) = at_locations(RUBRIC, [scored(total, at="n") for total in ("80", "60", "100")])
    assert found.total.value == 80


def test_a_location_has_each_stage_of_the_journey_and_monitored_contacts_have_no_part() -> None:
    shops = [
        scored("50", at="south", sections={"welcome": "40", "help": "60"}),
        scored("70", at="south", sections={"welcome": "80"}),
        scored("90", sections={"welcome": "90"}),
    ]
    (found,) = at_locations(RUBRIC, shops)
    assert found.sections["welcome"].value == 60
    assert (found.sections["help"].value, found.sections["help"].count) == (60, 1)


def test_a_renamed_location_is_called_as_at_its_last_shop() -> None:
    def held(day: int, name: str) -> Scored:
        item = scored("50", at="north")
        assert item.interaction.shop is not None
        shop = replace(item.interaction.shop, location_name=name)
        at = datetime(2026, 11, day, tzinfo=UTC)
        return replace(item, interaction=replace(item.interaction, shop=shop, started_at=at))

    (found,) = at_locations(RUBRIC, [held(9, "New desk"), held(2, "Old desk")])
    assert (found.name, found.total.count) == ("New desk", 2)


def test_locations_and_shoppers_stand_as_people_count() -> None:
    shops = [scored("50", at=f"desk {n}", by=f"s{n}", help__way=1) for n in (10, 2, 1)]
    assert [one.name for one in at_locations(RUBRIC, shops)] == ["desk 1", "desk 2", "desk 10"]
    assert [one.shopper for one in shopper_effects(shops)] == ["s1", "s2", "s10"]


def test_intervals_stay_within_what_a_total_can_be() -> None:
    (found,) = at_locations(RUBRIC, [scored("100", at="n"), scored("60", at="n")])
    assert (found.total.low, found.total.high) == (0, 100)


def test_two_levels_are_compared_as_shares_and_more_as_means() -> None:
    monitored = [scored(welcome__name=1, help__way=2) for _ in range(4)]
    staged = [scored(at="n", welcome__name=n % 2, help__way=1) for n in range(4)]
    name, way = compared(RUBRIC, [*monitored, *staged])
    assert (name.is_share, name.monitored.value, name.staged.value) == (True, 100, 50)
    assert (way.is_share, way.monitored.value, way.staged.value) == (False, 100, 50)
    assert (name.difference.value, way.difference.value) == (-50, -50)


def test_what_does_not_apply_is_not_counted() -> None:
    (found,) = compared(RUBRIC, [scored(at="n", welcome__name=None), scored(welcome__name=1)])
    assert (found.monitored.count, found.staged.count, found.difference.value) == (1, 0, None)


@pytest.mark.parametrize(
    ("count", "said"), [(19, "small"), (20, "beyond chance")], ids=["nineteen", "twenty"]
)
def test_under_twenty_on_a_side_nothing_is_beyond_chance(count: int, said: str) -> None:
    everything = [scored(welcome__name=1)] * 30 + [scored(at="n", welcome__name=0)] * count
    (found,) = compared(RUBRIC, everything)
    assert found.is_small == (said == "small")
    assert found.is_beyond_chance == (said == "beyond chance")


def test_an_interval_on_both_sides_of_nothing_is_not_beyond_chance() -> None:
    everything = [scored(welcome__name=n % 2) for n in range(30)]
    everything += [scored(at="n", welcome__name=n % 3 % 2) for n in range(30)]
    (found,) = compared(RUBRIC, everything)
    assert not found.is_small
    assert not found.is_beyond_chance


@pytest.mark.parametrize(("alike", "spans"), [(3, False), (19, False), (20, True)])
def test_a_few_that_are_all_alike_give_no_interval_of_a_mean(alike: int, *, spans: bool) -> None:
    monitored = [scored(help__way=n % 3) for n in range(24)]
    (found,) = compared(RUBRIC, monitored + [scored(at="n", help__way=1)] * alike)
    assert found.difference.value == 0
    assert (found.difference.low is not None) is spans


def test_totals_are_compared_as_means() -> None:
    found = total_compared([scored("90"), scored("70"), scored("50", at="n"), scored(at="n")])
    assert (found.monitored.value, found.staged.value, found.staged.count) == (80, 50, 1)
    assert found.difference.value == -30


def test_leniency_is_the_difference_from_others_at_the_same_place() -> None:
    shops = [
        scored(at="n", by="maya", help__way=2),
        scored(at="n", by="tom", help__way=1),
        scored(at="s", by="maya", help__way=1),
        scored(at="s", by="tom", help__way=1),
    ]
    maya, tom = shopper_effects(shops)
    assert (maya.difference.value, tom.difference.value) == (25, -25)  # 50 and 0, of two places
    assert (maya.shops, maya.shared, maya.difference.count) == (2, 2, 2)


def test_shops_at_a_place_where_nobody_else_was_are_not_shared() -> None:
    shops = [scored(at=place, by="maya", help__way=2) for place in ("n", "s", "s")]
    maya, _ = shopper_effects([*shops, scored(at="n", by="tom", help__way=1)])
    assert (maya.shops, maya.shared, maya.difference.count) == (3, 1, 1)


def test_a_place_counts_once_however_many_shops_it_had() -> None:
    shops = [scored(at="n", by="maya", help__way=2)] * 9 + [scored(at="n", by="tom", help__way=1)]
    shops += [scored(at="s", by=name, help__way=1) for name in ("maya", "tom")]
    assert shopper_effects(shops)[0].difference.value == 25


@pytest.mark.parametrize(
    "others",
    [
        [],
        [scored(at="s", by="tom", help__way=1)],
        [scored(at="n", by="tom", scenario="other", help__way=1)],
        [scored(help__way=1)],
    ],
    ids=["alone", "elsewhere", "another scenario", "only monitored"],
)
def test_who_was_alone_everywhere_cannot_be_told_from_the_place(others: list[Scored]) -> None:
    found = shopper_effects([scored(at="n", by="maya", help__way=2), *others])[0]
    assert found.difference.value is None
    assert found.cannot_tell.startswith("cannot tell: nobody else was at the same location")


def test_shoppers_who_rated_nothing_in_common_cannot_be_compared() -> None:
    shops = [scored(at="n", by="maya", help__way=2), scored(at="n", by="tom", welcome__name=1)]
    assert shopper_effects(shops)[0].cannot_tell == (
        "cannot tell: no criterion was rated by this shopper and by another"
    )


def test_one_shared_place_gives_no_interval() -> None:
    shops = [scored(at="n", by=name, help__way=at) for at, name in enumerate(("maya", "tom"))]
    assert shopper_effects(shops)[0].difference.low is None
