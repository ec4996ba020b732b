"""Detectors of the customer's trouble: what they find, and what they must leave alone."""

import pytest
from builders import transcript

from qa_toolkit.scoring.detectors.customer import DETECTORS
from qa_toolkit.scoring.detectors.detect import detect
from qa_toolkit.scoring.reading import Reading
from qa_toolkit.signals import measure

FOUND = [
    ("distress", "I'm really frustrated.", "I'm really frustrated"),
    ("distress", "Waited two weeks for the parcel.", "Waited two weeks"),
    ("distress", "nobody ever called me back", "nobody ever called"),
    ("distress", "The kettle doesn't work.", "doesn't work"),
    ("distress", "it wont let me in", "wont let me"),
    ("distress", "I can't log in.", "can't log in"),
    ("distress", "You charged me twice!", "charged me twice"),
    ("distress", "My card was stolen.", "stolen"),
    ("distress", "I feel so alone.", "I feel so alone"),
    ("distress", "I tried everything.", "tried everything"),
    ("distress", "My lamps aren't working", "aren't working"),
    ("distress", "Sitting in the dark 😡", "😡"),
    ("repeat_contact", "This is the third time I ask.", "This is the third"),
    ("repeat_contact", "I've already called you.", "I've already called you"),
    ("repeat_contact", "I emailed you on Monday.", "I emailed you"),
    ("repeat_contact", "As I said, it is blue.", "As I said"),
    ("repeat_contact", "I have had no reply.", "no reply"),
    ("repeat_contact", "I've been passed from desk to desk.", "I've been passed from"),
    ("cancellation", "I want to cancel my contract.", "cancel my contract"),
    ("cancellation", "I'm switching to another bank.", "switching to another"),
    ("cancellation", "You have lost me as a customer.", "lost me as a customer"),
    ("cancellation", "I will never use you again.", "never use you again"),
    ("escalation_request", "Let me speak to your manager.", "speak to your manager"),
    ("escalation_request", "I'd like to make a complaint.", "make a complaint"),
    ("escalation_request", "I'll write to the ombudsman.", "ombudsman"),
    ("escalation_request", "Can I talk to a human?", "talk to a human"),
    ("sarcasm", "Thanks for nothing.", "Thanks for nothing"),
    ("sarcasm", "Great, another week without heating.", "Great, another"),
    ("sarcasm", "Well done, what a surprise.", "what a surprise"),
    ("sarcasm", "Oh brilliant.", "Oh brilliant"),
    ("distress", "I've never been so angry.", "angry"),
    ("distress", "I'm not happy.", "not happy"),
    ("distress", "My phone isn't broken, it won't connect.", "won't connect"),
]

LEFT_ALONE = [
    ("distress", "C: Thanks, that worked.", "contentment"),
    ("distress", "C: When do you open?", "a plain question"),
    ("distress", "C: No problem at all.", "a courtesy"),
    ("distress", "C: Not a problem, thank you.", "a courtesy"),
    ("distress", "C: I'd like to change my address.", "a wish"),
    ("distress", "C: It is no longer broken.", "over"),
    ("distress", "A: I understand you're frustrated.", "the agent's words"),
    ("repeat_contact", "C: This is the first time I write.", "the first time"),
    ("repeat_contact", "C: The screen keeps telling me to wait.", "a device"),
    ("repeat_contact", "A: As I said, it is blue.", "the agent's words"),
    ("cancellation", "C: Please cancel my order.", "an order, no farewell"),
    ("cancellation", "C: I don't want to close my account.", "negated"),
    ("cancellation", "C: I've uninstalled and reinstalled it.", "a repair"),
    ("cancellation", "C: I left you a message.", "another 'left'"),
    ("escalation_request", "C: I manage a small shop.", "another word"),
    ("sarcasm", "C: Great, thanks for your help!", "praise"),
    ("sarcasm", "C: Thanks a lot!", "thanks"),
    ("distress", "C: I'm not frustrated, just asking.", "a feeling denied"),
    ("distress", "C: not angry, just curious", "a feeling denied, in brief"),
    ("distress", "C: I am not upset at all, thank you.", "calm"),
    ("distress", "C: Please don't be upset.", "the agent's feeling"),
    ("distress", "C: Nothing is broken.", "no fault"),
    ("distress", "C: It isn't broken anymore.", "mended"),
    ("distress", "C: I don't need a manager.", "no demand"),
    ("distress", "C: I don't have a problem with that.", "agrees"),
    ("distress", "C: That wasn't a nightmare at all.", "a judgement denied"),
    ("distress", "C: It's not urgent.", "no hurry"),
    ("distress", "C: I can't find fault with it.", "praise"),
    ("distress", "C: I wasn't charged twice.", "a wrong denied"),
    ("distress", "C: My neighbour is furious with his bank.", "somebody else's feeling"),
    ("distress", "C: My son was crying with joy.", "joy"),
    ("cancellation", "C: I won't be switching to another bank.", "stays"),
    ("cancellation", "C: I won't ever go elsewhere.", "stays for good"),
]


def quotes(name: str, dialogue: str) -> list[str]:
    words = transcript(dialogue)
    spans = detect(Reading(transcript=words, signals=measure(words))).get(name, ())
    return [words.turns[span.turn].text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(("name", "said", "quote"), FOUND, ids=[f"{n}: {q}" for n, _, q in FOUND])
def test_trouble_is_found_with_its_place(name: str, said: str, quote: str) -> None:
    assert quote in quotes(name, f"A: Hello\nC: {said}")


@pytest.mark.parametrize(
    ("name", "dialogue", "why"), LEFT_ALONE, ids=[f"{n}: {w}" for n, _, w in LEFT_ALONE]
)
def test_what_only_looks_like_trouble_is_left_alone(name: str, dialogue: str, why: str) -> None:
    assert quotes(name, dialogue) == [], why


def test_every_detector_of_trouble_says_which_false_alarms_it_raises() -> None:
    assert all(detector.false_alarms for detector in DETECTORS)


def test_trouble_told_without_punctuation_is_found() -> None:
    said = "C: hi ive been waiting three weeks and no one called me back im so fed up"
    assert {"been waiting", "no one called", "fed up"} <= set(quotes("distress", said))
