"""Mystery shops in the store: equal after a round trip, appended, and closed when they are locked."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shop_builders import RUBRIC, SCENARIO, assignment, log, observed
from shop_projects import drawn, scenario_of

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.shop.life import (
    CertificationAttempt,
    Grade,
    Payment,
    ShopRole,
    ShopStatus,
    Step,
    Submitted,
)
from qa_toolkit.domain.shop.log import Attachment, Mark, ShopLog, TimeMark
from qa_toolkit.domain.shop.plan import ShopPlan
from qa_toolkit.errors import StorageError
from qa_toolkit.store import Database, open_database, shop_payments, shop_plans, shops, tables
from qa_toolkit.store.shop_plans import KeptScenario
from qa_toolkit.store.shop_records import Claim, ClaimAnswer, dump_log, load_log

AT = "2026-11-10T09:30:00+00:00"
SCENARIO_KEPT = KeptScenario(
    hash="f0",
    id="lost_card",
    version="1.0.0",
    text=SCENARIO,
    rubric_hash="r0",
    rubric_id="phone",
    rubric_version="1.0.0",
    rubric_text=RUBRIC,
)


def plan(**changed: Any) -> ShopPlan:
    values: dict[str, Any] = {
        "id": "autumn",
        "title": "Autumn round",
        "seed": "s1",
        "file_hash": "p0",
        "file": "format: 1\n",
        "assignments": (assignment(),),
        "unplaced": (),
    }
    return ShopPlan(**values | changed)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "qa.db")
    with opened.writing() as connection:
        shop_plans.put_scenario(connection, SCENARIO_KEPT)
        drawing = shop_plans.put_drawing(connection, plan())
        shops.put(connection, assignment(fee=Decimal("12.50")), drawing)
    yield opened
    opened.close()


def step(database: Database, status: ShopStatus, by: str = "mo") -> None:
    taken = Step(status=status, by=by, role=ShopRole.EDITOR, at=AT)
    with database.writing() as connection:
        shops.put_step(connection, "autumn-1", taken)


def draft(database: Database, noted: ShopLog | None, revision: int = 1) -> None:
    with database.writing() as connection:
        shops.put_draft(connection, "autumn-1", noted, revision=revision, by="maya", at=AT)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(20, id="a whole number"),
        pytest.param(20.0, id="a number with a point"),
        pytest.param("20", id="a text that looks like a number"),
        pytest.param("yes", id="a text"),
        pytest.param(("lit", "priced"), id="several"),
        pytest.param((), id="none of several"),
        pytest.param(("20",), id="one of several"),
    ],
)
def test_an_answer_comes_back_as_what_it_was(database: Database, answer: Answer) -> None:
    draft(database, log(observations=observed(help__way=answer)))
    kept = shops.by_id(database, ["autumn-1"])["autumn-1"].draft
    assert kept is not None
    back = kept.answers()["help.way"]
    assert (back, type(back)) == (answer, type(answer))


ZONES = (UTC, timezone(timedelta(hours=-9, minutes=-30)), timezone(timedelta(hours=14)))
MOMENTS = st.datetimes(
    min_value=datetime(1990, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    timezones=st.sampled_from(ZONES),
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ANSWERS = st.one_of(
    st.none(),
    st.integers(-(2**53), 2**53),
    st.floats(allow_nan=False, allow_infinity=False),
    TEXTS,
    st.lists(TEXTS, max_size=3).map(tuple),
)


@given(
    answers=st.lists(ANSWERS, max_size=4),
    moments=st.lists(MOMENTS, max_size=4),
    comment=TEXTS,
)
def test_a_log_comes_back_as_it_was(
    answers: list[Any], moments: list[datetime], comment: str
) -> None:
    noted = log(
        marks=tuple(TimeMark(mark=Mark.HOLD, at=at) for at in moments),
        observations=observed(**{f"q{n}": answer for n, answer in enumerate(answers)}),
        comments={"welcome": comment},
    )
    back = load_log(dump_log(noted))
    assert back == noted
    assert list(map(type, (one.answer for one in back.observations))) == list(map(type, answers))
    offsets = [one.at.utcoffset() for one in back.marks]
    assert offsets == [moment.utcoffset() for moment in moments]


def test_the_hour_that_a_clock_shows_twice_is_kept_apart(database: Database) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    twice = [datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=fold) for fold in (0, 1)]
    draft(database, log(marks=tuple(TimeMark(mark=Mark.HOLD, at=at) for at in twice)))
    kept = shops.by_id(database, ["autumn-1"])["autumn-1"].draft
    assert kept is not None
    first, second = (one.at for one in kept.marks)
    assert (second - first).total_seconds() == 3600


def test_a_photos_clock_without_a_zone_stays_without(database: Database) -> None:
    taken = datetime(2026, 11, 10, 10, 5)  # noqa: DTZ001 - cameras know no zone
    photo = Attachment(hash="a1", name="p.jpg", kind="photo", media_type="image/jpeg", size=9, taken_at=taken)  # fmt: skip
    draft(database, log(attachments=(photo,)))
    kept = shops.by_id(database, ["autumn-1"])["autumn-1"].draft
    assert kept is not None
    assert kept.attachments == (photo,)


def test_a_shop_comes_back_with_all_that_happened_to_it(database: Database) -> None:
    step(database, ShopStatus.SUBMITTED, "maya")
    owed = Payment(kind="fee", amount=Decimal("12.50"), currency="EUR", by="kim", at=AT)
    given_ = Grade(grade=8, reasons="exact times", by="mo", at=AT)
    with database.writing() as connection:
        shops.put_log(connection, "autumn-1", Submitted(number=1, log=log(), at=AT))
        shops.put_grade(connection, "autumn-1", given_)
        shop_payments.put(connection, "autumn-1", owed)
    kept = shops.by_id(database, ["autumn-1"])["autumn-1"]
    assert kept.assignment == assignment(fee=Decimal("12.50"))
    assert (kept.status, kept.steps[0].number, kept.log) == (ShopStatus.SUBMITTED, 1, log())
    assert (kept.grades, kept.payments, kept.revision) == ((given_,), (owed,), 0)


def test_steps_stand_in_the_order_in_which_they_were_taken(database: Database) -> None:
    for status in (ShopStatus.SUBMITTED, ShopStatus.IN_REVIEW, ShopStatus.RETURNED):
        step(database, status)
    known = shops.by_id(database, ["autumn-1"])["autumn-1"].steps
    assert [one.status.value for one in known] == ["submitted", "in_review", "returned"]
    assert [one.number for one in known] == [1, 2, 3]


def test_a_draft_that_was_handed_in_is_gone_and_its_revision_stays(database: Database) -> None:
    draft(database, log())
    draft(database, None, revision=2)
    kept = shops.by_id(database, ["autumn-1"])["autumn-1"]
    assert (kept.draft, kept.revision) == (None, 2)


def test_of_a_shop_the_last_log_is_found_with_the_moment_of_its_first(database: Database) -> None:
    second = log(reference="T-2")
    with database.writing() as connection:
        for number, noted, at in ((1, log(), AT), (2, second, "2026-11-11T08:00:00+00:00")):
            shops.put_log(connection, "autumn-1", Submitted(number=number, log=noted, at=at))
    draft(database, log(reference="T-3"))
    (found,) = shops.handed_in(database)
    assert (found.shop, found.scenario, found.first_at) == ("autumn-1", "lost_card", AT)
    assert found.log == second


def test_a_log_is_handed_in_under_a_number_once(database: Database) -> None:
    with database.writing() as connection:
        shops.put_log(connection, "autumn-1", Submitted(number=1, log=log(), at=AT))
    with pytest.raises(StorageError), database.writing() as connection:
        shops.put_log(connection, "autumn-1", Submitted(number=1, log=log(), at=AT))


def appended(database: Database) -> None:
    """One row at least in every table that is only added to."""
    step(database, ShopStatus.IN_PROGRESS)
    claim = Claim(shop="autumn-1", amount=Decimal(4), currency="EUR", note="tea", by="maya", at=AT)
    owed = Payment(kind="fee", amount=Decimal(9), currency="EUR", by="kim", at=AT)
    with database.writing() as connection:
        shops.put_log(connection, "autumn-1", Submitted(number=1, log=log(), at=AT))
        shops.put_grade(connection, "autumn-1", Grade(grade=8, reasons="exact", by="mo", at=AT))
        shop_payments.put(connection, "autumn-1", owed)
        shop_payments.put_claim(connection, claim)
        shop_payments.put_answer(connection, 1, ClaimAnswer(granted=True, by="kim", at=AT))
    shop_payments.put_exported(database, [1], "november.csv", AT)
    shops.add_attempt(database, attempt())


def attempt(shopper: str = "maya", **changed: Any) -> CertificationAttempt:
    values: dict[str, Any] = {
        "scenario": "lost_card",
        "scenario_hash": "f0",
        "answers": {"where": 2},
        "right": 1,
        "asked": 1,
        "passed": True,
    }
    return CertificationAttempt(shopper=shopper, **values | changed)


@pytest.mark.parametrize("event", ["UPDATE {} SET payload = '{{}}'", "DELETE FROM {}"])
@pytest.mark.parametrize(
    "table",
    [
        "shop_drawings",
        "shop_steps",
        "shop_logs",
        "shop_grades",
        "shop_claims",
        "shop_claim_answers",
        "shop_payments",
        "shop_attempts",
    ],
)
def test_what_is_appended_never_changes(database: Database, table: str, event: str) -> None:
    appended(database)
    with pytest.raises(StorageError), database.writing() as connection:
        connection.exec_driver_sql(event.format(table))


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("DELETE FROM shops", id="a shop"),
        pytest.param("UPDATE scenarios SET text = ''", id="a scenario"),
        pytest.param("DELETE FROM shop_payrolls", id="a payroll"),
    ],
)
def test_what_was_used_stays(database: Database, statement: str) -> None:
    appended(database)
    with pytest.raises(StorageError), database.writing() as connection:
        connection.exec_driver_sql(statement)


def test_an_assignment_moves_until_its_shop_is_begun(database: Database) -> None:
    with database.writing() as connection:
        shops.put(connection, assignment(shopper="tom"), 1)
    assert shops.by_id(database, ["autumn-1"])["autumn-1"].shopper == "tom"
    draft(database, log())
    with (
        pytest.raises(StorageError, match="keeps its assignment"),
        database.writing() as connection,
    ):
        shops.put(connection, assignment(), 1)


def test_a_locked_shop_takes_nothing_more(database: Database) -> None:
    step(database, ShopStatus.LOCKED)
    with pytest.raises(StorageError, match="the shop is locked"):
        step(database, ShopStatus.IN_REVIEW)
    with pytest.raises(StorageError, match="the shop is locked"):
        draft(database, log())
    with pytest.raises(StorageError, match="the shop is locked"), database.writing() as connection:
        shops.put_grade(connection, "autumn-1", Grade(grade=8, reasons="exact", by="mo"))


def test_a_scenario_comes_back_with_its_rubric_and_the_first_text_stays(database: Database) -> None:
    with database.writing() as connection:
        shop_plans.put_scenario(connection, replace(SCENARIO_KEPT, text="# other words\n"))
    assert shop_plans.scenarios(database) == {"f0": SCENARIO_KEPT}
    assert shop_plans.scenarios(database, ["f9"]) == {}


def test_the_last_drawing_of_a_plan_counts_and_the_same_one_is_kept_once(
    database: Database,
) -> None:
    other = plan(id="winter")
    with database.writing() as connection:
        for one in (plan(), other, plan(seed="s2"), plan(seed="s2")):
            shop_plans.put_drawing(connection, one)
    assert [(one.id, one.seed) for one in shop_plans.plans(database)] == [
        ("winter", "s1"),
        ("autumn", "s2"),
    ]
    assert sorted(row.number for row in database.rows(tables.shop_drawings.select())) == [1, 2, 3]


def test_a_plan_comes_back_as_it_was_drawn(tmp_path: Path) -> None:
    made = drawn(scenario_of(tmp_path / "files"))
    database = open_database(tmp_path / "qa.db")
    with database.writing() as connection:
        shop_plans.put_drawing(connection, made)
    assert shop_plans.plans(database) == (made,)
    database.close()


def test_attempts_are_kept_in_order_by_shopper_and_form(database: Database) -> None:
    failed = shops.add_attempt(database, attempt(passed=False, right=0))
    passed = shops.add_attempt(database, attempt())
    shops.add_attempt(database, attempt("tom"))
    assert shops.attempts(database, shopper="maya", scenario_hash="f0") == (failed, passed)
    assert failed.at
    assert shops.attempts(database, shopper="maya", scenario_hash="f9") == ()


def test_claims_stand_with_their_answers_and_payments_with_their_first_export(
    database: Database,
) -> None:
    appended(database)
    shop_payments.put_exported(database, [1], "again.csv", "2026-12-01T00:00:00+00:00")
    (claimed,) = shop_payments.claims(database, ["autumn-1"])
    (owed,) = shop_payments.owed(database)
    assert claimed.answer == ClaimAnswer(granted=True, by="kim", at=AT)
    assert (owed.shop, owed.payment.amount, owed.exported_at) == ("autumn-1", Decimal(9), AT)


def test_a_claim_is_answered_once(database: Database) -> None:
    appended(database)
    with pytest.raises(StorageError), database.writing() as connection:
        shop_payments.put_answer(connection, 1, ClaimAnswer(granted=False, by="kim"))


def test_more_shops_than_one_query_takes_come_back(database: Database) -> None:
    many = [assignment(id=f"many-{n}") for n in range(1200)]
    with database.writing() as connection:
        for one in many:
            shops.put(connection, one, 1)
    assert len(shops.by_id(database, shops.ids(database))) == 1201


def test_a_project_of_the_fifth_schema_keeps_its_data_and_takes_shops(tmp_path: Path) -> None:
    open_database(tmp_path / "qa.db").close()
    with sqlite3.connect(tmp_path / "qa.db") as connection:
        named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'shop%'"
        for (table,) in connection.execute(named).fetchall():
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DROP TABLE scenarios")
        connection.execute("INSERT INTO rubrics VALUES ('rh', 'r', '1.0.0', 'text', '')")
        connection.execute("UPDATE alembic_version SET version_num = '0005'")
    connection.close()
    database = open_database(tmp_path / "qa.db")
    assert [row.text for row in database.rows(tables.rubrics.select())] == ["text"]
    assert shops.ids(database) == {}
    database.close()
