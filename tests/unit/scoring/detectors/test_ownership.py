"""Detectors of ownership: what they find, word by word, and what they must leave alone."""

import pytest
from builders import transcript

from qa_toolkit.scoring.detectors.detect import detect
from qa_toolkit.scoring.detectors.ownership import DETECTORS
from qa_toolkit.scoring.reading import Reading
from qa_toolkit.signals import measure

FOUND = [
    ("promise", "I'll send you a new label this afternoon.", "I'll send"),
    ("promise", "we will look into this and write to you", "we will look into this"),
    ("promise", "Our team will contact you.", "Our team will contact"),
    ("promise", "You will receive a refund in your account.", "You will receive a refund"),
    ("promise", "Rest assured, the crew knows.", "Rest assured"),
    ("timed_promise", "I will call you back by Friday.", "I will call you back by Friday"),
    ("timed_promise", "We'll update you as soon as we know.", "We'll update you as soon as we"),
    ("offer", "Please open a ticket so we can investigate.", "so we can investigate"),
    ("offer", "Happy to look into that for you.", "Happy to look into"),
    ("offer", "Send the form and we will assist.", "and we will assist"),
    ("finished", "I've refunded the fee.", "I've refunded"),
    ("finished", "Your plan has been cancelled.", "has been cancelled"),
    ("finished", "we have just changed the address", "we have just changed"),
    ("finished", "You're all set.", "You're all set"),
    ("works_on_it", "We are currently investigating the outage.", "We are currently investigating"),
    ("works_on_it", "Our team is working on it", "team is working"),
    ("let_me_check", "Let me check that for you.", "Let me check"),
    ("let_me_check", "Bear with me.", "Bear with me"),
    ("let_me_check", "one moment please while I look", "one moment please"),
    ("escalation", "I've passed this to our billing team.", "I've passed this to our billing team"),
    ("escalation", "I will ask my manager.", "I will ask my manager"),
    ("deflection", "Please contact our sales team.", "contact our sales team"),
    ("deflection", "You will need to call the bank.", "You will need to call"),
    ("deflection", "That is best handled by the shop.", "best handled by"),
    ("refusal", "We're unable to change the date.", "We're unable to"),
    ("refusal", "I'm afraid that is not possible.", "is not possible"),
    ("refusal", "There is nothing we can do.", "nothing we can do"),
    ("disowns", "That is not my problem.", "That is not my problem"),
    ("disowns", "you should have read the terms", "you should have read"),
    ("handoff", "I will transfer you to billing.", "transfer you to"),
    ("invites_back", "Let us know how it goes!", "Let us know how"),
    ("invites_back", "Keep me posted.", "Keep me posted"),
    ("invites_back", "If that doesn't work, call us.", "If that doesn't work, call us"),
]

LEFT_ALONE = [
    ("promise", "A: If you send the receipt, I'll check the price.", "a condition"),
    ("promise", "A: If anything changes, we'll update the page.", "a condition of no one's"),
    ("promise", "A: Fingers crossed we'll have it soon.", "mere hope"),
    ("promise", "A: You said “I'll send it” on Monday.", "somebody else's words"),
    ("promise", "C: I'll send the photo now.", "the customer's words"),
    ("promise", "A: We'll be here.", "mere presence"),
    ("timed_promise", "A: Once you send it, we'll reply within an hour.", "a condition"),
    ("offer", "A: Let us know if we can help with anything else.", "a closing formula"),
    ("finished", "A: I have not refunded the fee.", "negated"),
    ("finished", "A: Tell me once it has been fixed.", "still to come"),
    ("finished", "A: Have you sent the form?", "a question"),
    ("works_on_it", "A: We are not working on it.", "negated"),
    ("let_me_check", "A: Let me know.", "something else"),
    ("escalation", "A: Could you pass this on to your bank?", "the customer's task"),
    ("deflection", "A: I'll contact our sales team for you.", "done for the customer"),
    ("deflection", "A: Please contact us.", "the own desk"),
    ("refusal", "A: Try this if you're unable to log in.", "the customer's trouble"),
    ("refusal", "A: I'm unable to reproduce the fault.", "no request refused"),
    ("refusal", "C: I can't change it.", "the customer's words"),
    ("handoff", "A: No need to transfer you to billing.", "negated"),
    ("invites_back", "A: Let us know if you have any other questions.", "a closing formula"),
    ("refusal", "A: I cannot tell you how sorry I am.", "an apology"),
    ("refusal", "A: There is nothing I can't do for you!", "the contrary"),
    ("disowns", "A: That's not our standard.", "owns up"),
]


def quotes(name: str, dialogue: str) -> list[str]:
    words = transcript(dialogue)
    spans = detect(Reading(transcript=words, signals=measure(words))).get(name, ())
    return [words.turns[span.turn].text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(("name", "said", "quote"), FOUND, ids=[f"{n}: {q}" for n, _, q in FOUND])
def test_the_words_of_ownership_are_found_with_their_place(
    name: str, said: str, quote: str
) -> None:
    assert quote in quotes(name, f"C: Hello\nA: {said}")


@pytest.mark.parametrize(
    ("name", "dialogue", "why"), LEFT_ALONE, ids=[f"{n}: {w}" for n, _, w in LEFT_ALONE]
)
def test_what_only_looks_like_ownership_is_left_alone(name: str, dialogue: str, why: str) -> None:
    assert quotes(name, dialogue) == [], why


def test_every_detector_says_which_false_alarms_it_raises() -> None:
    assert all(detector.false_alarms for detector in DETECTORS)


def test_words_without_punctuation_are_found_in_every_spelling() -> None:
    said = "C: hello\nA: ok so ive refunded the fee and ill send you an email about it today"
    assert quotes("finished", said) == ["ive refunded"]
