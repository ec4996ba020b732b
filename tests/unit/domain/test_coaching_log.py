"""An entry of the coaching log is what was said of it last."""

from datetime import date

import pytest

from qa_toolkit.domain.coaching import (
    CoachingChange,
    CoachingEntry,
    CoachingField,
    CoachingStatus,
    entry_id,
)

FOLLOW_UP, STATUS, NOTE = CoachingField.FOLLOW_UP, CoachingField.STATUS, CoachingField.NOTE


def entry(*said: tuple[CoachingField, str]) -> CoachingEntry:
    changes = tuple(CoachingChange(field=field, value=value, by="mo") for field, value in said)
    return CoachingEntry(id="k-1", agent_id="dana", topic="Holds", opened_by="mo", changes=changes)


def test_the_last_word_on_a_field_counts() -> None:
    assert entry((NOTE, "first"), (STATUS, "closed"), (NOTE, "second")).value(NOTE) == "second"


def test_an_entry_is_open_until_it_is_closed_and_can_be_opened_again() -> None:
    assert entry().status is CoachingStatus.OPEN
    assert entry((STATUS, "closed")).status is CoachingStatus.CLOSED
    assert entry((STATUS, "closed"), (STATUS, "open")).status is CoachingStatus.OPEN
    assert entry((STATUS, "closed"), (STATUS, "")).status is CoachingStatus.OPEN


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ([(FOLLOW_UP, "2026-12-03")], True),
        ([(FOLLOW_UP, "2026-12-04")], False),
        ([], False),
        ([(FOLLOW_UP, "2026-12-03"), (FOLLOW_UP, "")], False),
        ([(FOLLOW_UP, "2026-12-03"), (STATUS, "closed")], False),
    ],
    ids=["yesterday", "today", "never", "taken back", "closed"],
)
def test_an_entry_is_due_once_its_follow_up_lies_behind(
    said: list[tuple[CoachingField, str]], *, due: bool
) -> None:
    assert entry(*said).is_due(date(2026, 12, 4)) is due


def test_the_same_topic_from_the_same_thing_has_the_same_id() -> None:
    assert entry_id("dana", "Holds", "0") == entry_id("dana", "holds", "0")
    others = {entry_id("eli", "Holds", "0"), entry_id("dana", "Pace", "0"), entry_id("dana", "Holds", "1")}  # fmt: skip
    assert entry_id("dana", "Holds", "0") not in others
    assert len(others) == 3
