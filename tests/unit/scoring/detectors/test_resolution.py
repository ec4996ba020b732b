"""Detectors of how it ends: what they find, word by word, and what they must leave alone."""

import pytest
from builders import transcript

from qa_toolkit.scoring.detectors.detect import detect
from qa_toolkit.scoring.detectors.resolution import DETECTORS
from qa_toolkit.scoring.reading import Reading
from qa_toolkit.signals import measure

FOUND = [
    ("asks_solved", "A: Is there anything else I can do?", "anything else"),
    ("asks_solved", "A: Did that help?", "Did that help"),
    ("asks_solved", "A: Can you check if it works now?", "Can you check if it works"),
    ("next_step", "A: Please restart the router.", "Please restart"),
    ("next_step", "A: try turning it off", "try turning it"),
    ("next_step", "A: Follow the steps in the letter.", "Follow the steps"),
    ("explains", "A: It was late because of the snow.", "because"),
    ("explains", "A: The offer is only available in spring.", "is only available"),
    ("explains", "A: It can take up to 5 days.", "up to 5 days"),
    ("explains", "A: Yes, you can.", "Yes, you can"),
    ("states", "A: Your parcel is in the depot.", "Your parcel is"),
    ("states", "A: We do accept coins.", "We do accept"),
    ("feedback_form", "A: Please share your feedback online.", "share your feedback"),
    ("feedback_form", "A: You can vote for the idea.", "vote for the idea"),
    ("no_way_on", "A: Fingers crossed!", "Fingers crossed"),
    ("no_way_on", "A: We don't have any news.", "We don't have any news"),
    ("inactivity_close", "A: I haven't heard from you.", "haven't heard from you"),
    ("inactivity_close", "A: This chat was closed due to inactivity.", "due to inactivity"),
    ("inactivity_close", "A: Are you still there?", "Are you still there"),
    ("confirms_solved", "C: it works now", "it works"),
    ("confirms_solved", "C: The problem is solved, thank you", "problem is solved"),
    ("confirms_solved", "C: That did the trick!", "That did the trick"),
    ("confirms_solved", "C: Thanks for explaining", "Thanks for explaining"),
    ("nothing_else", "C: No, that was all.", "No, that was"),
    ("nothing_else", "C: nope thanks", "nope thanks"),
    ("customer_thanks", "C: Cheers!", "Cheers"),
    ("customer_thanks", "C: ok that's fine", "that's fine"),
    ("still_broken", "C: It is still not working.", "still not"),
    ("still_broken", "C: same error", "same error"),
    ("still_broken", "C: I already tried that.", "already tried that"),
    ("still_broken", "C: are you there", "are you there"),
    ("asks_information", "C: How do I change the size?", "How do I"),
    ("asks_information", "C: Is there a fee for that?", "Is there a fee"),
    ("reports_fault", "C: The app keeps crashing.", "keeps crashing"),
    ("reports_fault", "C: I can't log in", "can't log in"),
]

LEFT_ALONE = [
    ("asks_solved", "C: Did that help?", "the customer's words"),
    ("next_step", "A: You don't need to try restarting.", "negated"),
    ("explains", "A: I'll tell you as soon as it is available.", "still to come"),
    ("states", "A: This is frustrating, I understand.", "courtesy"),
    ("states", "A: Is this the number?", "a question"),
    ("feedback_form", "A: Thanks for sharing your idea.", "thanks for it"),
    ("feedback_form", "A: I'd like to share your feedback with the crew.", "taken on"),
    ("inactivity_close", "A: The others have not heard the noise.", "another hearing"),
    ("confirms_solved", "C: It still isn't fixed.", "the contrary"),
    ("confirms_solved", "C: When will it be fixed?", "a question"),
    ("confirms_solved", "C: It worked until yesterday.", "the past"),
    ("confirms_solved", "C: I need this fixed.", "a wish"),
    ("confirms_solved", "A: It works now.", "the agent's words"),
    ("confirms_solved", "C: You said “it works now” last week.", "somebody else's words"),
    ("nothing_else", "C: That's all very well but it won't start.", "a complaint"),
    ("customer_thanks", "C: Thanks for nothing.", "sarcasm"),
    ("customer_thanks", "C: Thanks in advance.", "a request"),
    ("customer_thanks", "C: Please send it, thanks.", "a request"),
    ("still_broken", "C: Are you still open on Sunday?", "a question"),
    ("asks_information", "C: How do I fix this?", "a call for help"),
    ("reports_fault", "A: The app keeps crashing.", "the agent's words"),
    ("confirms_solved", "C: It's resolved I guess not", "taken back"),
    ("confirms_solved", "C: It's fixed, or so you say.", "doubted"),
    ("confirms_solved", "C: Hopefully it's fixed by then.", "a hope"),
    ("customer_thanks", "C: I'd be grateful if you called.", "a request, politely"),
    ("still_broken", "C: You have not been useless.", "praise"),
    ("reports_fault", "C: I have no problem with it.", "content"),
    ("reports_fault", "C: Nothing is broken.", "no fault"),
    ("reports_fault", "C: I can't find any fault.", "praise"),
]


def quotes(name: str, dialogue: str) -> list[str]:
    words = transcript(dialogue)
    spans = detect(Reading(transcript=words, signals=measure(words))).get(name, ())
    return [words.turns[span.turn].text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(("name", "said", "quote"), FOUND, ids=[f"{n}: {q}" for n, _, q in FOUND])
def test_the_words_of_endings_are_found_with_their_place(name: str, said: str, quote: str) -> None:
    assert quote in quotes(name, said)


@pytest.mark.parametrize(
    ("name", "dialogue", "why"), LEFT_ALONE, ids=[f"{n}: {w}" for n, _, w in LEFT_ALONE]
)
def test_what_only_looks_like_an_ending_is_left_alone(name: str, dialogue: str, why: str) -> None:
    assert quotes(name, dialogue) == [], why


def test_every_detector_says_which_false_alarms_it_raises() -> None:
    assert all(detector.false_alarms for detector in DETECTORS)
