"""Detectors of empathy: what they find, word by word, and what they must leave alone."""

import pytest
from builders import transcript

from qa_toolkit.scoring.detectors.detect import detect
from qa_toolkit.scoring.detectors.empathy import DETECTORS
from qa_toolkit.scoring.models import contributions, predict, shipped
from qa_toolkit.scoring.reading import Reading
from qa_toolkit.signals import measure

FOUND = [
    ("sorry", "Sorry about that.", "Sorry"),
    ("sorry", "im so sorry", "sorry"),
    ("sorry", "oh no im so sorry to hear that", "sorry"),
    ("sorry", "Please accept our apologies.", "apologies"),
    ("sorry_for", "I'm sorry you're still without heating.", "sorry you're"),
    ("sorry_for", "sorry for the long wait", "sorry for the long wait"),
    ("sorry_for", "I'm sad to hear the vase arrived in pieces.", "sad to hear the"),
    ("sorry_for", "Sorry this happened again.", "Sorry this happened"),
    ("condolence", "I am so sorry for your loss.", "sorry for your loss"),
    ("condolence", "Our hearts go out to your family.", "Our hearts go out"),
    ("condolence", "I'm sorry you're going through this.", "sorry you're going through"),
    ("acknowledgement", "I completely understand.", "I completely understand"),
    ("acknowledgement", "We hear you.", "We hear you"),
    ("acknowledgement", "Thanks for bringing this to us.", "Thanks for bringing"),
    ("acknowledgement", "Nobody wants to wait twice.", "Nobody wants to"),
    ("validation", "I understand how frustrating this is.", "understand how frustrating"),
    ("validation", "that must be really upsetting for you", "must be really upsetting"),
    ("validation", "You have every right to be cross.", "You have every right"),
    ("validation", "This should never have happened.", "should never have happened"),
    ("validation", "It's okay to cry.", "okay to cry"),
    ("sympathy", "You poor thing!", "poor thing"),
    ("sympathy", "I feel for you.", "feel for you"),
    ("sympathy", "That really sucks.", "That really sucks"),
    ("oh_dear", "Oh no! Which one broke?", "Oh no"),
    ("reassurance", "Please don't worry.", "Please don't worry"),
    ("reassurance", "None of this is lost, it'll be fine.", "it'll be fine"),
    ("reassurance", "We'll get this sorted.", "We'll get this sorted"),
    ("reassurance", "I want to make sure you are home by then.", "want to make sure you"),
    ("willing", "Happy to help!", "Happy to help"),
    ("willing", "let me see what I can do", "let me see"),
    ("well_wish", "Good luck with the exam.", "Good luck"),
    ("well_wish", "I hope you feel better soon.", "feel better"),
    ("well_wish", "Bless you both.", "Bless you"),
    ("well_wish", "i hope she has a lovely party", "hope she has"),
    ("take_care", "Look after yourself.", "Look after yourself"),
    ("take_care", "please be safe out there", "be safe"),
    ("encouragement", "Hang in there!", "Hang in there"),
    ("encouragement", "Don't give up.", "Don't give up"),
    ("glad_for", "I'm so happy for you.", "happy for you"),
    ("stands_by", "You are not alone.", "You are not alone"),
    ("stands_by", "We're here for you.", "We're here for"),
    ("stands_by", "I'm here if you want to talk.", "I'm here if"),
    ("been_there", "I know how that feels.", "know how that feels"),
    ("been_there", "We've all been there.", "We've all been there"),
    ("affection", "Sending a big hug.", "big hug"),
    ("affection", "Get home safe ❤️", "❤️"),
    ("concern", "Are you okay?", "Are you okay"),
    ("concern", "I'm worried about you.", "worried about you"),
    ("remorse", "My mistake, I read the wrong line.", "My mistake"),
    ("remorse", "Please forgive me.", "forgive me"),
    ("remorse", "I feel terrible about it.", "feel terrible"),
    ("asks_problem", "What happened then?", "What happened"),
    ("asks_problem", "tell me a bit more about the noise", "tell me a bit more"),
    ("dismissal", "Calm down.", "Calm down"),
    ("dismissal", "You'll just have to wait.", "You'll just have to"),
    ("dismissal", "It's not such a big deal.", "It's not such a big deal"),
    ("mockery", "lol, nice story", "lol"),
    ("insult", "You're just being ridiculous.", "You're just being ridiculous"),
    ("sorry", "I cannot tell you how sorry I am.", "sorry"),
]

LEFT_ALONE = [
    ("sorry", "C: Sorry to bother you.", "the customer's words"),
    ("sorry", "A: I'm not sorry.", "negated"),
    ("sorry", "A: You said sorry already.", "reported"),
    ("sorry", "A: No need to apologise.", "comforts"),
    ("sorry", "A: Sorry, could you repeat the number?", "a request to repeat"),
    ("sorry_for", "A: Sorry you feel that way.", "blames the feeling"),
    ("sorry_for", "A: Sorry for the late reply.", "the agent's own delay"),
    ("sorry_for", "A: Sorry about that.", "names nothing"),
    ("acknowledgement", "A: I don't really understand.", "negated"),
    ("acknowledgement", "A: That helps me better understand your concern.", "wants to know more"),
    ("acknowledgement", "C: I understand.", "the customer's words"),
    ("validation", "A: We're disappointed with the supplier.", "the agent's feeling"),
    ("sympathy", "A: I don't feel sorry for them.", "negated"),
    ("reassurance", "A: Please make sure your router is on.", "an instruction"),
    ("reassurance", "A: I'll get back to you.", "a promise"),
    ("willing", "A: Send the form so we can help further.", "procedure"),
    ("willing", "A: Open a ticket and we will assist.", "procedure"),
    ("willing", "A: Follow the steps here to get a label.", "a place, no readiness"),
    ("well_wish", "A: I hope you understand.", "leads to a refusal"),
    ("well_wish", "A: Have a nice day!", "courtesy"),
    ("well_wish", "A: We will take care of the refund.", "work, no wish"),
    ("take_care", "A: Take care of the form first.", "work"),
    ("encouragement", "A: You can do this by holding the key.", "an instruction"),
    ("encouragement", "A: You can recover your account.", "an instruction"),
    ("glad_for", "A: Glad to help!", "readiness"),
    ("stands_by", "A: You're not using the latest version.", "another 'you're not'"),
    ("been_there", "A: Let us know what you would like.", "another 'know'"),
    ("concern", "A: How are you doing today?", "a greeting"),
    ("concern", "A: Hope you're doing well!", "a greeting"),
    ("remorse", "A: We regret to inform you that it is sold out.", "news"),
    ("remorse", "A: That's not our fault.", "disowned"),
    ("asks_problem", "A: What is your account number?", "about an account"),
    ("dismissal", "A: If so, what is the number?", "another 'so what'"),
    ("insult", "C: You are useless.", "the customer's words"),
    ("sorry", "A: You should be sorry.", "a rebuke"),
    ("sorry_for", "A: I do not apologise for the rules.", "refused"),
    ("reassurance", "A: I do not apologise.", "refused"),
    ("validation", "A: I don't understand why you are upset.", "does not understand"),
    ("willing", "A: We would be happy to help if we could.", "a refusal"),
    ("well_wish", "A: I hope you're happy now.", "spite"),
    ("remorse", "A: I regret nothing.", "no regret"),
]

TROUBLE = "C: I've been waiting three weeks for my fridge and nobody answers."
WARM = (
    "A: I'm so sorry you have waited three weeks for the fridge, that must be maddening. "
    "I've booked the van for Friday.\nC: OK\nA: You're welcome, we're here if anything goes wrong."
)
STOCK = "A: Sorry about that. Please send your order number.\nC: 17\nA: It comes on Friday."
COLD = "A: Please send your order number.\nC: 17\nA: It comes on Friday."
HARSH = "A: Calm down. You'll just have to wait.\nC: What?\nA: It's not a big deal."


def quotes(name: str, dialogue: str) -> list[str]:
    words = transcript(dialogue)
    spans = detect(Reading(transcript=words, signals=measure(words))).get(name, ())
    return [words.turns[span.turn].text[span.start : span.end] for span in spans]


def probability(dialogue: str) -> float:
    words = transcript(dialogue)
    said = predict(shipped("empathy-en"), Reading(transcript=words, signals=measure(words)))
    assert said
    return said.probability


@pytest.mark.parametrize(("name", "said", "quote"), FOUND, ids=[f"{n}: {q}" for n, _, q in FOUND])
def test_words_of_care_are_found_with_their_place(name: str, said: str, quote: str) -> None:
    assert quote in quotes(name, f"C: Hello\nA: {said}")


@pytest.mark.parametrize(
    ("name", "dialogue", "why"), LEFT_ALONE, ids=[f"{n}: {w}" for n, _, w in LEFT_ALONE]
)
def test_what_only_looks_like_care_is_left_alone(name: str, dialogue: str, why: str) -> None:
    assert quotes(name, dialogue) == [], why


def test_every_detector_of_empathy_says_which_false_alarms_it_raises() -> None:
    assert all(detector.false_alarms for detector in DETECTORS)


def test_the_customers_own_fact_beats_a_stock_phrase_and_that_beats_silence() -> None:
    warm, stock, cold, harsh = (
        probability(f"{TROUBLE}\n{answer}") for answer in (WARM, STOCK, COLD, HARSH)
    )
    assert warm > stock > cold > harsh


def test_a_comment_that_answers_nobody_is_judged_by_its_words() -> None:
    kind = probability("A: Sending hugs, I hope you feel better soon.")
    assert kind > probability("A: The match starts at nine.") > probability("A: lol, you idiot")


def test_every_weight_has_the_sign_of_its_detector() -> None:
    model = shipped("empathy-en")
    against = {detector.name for detector in DETECTORS if detector.polarity < 0}
    assert {name for name, weight in model.weights.items() if weight < 0} <= against


def test_what_speaks_for_a_warm_answer_can_be_quoted() -> None:
    words = transcript(f"{TROUBLE}\n{WARM}")
    reading = Reading(transcript=words, signals=measure(words))
    strongest = contributions(shipped("empathy-en"), reading, detect(reading))[0]
    assert strongest.amount > 0
    assert strongest.spans
