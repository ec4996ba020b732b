"""Promises as every output shows them."""

from datetime import UTC, datetime

import pytest
from scored_builders import rubric, scored

from qa_toolkit.domain.commitment import (
    Action,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    Due,
    Promiser,
    Resolution,
    Sureness,
    Verdict,
)
from qa_toolkit.scorecards.promise_view import promise_view
from qa_toolkit.scorecards.report import Promise
from qa_toolkit.scorecards.scorecard_view import scorecard_view
from qa_toolkit.scorecards.view import PromiseView

AT_FOUR = datetime(2026, 3, 3, 16, 0, tzinfo=UTC)


def promise(
    status: CommitmentStatus = CommitmentStatus.OVERDUE,
    verdict: Resolution | None = None,
    due: Due | None = Due(earliest=AT_FOUR, latest=AT_FOUR),  # noqa: B008 - frozen
) -> Promise:
    said = Commitment(
        interaction_id="i-1",
        turn=3,
        start=37,
        end=60,
        quote="call you myself at four",
        who=Promiser.AGENT,
        what=Action.CONTACT,
        words="call you",
        kind=CommitmentKind.CALLBACK,
        due_words="at four",
        sure=Sureness.EXACT,
        due=due,
        said_at=datetime(2026, 3, 3, 9, 30, tzinfo=UTC),
    )
    return Promise(id="p-1", commitment=said, status=status, verdict=verdict)


def shown(known: Promise) -> PromiseView:
    return promise_view(known, scored(customer="Roy Martin"), "i1")


def test_a_promise_says_who_does_what_by_when_and_where_it_was_said() -> None:
    view = shown(promise())
    assert (view.who, view.what, view.due) == ("Agent", "call you", "Tue 3 Mar 16:00")
    assert (view.agent, view.customer, view.said) == (
        "Dana Price",
        "Roy Martin",
        "3 Mar 2026, 09:30",
    )
    assert (view.quote, view.anchor) == ("call you myself at four", "i1-t4")


def test_a_promise_without_a_known_time_gives_the_words_that_were_said() -> None:
    assert shown(promise(due=None)).due == "at four"


def test_the_status_says_what_it_rests_on() -> None:
    verdict = Resolution(
        verdict=Verdict.KEPT, by="mo", by_person=True, reason="seen in the CRM", quote="I rang"
    )
    view = shown(promise(CommitmentStatus.KEPT, verdict))
    assert (view.status, view.status_kind) == ("Kept", "kept")
    assert view.why == "seen in the CRM “I rang” (mo)"
    assert shown(promise()).why == ""


@pytest.mark.parametrize("status", list(CommitmentStatus))
def test_every_status_has_words(status: CommitmentStatus) -> None:
    assert shown(promise(status)).status


def test_a_scorecard_carries_its_promises() -> None:
    card = scorecard_view(scored(), rubric(), "i1", promises=[promise()])
    assert [known.id for known in card.promises] == ["p-1"]
