"""The coaching log as every output shows it."""

from datetime import date

import pytest

from qa_toolkit.domain.coaching import CoachingChange, CoachingEntry, CoachingField
from qa_toolkit.scorecards.log_view import entry_view

TODAY = date(2026, 12, 4)
F = CoachingField


def entry(*said: tuple[CoachingField, str]) -> CoachingEntry:
    changes = tuple(
        CoachingChange(
            field=field,
            value=value,
            by="Mo Berg",
            made_at="2026-11-27T08:00:00+00:00",
            number=number,
        )
        for number, (field, value) in enumerate(said, start=4)
    )
    return CoachingEntry(
        id="k-1",
        agent_id="dana",
        topic="Holds",
        criterion="flow.hold",
        opened_by="Mo Berg",
        opened_at="2026-11-22T23:30:00+00:00",
        interactions=("i-1",),
        changes=changes,
    )


def test_an_entry_says_what_was_agreed_and_when_to_look_again() -> None:
    said = entry((F.ACTION, "ask before a hold"), (F.FOLLOW_UP, "2026-12-03"), (F.COACH, "Eve"))
    view = entry_view(said, {"dana": "Dana Price"}, TODAY)
    assert (view.agent, view.action, view.coach) == ("Dana Price", "ask before a hold", "Eve")
    assert (view.follow_up, view.follow_up_shown) == (date(2026, 12, 3), "3 Dec 2026")
    assert (view.is_due, view.last_change, view.opened) == (True, 6, "22 Nov 2026")


def test_what_nobody_said_is_empty_or_a_dash() -> None:
    view = entry_view(entry(), {}, TODAY)
    assert (view.agent, view.coach, view.action) == ("dana", "Mo Berg", "")
    assert (view.follow_up, view.follow_up_shown, view.acknowledged_shown) == (None, "–", "–")
    assert (view.status, view.is_open, view.is_due, view.last_change) == ("Open", True, False, 0)


def test_without_a_day_nothing_is_due() -> None:
    assert not entry_view(entry((F.FOLLOW_UP, "2020-01-01")), {}, None).is_due


def test_a_closed_entry_is_no_longer_due() -> None:
    view = entry_view(entry((F.FOLLOW_UP, "2026-12-01"), (F.STATUS, "closed")), {}, TODAY)
    assert (view.status, view.is_open, view.is_due) == ("Closed", False, False)


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        (F.ACTION, "ask first", "agreed: ask first"),
        (F.FOLLOW_UP, "2026-12-03", "follow-up on 3 Dec 2026"),
        (F.ACKNOWLEDGED, "2026-12-03", "signed off on 3 Dec 2026"),
        (F.DISPUTE, "the line was cut", "disputed: the line was cut"),
        (F.NOTE, "a good talk", "note: a good talk"),
        (F.STATUS, "closed", "status: closed"),
        (F.FOLLOW_UP, "", "took back what was said of: follow-up"),
    ],
)
def test_the_history_tells_who_said_what_and_when(
    field: CoachingField, value: str, line: str
) -> None:
    assert entry_view(entry((field, value)), {}, TODAY).history == (
        f"27 Nov 2026, Mo Berg: {line}",
    )


def test_control_characters_go() -> None:
    assert entry_view(entry((F.NOTE, "a\x00b")), {}, TODAY).note == "ab"
