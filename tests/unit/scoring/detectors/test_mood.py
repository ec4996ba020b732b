"""Detectors of the customer's mood, and what the model of it makes of words VADER misreads."""

import pytest
from builders import transcript

from qa_toolkit.scoring.detectors.detect import detect
from qa_toolkit.scoring.detectors.mood import DETECTORS
from qa_toolkit.scoring.models import predict, shipped
from qa_toolkit.scoring.reading import Reading
from qa_toolkit.signals import measure

FOUND = [
    ("delight", "This is amazing!", "amazing"),
    ("delight", "can't wait to see it", "can't wait"),
    ("delight", "thank you \u2764\ufe0f", "\u2764\ufe0f"),
    ("contentment", "That was really helpful.", "helpful"),
    ("contentment", "no problem at all", "no problem"),
    ("amusement", "Haha, that made me laugh.", "made me laugh"),
    ("hopeful", "Fingers crossed it comes.", "Fingers crossed"),
    ("anger", "This is absolutely pathetic.", "pathetic"),
    ("anger", "FED UP with this", "FED UP"),
    ("sadness", "It breaks my heart.", "breaks my heart"),
    ("fear", "I am worried about my card.", "worried"),
    ("disappointment", "I expected better.", "expected better"),
    ("disappointment", "I feel let down", "let down"),
    ("negation", "Nobody has my parcel.", "Nobody"),
    ("negation", "it doesnt ring", "doesnt"),
    ("disagreement", "Why would you charge me for that?", "Why would"),
    ("exasperation", "It stops every time I call.", "every time"),
    ("exasperation", "I have been waiting for two weeks.", "waiting for two"),
    ("misunderstood", "That's not what I asked.", "not what I asked"),
    ("misunderstood", "are you there", "are you there"),
    ("misunderstood", "I already told you my number.", "I already told you"),
    ("calm_request", "How do I change my password?", "How do I"),
    ("calm_request", "is there a way to pay by card", "is there a way"),
]

LEFT_ALONE = [
    ("delight", "A: This is amazing!", "the agent's"),
    ("delight", "C: The best way to reach me is email.", "no praise"),
    ("delight", 'C: The advert says "five stars".', "quoted"),
    ("delight", "C: Fantastic, another day without a phone: fantastic another day.", "irony"),
    ("contentment", "C: It would be great if you called.", "a wish"),
    ("contentment", "C: I am not happy.", "negated"),
    ("amusement", "C: This is not funny.", "negated"),
    ("hopeful", "C: I was hoping for more.", "past"),
    ("anger", "C: How do I fix this?", "a question"),
    ("sadness", "C: Those are happy tears.", "joy"),
    ("fear", "C: I'm not worried.", "negated"),
    ("disappointment", "C: It is not bad.", "faint praise"),
    ("negation", "C: No problem.", "content"),
    ("negation", "C: don't worry", "kind"),
    ("disagreement", "C: Why don't we try it?", "a suggestion"),
    ("exasperation", "C: I love it, I use it every time.", "praise"),
    ("misunderstood", "C: As I said, it worked, thank you.", "thanks"),
    ("calm_request", "C: Can you actually read?", "a reproach"),
    ("negation", "C: I couldn't ask for more.", "the highest praise"),
    ("anger", "C: I hate to bother you.", "polite"),
    ("anger", "C: She is annoyed with her bank.", "somebody else's"),
    ("sadness", "C: I cried with laughter.", "mirth"),
    ("disappointment", "C: I'm not disappointed.", "denied"),
    ("disappointment", "C: I don't mean to complain.", "a polite lead-in"),
    ("exasperation", "C: It wasn't a waste of time.", "worth it"),
]  # fmt: skip


def reading(dialogue: str) -> Reading:
    """The reading of a dialogue, with its signals."""
    said = transcript(dialogue)
    return Reading(transcript=said, signals=measure(said))


def contented(dialogue: str) -> float:
    """The probability of a contented customer."""
    predicted = predict(shipped("customer-sentiment-en"), reading(dialogue))
    assert predicted is not None
    return predicted.probability


@pytest.mark.parametrize(("detector", "text", "quote"), FOUND, ids=[row[1] for row in FOUND])
def test_a_mood_is_found_where_it_is_said(detector: str, text: str, quote: str) -> None:
    spans = detect(reading(f"C: {text}")).get(detector, ())
    assert quote in [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("detector", "dialogue", "because"), LEFT_ALONE, ids=[row[1] for row in LEFT_ALONE]
)
def test_what_only_looks_like_a_mood_is_left_alone(
    detector: str, dialogue: str, because: str
) -> None:
    assert detector not in detect(reading(dialogue)), because


@pytest.mark.parametrize(
    "complaint",
    [
        "I've been waiting three weeks and nobody called me back.",
        "This is the third time I am calling about the same issue.",
        "I have a problem with my refund.",
        "I want to cancel my contract.",
        "It still doesn't work.",
        "You haven't answered my question.",
    ],
)
def test_a_complaint_in_plain_words_is_no_good_mood(complaint: str) -> None:
    """VADER gives the first two exactly 0."""
    assert contented(f"C: {complaint}") < 0.4


def test_ironical_praise_is_no_good_mood() -> None:
    """VADER: +0.29."""
    assert contented("C: Great, another week without internet. Fantastic service.") < 0.5


def test_faint_praise_is_less_than_praise() -> None:
    """VADER: +0.51 for the first."""
    assert contented("C: Not the worst experience.") < contented("C: A great experience.") - 0.1


@pytest.mark.parametrize("routine", ["Please hold.", "My order number is 4471."])
def test_routine_words_stay_near_the_middle(routine: str) -> None:
    """VADER: +0.32 for the first."""
    assert 0.4 < contented(f"C: {routine}") < 0.8


def test_no_problem_is_a_good_mood() -> None:
    assert contented("C: No problem") > 0.7


def test_a_good_end_softens_a_bad_start_and_the_bad_start_still_shows() -> None:
    bad = "C: This is ridiculous, my lamp still has not come!\nA: It comes tomorrow.\n"
    assert contented(bad) < contented(bad + "C: ok great, thank you") < contented("C: ok great")


def test_a_long_chat_that_stays_calm_is_no_bad_mood() -> None:
    asked = "C: Could you check the second lamp for me?\nA: Yes, it is on its way.\n"
    assert contented(asked * 10 + "C: That is all, thanks") > 0.6


def test_one_bitter_turn_shows_in_a_long_calm_chat() -> None:
    asked = "C: And the second lamp?\nA: It is on its way.\n"
    bitter = "C: You are useless, I want to speak to your manager.\n"
    assert contented(asked * 5 + bitter + asked * 5) < contented(asked * 10) - 0.3


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)
def test_every_detector_of_moods_says_what_reading_its_finds_showed(detector: object) -> None:
    assert getattr(detector, "false_alarms", "")
