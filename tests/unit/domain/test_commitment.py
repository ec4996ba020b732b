"""How a commitment stands, and how its due time is said."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from qa_toolkit.domain.commitment import (
    Action,
    Commitment,
    CommitmentKind,
    Due,
    Promiser,
    Resolution,
    Sureness,
    Verdict,
    status_of,
)
from qa_toolkit.domain.due_words import due_in_words

SAID = datetime(2026, 11, 18, 14, 20, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
PROMISE = Commitment(
    interaction_id="c-1", turn=0, start=0, end=13, quote="I'll call you", who=Promiser.AGENT,
    what=Action.CONTACT, words="call you", kind=CommitmentKind.CALLBACK, due_words="by Friday",
    sure=Sureness.EXACT, due=Due(earliest=SAID, latest=FRIDAY), said_at=SAID,
)  # fmt: skip


def verdict(verdict: Verdict, *, by_person: bool) -> Resolution:
    return Resolution(verdict=verdict, by="x", by_person=by_person, reason="r")


@pytest.mark.parametrize(
    ("now", "status"),
    [
        (SAID, "open"),
        (FRIDAY - timedelta(hours=24), "open"),
        (FRIDAY - timedelta(hours=23), "approaching"),
        (FRIDAY, "approaching"),
        (FRIDAY + timedelta(minutes=1), "overdue"),
    ],
)
def test_time_alone_brings_a_commitment_near_and_makes_it_overdue(
    now: datetime, status: str
) -> None:
    assert status_of(PROMISE, (), now).value == status


def test_without_a_due_time_it_stays_open() -> None:
    assert status_of(replace(PROMISE, due=None), (), FRIDAY + timedelta(days=400)).value == "open"


@pytest.mark.parametrize(
    ("history", "status"),
    [
        ([verdict(Verdict.KEPT, by_person=False)], "kept"),
        ([verdict(Verdict.KEPT, by_person=False), verdict(Verdict.BROKEN, by_person=False)], "broken"),
        ([verdict(Verdict.BROKEN, by_person=True), verdict(Verdict.KEPT, by_person=False)], "broken"),
        ([verdict(Verdict.KEPT, by_person=True), verdict(Verdict.OPEN, by_person=True)], "overdue"),
        ([verdict(Verdict.KEPT, by_person=False), verdict(Verdict.OPEN, by_person=True)], "overdue"),
    ],
    ids=["machine", "machine again", "a person weighs more", "taken back", "a person doubts it"],
)  # fmt: skip
def test_the_last_verdict_holds_and_a_persons_before_any_machines(
    history: list[Resolution], status: str
) -> None:
    assert status_of(PROMISE, history, FRIDAY + timedelta(days=1)).value == status


@pytest.mark.parametrize(("hours", "status"), [(-1, "overdue"), (0, "kept"), (1, "kept")])
def test_a_verdict_holds_from_the_contact_on_that_it_rests_on(hours: int, status: str) -> None:
    seen = FRIDAY + timedelta(days=3)
    found = replace(verdict(Verdict.KEPT, by_person=False), contact_at=seen)
    assert status_of(PROMISE, [found], seen + timedelta(hours=hours)).value == status


def day(day_of_month: int, hour: int = 0, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, 11, day_of_month, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (Due(earliest=SAID, latest=FRIDAY), "by Fri 20 Nov 17:00"),
        (Due(earliest=SAID, latest=day(20, 23, 59)), "by Fri 20 Nov"),
        (Due(earliest=day(19), latest=day(19, 23, 59)), "Thu 19 Nov"),
        (Due(earliest=day(19, 6), latest=day(19, 12)), "Thu 19 Nov 06:00 to 12:00"),
        (Due(earliest=day(19, 13), latest=day(19, 13)), "Thu 19 Nov 13:00"),
        (Due(earliest=day(23), latest=day(25, 23, 59)), "Mon 23 Nov to Wed 25 Nov"),
        (Due(earliest=SAID, latest=day(18, 9, year=2027)), "by Thu 18 Nov 2027 09:00"),
        (None, "by Friday"),
    ],
)
def test_due_times_are_said_in_one_way(due: Due | None, words: str) -> None:
    assert due_in_words(replace(PROMISE, due=due)) == words
