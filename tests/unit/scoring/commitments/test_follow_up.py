"""What later contacts of a customer say about a promise."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from builders import interaction, transcript

from qa_toolkit.domain.commitment import Commitment, Resolution
from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.commitments import commitments_of
from qa_toolkit.scoring.commitments.contacts import Contact, in_order
from qa_toolkit.scoring.commitments.follow_up import follow_up

SAID = datetime(2026, 11, 18, 14, 20, tzinfo=UTC)
CALL = "A: I'll ring you tomorrow at noon."
PARCEL = "A: Your parcel will be delivered by Friday."
REFUND = "A: You'll get your refund by Friday."
REPLACEMENT = "A: I'll send you a replacement by Friday."
LINE = "A: We'll fix your line by Friday."


def promise(dialogue: str) -> Commitment:
    (found,) = commitments_of(transcript(dialogue), SAID)
    return found


def contact(dialogue: str, hours: float, channel: Channel = Channel.CALL, **extra: str) -> Contact:
    found = interaction(
        "c-2", channel=channel, started_at=SAID + timedelta(hours=hours), extra=extra
    )
    return Contact(interaction=found, transcript=transcript(dialogue) if dialogue else None)


def verdict(dialogue: str, *contacts: Contact) -> Resolution | None:
    return follow_up(promise(dialogue), in_order(contacts), "machine")


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
    late, nearly = (verdict(CALL, contact("A: Calling you back.", h)) for h in (46, 21.8))
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
        (CALL, "You said you would ring.", "You said you would ring"),
        (CALL, "I have not heard from you.", "have not heard from you"),
        (CALL, "im still waiting for a call", "still waiting for a call"),
        (CALL, "Your colleague didn\u2019t call me.", "Your colleague didn\u2019t call"),
        (CALL, "Why hasn't anyone called me?", "hasn't anyone called"),
        (CALL, "I never got a call back.", "never got a call back"),
        (PARCEL, "It never arrived.", "It never arrived"),
        (PARCEL, "My order still hasn't come.", "order still hasn't come"),
        (PARCEL, "I\u2019m still waiting for my parcel.", "still waiting for my parcel"),
        (PARCEL, "You promised me a parcel by Friday!", "You promised me a parcel"),
        (REFUND, "I have not received my refund yet.", "have not received my refund"),
        (REFUND, "I still have not been refunded.", "have not been refunded"),
        (LINE, "It is still not fixed.", "still not fixed"),
    ],
)
def test_a_complaint_that_it_did_not_come_breaks_it(promised: str, words: str, quote: str) -> None:
    found = verdict(promised, contact(f"C: {words}\nA: I'm sorry.", 200, Channel.CHAT))
    assert found is not None
    assert (found.verdict.value, found.quote) == ("broken", quote)


@pytest.mark.parametrize(
    ("promised", "words"),
    [
        (CALL, "I didn't call earlier because I was ill."),
        (CALL, "I never called before, my kettle leaks."),
        (CALL, "never called before, my kettle leaks"),
        (CALL, "I was told to call this number."),
        (CALL, "My husband is at work. He didn't call you, did he?"),
        (CALL, "What happens if nobody calls me?"),
        (CALL, "There is no one called Ruth here."),
        (CALL, "You said you close at five."),
        (CALL, "I have not heard of that."),
        (CALL, "I haven't got back the parcel."),
        (PARCEL, "I was told it comes in blue, too."),
        (PARCEL, "I haven't got the parcel number with me."),
        (PARCEL, "I haven't had time to look."),
        (PARCEL, "Hello? I'm still waiting."),
        (PARCEL, "I still haven't found the switch."),
        (REFUND, "I have not received my invoice."),
        (REFUND, "I didn't get that, sorry?"),
        (REPLACEMENT, "I haven't received the bill from my bank."),
        ("A: If it happens again I'll refund you.", "I have not received my invoice."),
        ("A: If it happens again I'll refund you.", "I have not received my refund."),
        ("A: I'll update you once I hear from them.", "Nobody called me."),
        ("A: I'll call you.", "You said you would call me, when will that be?"),
    ],
)
def test_other_words_leave_a_promise_open(promised: str, words: str) -> None:
    assert verdict(promised, contact(f"C: {words}\nA: I see.", 200, Channel.CHAT)) is None


@pytest.mark.parametrize(
    ("promised", "words"),
    [
        (REFUND, "The money came up short."),
        (REFUND, "Has my refund arrived?"),
        (REFUND, "Call me when I got my refund."),
        (PARCEL, "I got the same error again."),
        (PARCEL, "I got the parcel label."),
        (PARCEL, "It came up when I pressed the button."),
        (CALL, "Hi.\nC: My line is down.\nC: Thanks for the update."),
    ],
)
def test_other_words_do_not_keep_a_promise(promised: str, words: str) -> None:
    assert verdict(promised, contact(f"C: {words}", 20, Channel.CHAT)) is None


def test_a_customer_who_says_both_says_nothing() -> None:
    words = "C: I got the parcel. The other parcel never arrived."
    assert verdict(PARCEL, contact(words, 200)) is None


@pytest.mark.parametrize(
    ("words", "direction", "expected"),
    [
        ("As discussed with your colleague, I can help.", "", None),
        ("Thank you for calling back, how can I help?", "", None),
        ("I see you're calling back about the line.", "", None),
        ("As discussed, I'm calling you about the line.", "", "kept"),
        ("Hello, as discussed, here is the news.", "outbound", "kept"),
        ("Would you like our new tariff?", "outbound", None),
    ],
)
def test_a_promise_without_a_time_is_kept_by_words_that_recall_it(
    words: str, direction: str, expected: str | None
) -> None:
    found = verdict("A: I'll call you.", contact(f"A: {words}", 20, direction=direction))
    assert (found.verdict.value if found else None) == expected


def test_an_outbound_call_after_the_time_says_nothing_without_words_that_recall_the_promise() -> (
    None
):
    assert verdict(CALL, contact("", 46, direction="out")) is None


def test_a_contact_is_searched_once_for_a_pattern_however_many_promises_ask() -> None:
    later, pattern = contact("C: Nobody called me back!", 200), re.compile("nobody")
    first = later.finds(SpeakerRole.CUSTOMER, pattern)
    assert [found.group() for _, found in first] == ["nobody"]
    assert later.finds(SpeakerRole.CUSTOMER, pattern) is first


def test_waiting_for_a_parcel_does_not_break_the_promise_of_a_call() -> None:
    assert verdict(CALL, contact("C: I am still waiting for my parcel.", 200)) is None


@pytest.mark.parametrize(
    ("promised", "words"),
    [
        (CALL, "Thanks for calling, by the way."),
        (PARCEL, "I got the parcel, but one cup is broken."),
        (PARCEL, "My parcel came."),
        (REFUND, "I have received my refund."),
        (REPLACEMENT, "I got your replacement but haven't had time to try it."),
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
