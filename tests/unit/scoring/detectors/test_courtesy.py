"""Detectors of courtesy: what they find, word by word, and what they must leave alone."""

import pytest
from builders import transcript

from qa_toolkit.scoring.detectors.courtesy import DETECTORS
from qa_toolkit.scoring.detectors.detect import detect
from qa_toolkit.scoring.reading import Reading
from qa_toolkit.signals import measure

FOUND = [
    ("greeting", "Good morning, you are through to Dana.", "Good morning"),
    ("greeting", "hiya how can i help", "hiya"),
    ("closing", "Have a lovely weekend!", "Have a lovely weekend"),
    ("closing", "I hope this gets you going again.", "hope this"),
    ("courtesy", "Could you please spell it?", "please"),
    ("polite_request", "Could you tell me your postcode?", "Could you"),
    ("polite_request", "Would you mind holding for a moment?", "Would you mind"),
    ("request", "Can you see a green light?", "Can you"),
    ("thanks", "Thanks so much for your patience.", "Thanks"),
    ("thanks", "You're very welcome.", "You're very welcome"),
    ("apology", "I do apologise for the mix-up.", "apologise"),
    ("apology", "im sorry about that", "sorry"),
    ("hedge", "It looks like the payment failed.", "It looks"),
    ("tentative", "When you have a moment, try it again.", "When you have a moment"),
    ("tentative", "I was wondering if you saw the letter.", "wondering if"),
    ("praise", "That's a great question.", "great question"),
    ("warmth", "Of course, no trouble.", "Of course"),
    ("warmth", "All done \U0001f60a", "\U0001f60a"),
    ("offers_help", "If it happens again, let me know.", "let me know"),
    ("direct_question", "What is your order number?", "What is"),
    ("challenge", "Why did you wait so long?", "Why did"),
    ("disbelief", "Don't you have the letter?", "Don't you"),
    ("disbelief", "do you really think so", "do you really"),
    ("insistence", "As a matter of fact, it came on Monday.", "As a matter of fact"),
    ("bluntness", "That makes no sense.", "makes no sense"),
    ("bluntness", "you are wrong", "you are wrong"),
    ("command", "You must pay first.", "You must"),
    ("command", "Read the manual.", "Read the manual"),
    ("impatience", "Like I already said, it is closed.", "Like I already said"),
    ("impatience", "CALM DOWN", "CALM DOWN"),
    ("profanity", "Oh shut up.", "shut up"),
    ("blame", "That is your own fault.", "That is your own fault"),
    ("blame", "you should have read the terms", "you should have read"),
    ("thanks", "I can't thank you enough.", "can't thank you enough"),
    ("apology", "I can't apologise enough.", "can't apologise enough"),
    ("apology", "I cannot tell you how sorry I am.", "cannot tell you how sorry"),
    ("insistence", "That is not a reason.", "That is not a"),
    ("command", "You must be logged in.", "You must"),
]

LEFT_ALONE = [
    ("greeting", "C: Hello, my lamp is broken.", "the customer's"),
    ("greeting", "A: He said hello and left.", "somebody else's"),
    ("closing", "A: We have a great guide for that.", "no wish"),
    ("closing", "A: If you have a good day rate, keep it.", "a condition"),
    ("polite_request", "A: Why would you do that?", "no request"),
    ("request", "A: How can you say that?", "no request"),
    ("thanks", "A: No thanks to you.", "irony"),
    ("thanks", 'A: The note says "thank you, next".', "quoted"),
    ("apology", "A: I'm not sorry.", "negated"),
    ("apology", "A: Sorry, but you are wrong: sorry but you missed it.", "no apology"),
    ("warmth", "A: That is not very helpful, I know.", "negated"),
    ("tentative", "A: We'd love to help with that.", "an offer"),
    ("direct_question", "A: Let me know what is on the screen.", "inside a request"),
    ("direct_question", "A: How are you today?", "small talk"),
    ("challenge", "A: I understand why this is upsetting.", "explains"),
    ("challenge", "A: Why don't you try the blue one?", "a suggestion"),
    ("disbelief", "A: Thank you, don't you worry.", "kind"),
    ("insistence", "A: That's not the experience we want for you.", "empathy"),
    ("command", "A: Don't worry, you need to do nothing.", "reassures"),
    ("command", "A: I know that you have to wait.", "acknowledges"),
    ("impatience", "A: You told me to calm down.", "the customer's words"),
    ("impatience", "A: I understand that you are fed up.", "the customer's mood"),
    ("profanity", "A: That is bloody brilliant news.", "praise"),
    ("blame", "A: You should have received an e-mail by now.", "an expectation"),
    ("blame", "A: It is not your fault.", "reassures"),
    ("greeting", "A: You're welcome to call us.", "an invitation"),
    ("thanks", "A: I would thank you to stop.", "a rebuke"),
    ("apology", "A: You should be sorry.", "a rebuke"),
    ("apology", "A: I regret nothing.", "no regret"),
    ("challenge", "A: Why don't I send you a new one?", "an offer"),
    ("challenge", "A: Why not give it another try?", "a suggestion"),
    ("disbelief", "A: You really did well.", "praise"),
    ("insistence", "A: That is not a problem at all.", "kind"),
    ("insistence", "A: That was obviously our mistake.", "owns up"),
    ("command", "A: I don't blame you, that must be frustrating.", "takes their side"),
    ("command", "A: You must be so upset.", "feels with them"),
    ("command", "A: Don't give up!", "gives heart"),
    ("blame", "A: You never have to wait again.", "a promise"),
]  # fmt: skip


def spans(dialogue: str, detector: str) -> list[str]:
    """The words a detector finds in a dialogue."""
    said = transcript(dialogue)
    finds = detect(Reading(transcript=said, signals=measure(said)))
    return [said.turns[span.turn].text[span.start : span.end] for span in finds.get(detector, ())]


@pytest.mark.parametrize(("detector", "text", "quote"), FOUND, ids=[row[1] for row in FOUND])
def test_a_way_of_speaking_is_found_where_it_stands(detector: str, text: str, quote: str) -> None:
    assert quote in spans(f"A: {text}", detector)


@pytest.mark.parametrize(
    ("detector", "dialogue", "because"), LEFT_ALONE, ids=[row[1] for row in LEFT_ALONE]
)
def test_what_only_looks_like_it_is_left_alone(detector: str, dialogue: str, because: str) -> None:
    assert spans(dialogue, detector) == [], because


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)
def test_every_detector_of_courtesy_says_what_reading_its_finds_showed(detector: object) -> None:
    assert getattr(detector, "false_alarms", "")
