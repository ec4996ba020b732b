"""The life of a shop: what may follow what, who may do it, and that no way leads around a review."""

from contextlib import suppress
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shop_builders import assignment, plan_file

from qa_toolkit.domain.shop.life import Shop, ShopRole, ShopStatus, Step
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.life_cycle import MOVES, step_to
from qa_toolkit.shops.people import names_of, someone

FILE = plan_file(
    editors=[{"id": "mo", "name": "Mo Berg"}, {"id": "ml", "name": "Maya Lind"}],
    managers=[{"id": "kim", "name": "Kim Lee"}, {"id": "tom", "name": "Tom Reed"}],
)
PEOPLE = ("maya", "ml", "tom", "mo", "kim")
ENDS = {ShopStatus.LOCKED, ShopStatus.CANCELLED}


def shop(status: ShopStatus = ShopStatus.ASSIGNED, shopper: str = "maya") -> Shop:
    step = Step(status=status, by="mo", role=ShopRole.EDITOR, at="2026-11-10T09:42:00+00:00")
    return Shop(assignment=assignment(shopper=shopper), steps=(step,))


def moved(known: Shop, status: ShopStatus, by: str, why: str = "") -> Shop:
    step = step_to(known, status, someone(FILE, by), why, file=FILE)
    return replace(known, steps=(*known.steps, step))


def refusal(known: Shop, status: ShopStatus, by: str, why: str = "") -> UsageError:
    with pytest.raises(UsageError) as error:
        moved(known, status, by, why)
    return error.value


def test_of_many_people_the_first_are_named() -> None:
    told = names_of({f"s{number}": "" for number in range(30)} | {"maya": "Maya Lind"})
    assert told.startswith("s0, s1, ")
    assert told.endswith("s11 and 19 more")


STEPS = st.lists(
    st.tuples(st.sampled_from(ShopStatus), st.sampled_from(PEOPLE), st.sampled_from(["", "why"])),
    max_size=10,
)
WAYS = st.lists(st.tuples(st.integers(0, 3), st.sampled_from(PEOPLE)), min_size=12, max_size=60)


def wandered(way: list[tuple[int, str]], shopper: str) -> Shop:
    """A shop on which people try, one after the other, one of the moves that may follow."""
    known = Shop(assignment=assignment(shopper=shopper))
    for number, by in way:
        moves = list(MOVES[known.status]) or [ShopStatus.FINAL]
        with suppress(UsageError):
            known = moved(known, moves[number % len(moves)], by, "why")
    return known


@given(way=WAYS, shopper=st.sampled_from(["maya", "tom"]))
def test_no_shop_becomes_final_unless_somebody_else_than_its_shopper_approved_it(
    way: list[tuple[int, str]], shopper: str
) -> None:
    known = wandered(way, shopper)
    statuses = [step.status for step in known.steps]
    own = {"maya": {"maya", "ml"}, "tom": {"tom"}}[shopper]
    decided = [step for step in known.steps if step.role is not ShopRole.SHOPPER]
    assert own.isdisjoint(step.by for step in decided)
    if ShopStatus.FINAL in statuses:
        assert statuses[statuses.index(ShopStatus.FINAL) - 1] is ShopStatus.APPROVED


def test_a_shop_goes_the_whole_way_with_a_return_and_a_second_look() -> None:
    way = (
        ("in_progress", "maya"),
        ("submitted", "maya"),
        ("in_review", "mo"),
        ("returned", "mo"),
        ("submitted", "maya"),
        ("in_review", "mo"),
        ("approved", "mo"),
        ("in_review", "kim"),
        ("approved", "mo"),
        ("final", "kim"),
        ("locked", "tom"),
    )
    known = Shop(assignment=assignment())
    for status, by in way:
        known = moved(known, ShopStatus(status), by, "why")
    assert [(step.status.value, step.by) for step in known.steps] == list(way)


@given(steps=STEPS)
def test_nothing_follows_the_end_of_a_shop(steps: list[tuple[ShopStatus, str, str]]) -> None:
    for end in ENDS:
        for status, by, why in steps:
            assert refusal(shop(end), status, by, why).message


@pytest.mark.parametrize("start", ShopStatus)
def test_every_status_reaches_an_end(start: ShopStatus) -> None:
    reached, new = set(), {start}
    while new:
        reached |= new
        new = {after for one in new for after in MOVES[one]} - reached
    assert reached & ENDS


@pytest.mark.parametrize(
    "start", [one for one in ShopStatus if one not in ENDS | {ShopStatus.APPROVED}]
)
def test_final_follows_nothing_but_approved(start: ShopStatus) -> None:
    assert ShopStatus.FINAL not in MOVES[start]


def test_the_table_names_every_status_and_only_editors_and_managers_decide() -> None:
    assert set(MOVES) == set(ShopStatus)
    filled_in = {ShopStatus.IN_PROGRESS, ShopStatus.SUBMITTED}
    for status, moves in MOVES.items():
        for after, move in moves.items():
            assert (ShopRole.SHOPPER in move.roles) == (after in filled_in), (status, after)


@pytest.mark.parametrize(
    ("start", "status", "by"),
    [
        pytest.param("assigned", "in_progress", "tom", id="another shopper fills it in"),
        pytest.param("in_progress", "submitted", "mo", id="an editor submits it"),
        pytest.param("in_review", "approved", "maya", id="the shopper approves it"),
        pytest.param("in_review", "approved", "ml", id="the shopper approves it as an editor"),
        pytest.param("approved", "final", "mo", id="an editor makes it final"),
        pytest.param("final", "locked", "mo", id="an editor locks it"),
        pytest.param("submitted", "cancelled", "mo", id="an editor cancels it"),
    ],
)
def test_who_may_not_is_told(start: str, status: str, by: str) -> None:
    known, wanted = shop(ShopStatus(start)), ShopStatus(status)
    assert someone(FILE, by).name in refusal(known, wanted, by, "why").message


def test_a_refusal_names_those_who_may() -> None:
    told = refusal(shop(ShopStatus.APPROVED), ShopStatus.FINAL, "mo")
    assert told.message == "Mo Berg may not make it final"
    assert told.hint == "that is for Kim Lee (manager) or Tom Reed (manager)"


@pytest.mark.parametrize(
    ("start", "status"),
    [
        pytest.param(ShopStatus.IN_REVIEW, ShopStatus.RETURNED, id="returned"),
        pytest.param(ShopStatus.APPROVED, ShopStatus.IN_REVIEW, id="back into review"),
        pytest.param(ShopStatus.RETURNED, ShopStatus.CANCELLED, id="cancelled"),
    ],
)
def test_what_needs_reasons_is_refused_without_them(start: ShopStatus, status: ShopStatus) -> None:
    assert "why" in refusal(shop(start), status, "kim", "  ").message
    assert moved(shop(start), status, "kim", "a reason").status is status


def test_the_second_of_two_is_told_what_the_first_did() -> None:
    told = refusal(shop(ShopStatus.APPROVED), ShopStatus.APPROVED, "kim")
    assert told.message == (
        "autumn-1 was approved by Mo Berg on 2026-11-10 at 10:42: nobody can approve it now"
    )


def test_what_is_final_is_corrected_by_an_override() -> None:
    for status in (ShopStatus.IN_REVIEW, ShopStatus.RETURNED, ShopStatus.CANCELLED):
        assert "qa overrides set" in refusal(shop(ShopStatus.FINAL), status, "kim", "why").hint


def test_every_refusal_says_what_comes_next() -> None:
    for start, status in product(ShopStatus, ShopStatus):
        if status not in MOVES[start]:
            assert refusal(shop(start), status, "kim", "why").hint


def test_a_person_is_known_by_id_or_name_however_it_is_written() -> None:
    assert someone(FILE, "MO").id == someone(FILE, " mo  berg ").id == "mo"


def test_an_editor_who_is_a_shopper_under_another_id_is_known_by_the_name() -> None:
    editor = someone(FILE, "ml")
    assert editor.shopper == "maya"
    assert editor.may_be == {"ml", "maya"}
    assert editor.roles == {ShopRole.EDITOR}
    assert someone(FILE, "Maya Lind").roles == {ShopRole.SHOPPER, ShopRole.EDITOR}


TWINS = plan_file(
    shoppers=[{"id": "m1", "name": "Maya Lind"}, {"id": "m2", "name": "Maya Lind"}],
    editors=[{"id": "ml", "name": "Maya Lind"}, {"id": "mo"}],
)


def test_of_two_shoppers_of_one_name_each_has_their_own_shops() -> None:
    first = shop(ShopStatus.ASSIGNED, "m1")
    step = step_to(first, ShopStatus.IN_PROGRESS, someone(TWINS, "m1"), "", file=TWINS)
    assert step.by == "m1"
    with pytest.raises(UsageError, match="assigned to Maya Lind"):
        step_to(first, ShopStatus.IN_PROGRESS, someone(TWINS, "m2"), "", file=TWINS)


def test_a_name_that_two_shoppers_have_names_nobody() -> None:
    with pytest.raises(UsageError, match="several people are called 'Maya Lind'") as error:
        someone(TWINS, "Maya Lind")
    assert error.value.hint == "name one by id: m1, m2 or ml"


def test_an_editor_decides_on_no_shop_that_may_be_their_own() -> None:
    for shopper in ("m1", "m2"):
        with pytest.raises(UsageError, match="carried"):
            step_to(shop(ShopStatus.IN_REVIEW, shopper), ShopStatus.APPROVED, someone(TWINS, "ml"), "", file=TWINS)  # fmt: skip


def test_an_unknown_person_is_told_who_is_known() -> None:
    with pytest.raises(UsageError, match="the plan knows no 'Moe Berg', did you mean") as error:
        someone(FILE, "Moe Berg")
    assert "kim (Kim Lee)" in error.value.hint


def test_editors_manage_where_nobody_else_does() -> None:
    alone = plan_file(managers=[])
    assert ShopRole.MANAGER in someone(alone, "mo").roles
