"""What later contacts of a customer say about a promise."""

from datetime import UTC, datetime, timedelta

import pytest
from builders import interaction, transcript

from qa_toolkit.domain.commitment import Commitment, Resolution
from qa_toolkit.domain.interaction import Channel
from qa_toolkit.scoring.commitments import commitments_of
from qa_toolkit.scoring.commitments.follow_up import Contact, follow_up

SAID = datetime(2026, 11, 18, 14, 20, tzinfo=UTC)
CALL = "A: I'll ring you tomorrow at noon."
PARCEL = "A: Your parcel will be delivered by Friday."


def promise(dialogue: str) -> Commitment:
    (found,) = commitments_of(transcript(dialogue), SAID)
    return found


def contact(dialogue: str, hours: float, channel: Channel = Channel.CALL, **extra: str) -> Contact:
    found = interaction(
        "c-2", channel=channel, started_at=SAID + timedelta(hours=hours), extra=extra
    )
    return Contact(interaction=found, transcript=transcript(dialogue) if dialogue else None)


def verdict(dialogue: str, *contacts: Contact) -> Resolution | None:
    return follow_up(promise(dialogue), contacts, "machine")


def test_an_outbound_call_before_it_was_due_keeps_the_promise_of_a_call() -> None:
    found = verdict(CALL, contact("", 20, direction="Outbound"))
    assert found is not None
    assert (found.verdict.value, found.interaction_id, found.by_person) == ("kept", "c-2", False)
    assert found.reason == "c-2 by phone on Thu 19 Nov before it was due"


def test_a_call_that_says_it_calls_back_keeps_it_with_the_words() -> None:
    found = verdict(CALL, contact("A: Hi, Dana here, calling back as promised.\nC: Hi!", 20))
    assert found is not None
    assert (found.verdict.value, found.turn, found.quote) == ("kept", 0, "calling back")


def test_a_call_a_day_late_breaks_it_and_one_ten_minutes_late_does_not() -> None:
    late, nearly = (verdict(CALL, contact("", h, direction="out")) for h in (46, 21.8))
    assert late is not None
    assert nearly is not None
    assert (late.verdict.value, nearly.verdict.value) == ("broken", "kept")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(contact("C: Hi, one more question.\nA: Sure.", 20), id="the customer calls"),
        pytest.param(contact("", 20, direction="inbound"), id="inbound"),
        pytest.param(contact("A: As promised.", 20, Channel.EMAIL), id="another channel"),
        pytest.param(contact("A: Calling back.", -3), id="earlier"),
        pytest.param(contact("C: Nobody called me.", 3), id="complaint before it is due"),
    ],
)
def test_what_is_not_the_promised_contact_says_nothing(other: Contact) -> None:
    assert verdict(CALL, other) is None


@pytest.mark.parametrize(
    ("promised", "words", "quote"),
    [
        (CALL, "Nobody called me back!", "Nobody called"),
        (CALL, "You said you would ring.", "You said you"),
        (CALL, "I have not heard from you.", "have not heard"),
        (CALL, "im still waiting for a call", "still waiting for a call"),
        (PARCEL, "It never arrived.", "never arrived"),
        (PARCEL, "I\u2019m still waiting.", "still waiting"),
        (PARCEL, "I was told it comes Friday.", "I was told"),
    ],
)
def test_a_complaint_that_it_did_not_come_breaks_it(promised: str, words: str, quote: str) -> None:
    found = verdict(promised, contact(f"C: {words}\nA: I'm sorry.", 200, Channel.CHAT))
    assert found is not None
    assert (found.verdict.value, found.quote) == ("broken", quote)


def test_waiting_for_a_parcel_does_not_break_the_promise_of_a_call() -> None:
    assert verdict(CALL, contact("C: I am still waiting for my parcel.", 200)) is None


@pytest.mark.parametrize(
    ("promised", "words"),
    [
        (CALL, "Thanks for calling, by the way."),
        (PARCEL, "I got the parcel, but one cup is broken."),
        ("A: You'll get your refund by Friday.", "The refund arrived, thank you."),
    ],
)
def test_a_customer_who_says_it_came_keeps_it(promised: str, words: str) -> None:
    found = verdict(promised, contact(f"C: {words}", 300, Channel.CHAT))
    assert found is not None
    assert found.verdict.value == "kept"


def test_an_email_from_our_side_keeps_the_promise_of_one() -> None:
    promised = "A: You will get an e-mail tomorrow."
    ours, theirs = "A: Here is the answer.\nC: Ta.", "C: Where is it?\nA: Here."
    found = verdict(promised, contact(ours, 20, Channel.EMAIL))
    assert found is not None
    assert found.verdict.value == "kept"
    assert verdict(promised, contact(theirs, 20, Channel.EMAIL)) is None


def test_a_call_that_nobody_wrote_down_says_nothing() -> None:
    assert verdict(CALL, contact("", 20)) is None


def test_the_first_contact_that_says_anything_decides() -> None:
    called, complained = contact("", 20, direction="out"), contact("C: Nobody called.", 90)
    found = verdict(CALL, complained, called)
    assert found is not None
    assert found.verdict.value == "kept"


def test_a_promise_without_a_clock_is_followed_by_nothing() -> None:
    (found,) = commitments_of(transcript(CALL), None)
    assert follow_up(found, [contact("", 20, direction="out")], "machine") is None
