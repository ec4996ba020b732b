"""What is a promise, whose, of what, by which channel; and what only sounds like one."""

import pytest
from builders import transcript

from qa_toolkit.domain.commitment import Commitment
from qa_toolkit.scoring.commitments import commitments_of


def said(text: str) -> list[Commitment]:
    return list(commitments_of(transcript(f"A: {text}"), None))


def only(text: str) -> Commitment:
    (found,) = said(text)
    return found


@pytest.mark.parametrize(
    ("text", "who", "what", "channel"),
    [
        ("I'll call you back by Friday.", "agent", "contact", "phone"),
        ("You will receive an e-mail within 24 hours.", "company", "contact", "email"),
        ("We'll look into the meter reading.", "team", "check", None),
        ("My colleague will ring you tomorrow morning.", "team", "contact", "phone"),
        ("I'm going to text you the door code.", "agent", "contact", "text"),
        ("The courier will deliver it on Thursday.", "third_party", "send", None),
        ("Our plumber will be with you tomorrow.", "third_party", "send", "in_person"),
        ("Your refund will be credited by Monday.", "company", "refund", None),
        ("You should get your money back in 5 working days.", "company", "refund", None),
        ("Someone from the billing team will be in touch.", "team", "contact", None),
        ("I'll have a manager phone you today.", "agent", "contact", "phone"),
        ("I will pass this on to our kitchen team.", "agent", "hand_over", None),
        ("Let me transfer you to the bookings desk.", "agent", "hand_over", None),
        ("We'll fix the leak on Tuesday.", "team", "fix", None),
        ("I've booked a fitter for tomorrow.", "agent", "fix", None),
        ("Your fitting is scheduled for Monday.", "company", "fix", None),
        ("I'm sending you a letter tomorrow.", "agent", "contact", "letter"),
        ("We promise to reply by noon.", "team", "contact", None),
        ("You can expect a call from Jo tomorrow.", "company", "contact", "phone"),
        ("I'll check with Sam and drop you a line.", "agent", "contact", None),
        ("We're looking at it and will update you.", "team", "contact", None),
        ("I'll phone.", "agent", "contact", "phone"),
        ("I will be sending you a card.", "agent", "send", None),
        ("You'll be getting a call.", "company", "contact", "phone"),
        ("I will be refunding the deposit.", "agent", "refund", None),
        ("I'll also just quickly then check it.", "agent", "check", None),
        ("I'll laminate it for you.", "agent", "other", None),
        ("theyll call you tomorrow", "team", "contact", "phone"),
        ("Leave a number so I can call you tonight.", "agent", "contact", "phone"),
        ("Your parcel will take up to 3 days.", "company", "fix", None),
    ],
)
def test_a_promise_says_who_does_what_and_how(
    text: str, who: str, what: str, channel: str | None
) -> None:
    found = only(text)
    assert (found.who.value, found.what.value) == (who, what)
    assert (found.channel.value if found.channel else None) == channel


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("I can't promise we'll have it by Friday.", id="no promise"),
        pytest.param("I won't call you back.", id="won't"),
        pytest.param("We will not refund postage.", id="will not"),
        pytest.param("We'll never sell your address.", id="never"),
        pytest.param("I'm not sure when it will arrive tomorrow.", id="not sure"),
        pytest.param("I don't think they'll fix it today.", id="doubt"),
        pytest.param("Hopefully we'll get more in on Monday.", id="hope"),
        pytest.param("Would you like me to call you tomorrow?", id="an offer"),
        pytest.param("Do you think we'll see you on Friday?", id="a question"),
        pytest.param("You said you'll call me tomorrow.", id="what the customer said"),
        pytest.param("They told her we'll refund it.", id="what others said"),
        pytest.param('You wrote: "I will call you tomorrow".', id="a quotation"),
        pytest.param("> I'll call you tomorrow", id="a quoted line"),
        pytest.param("We'll be here if you need us.", id="being there"),
        pytest.param("I'll be happy to help you today.", id="willing"),
        pytest.param("We can look into that for you.", id="able"),
        pytest.param("Let me help you with that.", id="an offer to help"),
        pytest.param("I'll look forward to it.", id="looking forward"),
        pytest.param("I'll be clear with you.", id="being clear"),
        pytest.param("We'll be closed on Sunday.", id="being closed"),
        pytest.param("We'll be waiting for your form.", id="waiting for a form"),
        pytest.param("I'll 100% love it.", id="no verb"),
        pytest.param("The team will update prices.", id="what a team does"),
        pytest.param("Don't let me check it alone.", id="do not let me"),
        pytest.param("Our booth will be able to help.", id="others able"),
        pytest.param("We are checking the cables.", id="a report"),
        pytest.param("I'll need your booking number.", id="a need"),
        pytest.param("I'll wait for your reply.", id="waiting"),
        pytest.param("You'll need to restart the kettle.", id="an instruction"),
        pytest.param("You'll find it under Settings.", id="directions"),
        pytest.param("That will be 20 pounds.", id="a price"),
        pytest.param("Let me know how it goes.", id="let me know"),
        pytest.param("If you let me, great.", id="leave asked for"),
        pytest.param("We usually reply within a day.", id="a habit"),
        pytest.param("When a card is lost, you will receive a letter.", id="anybody's case"),
        pytest.param("The shop will improve the menu.", id="everyday business"),
        pytest.param("He was ill last week.", id="ill"),
        pytest.param("As well as the manual.", id="well"),
        pytest.param("It will take ages.", id="no time"),
        pytest.param("The gate will be locked after 3 tries.", id="no promise to anybody"),
    ],
)
def test_what_only_sounds_like_a_promise_is_none(text: str) -> None:
    assert said(text) == []


def test_only_the_agent_promises() -> None:
    dialogue = "C: I'll call you tomorrow.\nB: We'll call you tomorrow.\nS: We will call you."
    assert commitments_of(transcript(dialogue), None) == ()


@pytest.mark.parametrize(
    ("text", "kind", "trigger"),
    [
        ("I'll ring you back.", "callback", ""),
        ("I'll update you once I hear from them.", "callback", "once I hear from them"),
        ("We'll repaint it on Monday.", "scheduled", ""),
        ("Let me check the stock.", "immediate", ""),
        ("We'll look into it.", "immediate", ""),
        ("If you send the form, we'll refund you.", "conditional", "If you send the form"),
        ("Send us a photo and we'll replace it.", "conditional", "Send us a photo"),
        ("I'll call you if anything changes.", "conditional", "if anything changes"),
        ("I'll ask them whether it fits.", "immediate", ""),
        ("I'll ask if it fits, and call you when it's done.", "callback", "when it's done"),
        ("Once the part is here, we'll fit it.", "conditional", "Once the part is here"),
        ("Sure, send us a photo and we'll replace it.", "conditional", "send us a photo"),
        ("Have a look, so I'll ask the baker.", "immediate", ""),
        ("Leave it with me and I'll ring you tonight.", "callback", ""),
    ],
)
def test_a_promise_hangs_on_time_on_contact_or_on_a_condition(
    text: str, kind: str, trigger: str
) -> None:
    found = only(text)
    assert (found.kind.value, found.trigger) == (kind, trigger)


@pytest.mark.parametrize(
    ("text", "due_words", "sure"),
    [
        ("I'll call you by Friday.", "by Friday", "exact"),
        ("By Friday I'll have an answer.", "By Friday", "exact"),
        ("Give me five minutes and I'll call you.", "Give me five minutes", "exact"),
        ("I'll call you tomorrow morning.", "tomorrow morning", "about"),
        ("I'll call you as soon as possible.", "as soon as possible", "vague"),
        ("I'll call you when it's ready.", "when it's ready", "vague"),
        ("I'll call you.", "", "unsaid"),
        ("I'll call the baker about the cake you ordered on Monday.", "", "unsaid"),
        ("I'm off Monday, I'll call you at half past two.", "at half past two", "vague"),
        ("I'll help you with that today.", "", "unsaid"),
        ("I'll start now and finish it by 5pm.", "by 5pm", "exact"),
        ("We'll help you with the move now.", "", "unsaid"),
        ("I'll keep the ticket open for 30 days.", "", "unsaid"),
    ],
)
def test_the_words_that_say_when_are_found(text: str, due_words: str, sure: str) -> None:
    found = only(text)
    assert (found.due_words, found.sure.value) == (due_words, sure)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "okay so i'll call you back by friday is there anything else",
            "i'll call you back by friday",
        ),
        ("ill get back to you tomorrow bye", "ill get back to you tomorrow"),
        ("right well look into it and let you know", "well look into it and let you know"),
        ("youll get a text tonight thanks", "youll get a text tonight"),
        ("I\u2019LL CALL YOU TOMORROW", "I\u2019LL CALL YOU TOMORROW"),
        ("We\u2019ll see to it, please hold on.", "We\u2019ll see to it"),
        ("\u0130nan, I'll call you tomorrow.", "I'll call you tomorrow"),
        ("I'll ask Jo, and call you tomorrow, promise.", "I'll ask Jo, and call you tomorrow"),
        ("We'll take a look: https://example.org/will", "We'll take a look"),
    ],
)
def test_spellings_of_speech_and_chats_are_quoted_as_they_stand(text: str, quote: str) -> None:
    assert only(text).quote == quote


@pytest.mark.parametrize(("text", "most"), [("i'll ask " + "it " * 99, 95), ("I'll ask " + "it " * 99 + ".", 225)])  # fmt: skip
def test_a_promise_ends_where_no_sentence_does(text: str, most: int) -> None:
    quote = only(text).quote
    assert most - 10 < len(quote) <= most
    assert quote.endswith(" it")


def test_two_promises_of_one_sentence_stand_apart() -> None:
    first, second = said("I'll check the oven today and my colleague will ring you tomorrow.")
    assert (first.quote, first.due_words) == ("I'll check the oven today", "today")
    assert (second.who.value, second.due_words) == ("team", "tomorrow")


def test_a_letter_full_of_promises_keeps_the_first_twenty() -> None:
    assert len(said("I'll call you tomorrow. " * 60)) == 20
