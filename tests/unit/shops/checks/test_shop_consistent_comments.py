"""Comments as people write them, beside the answers they belong to: and what contradicts them."""

import pytest
import shop_check_examples as examples

from qa_toolkit.shops.checks.behaviours import act_asked_for
from qa_toolkit.shops.checks.clauses import Says
from qa_toolkit.shops.checks.readings import elsewhere, on_question

QUESTIONS = {
    "greet": "Does anybody greet you within two minutes?",
    "badge": "Does the member of staff wear a name badge?",
    "rep": "Does the member of staff repeat what you need in their own words?",
    "age": "Are you asked for proof of age before an item that needs it is handed over?",
    "sec": "Is a second item offered that goes with the first?",
    "price": "Is the price at the till the one on the shelf?",
    "rec": "Are you handed a receipt?",
    "bye": "Does the member of staff say goodbye?",
    "ref": "Are you given a number or a name to come back to?",
    "els": "Are you asked whether there is anything else before the goodbye?",
    "hold": "Does the agent say so before the line goes quiet?",
    "open": "Is the shop open at the time shown on the door?",
    "stay": "Does the agent stay with you, without a silence of more than 20 seconds?",
    "ident": "Does the agent check who is calling before anything of the order is told?",
}
CONSISTENT = (
    ("greet", "yes", "Hello from the lad stacking shelves, 40 seconds in."),
    ("greet", "no", "Had to say hello first, he then nodded."),
    ("greet", "no", "A lady looked at me and carried on with her phone call."),
    ("greet", "no", "First contact was at four minutes when I asked for help."),
    ("greet", "yes", "Not from the till, but the man at the door said hi."),
    ("greet", "no", "The only hello came from the security guard."),
    ("greet", "no", '"Hello" was said to the couple before me, not to me.'),
    ("badge", "no", "She wore a lanyard but the card was turned round."),
    ("badge", "no", "Name badge was lying next to the till."),
    ("badge", "yes", "Small badge, could hardly be read, on the left."),
    ("badge", "no", "T-shirt with the logo, nothing else."),
    ("badge", "yes", "Yes - silver, first name only."),
    ("rep", "no", "He repeated the price limit and nothing more."),
    ("rep", "no", 'She just said "right" and walked off.'),
    ("rep", "yes", '"Something for a small kitchen, then."'),
    ("rep", "no", "Asked me to repeat it because he was not listening."),
    ("rep", "no", "I had to repeat myself twice."),
    ("age", "no", "She looked at me and scanned it, no questions."),
    ("age", "yes", "Wanted my licence, checked the date with a finger on it."),
    ("age", "no", "I had my ID ready but it was not asked for."),
    ("age", "no", "He asked the girl in front of me for ID but not me."),
    ("age", "yes", "Only after the till had beeped."),
    ("age", "no", "Asked if I was over 18, I said yes, no proof wanted."),
    ("sec", "no", "She offered me a bag for 20p."),
    ("sec", "no", "He suggested looking at the website."),
    ("sec", "yes", "A cloth for the pan, 3.50."),
    ("sec", "no", "I asked what goes with it and he named a spoon."),
    ("sec", "no", "She offered to order it in another colour."),
    ("sec", "no", "Offered a loyalty card only."),
    ("price", "yes", "No difference."),
    ("price", "no", "Rang up 2 euros dearer than the shelf."),
    ("price", "yes", "It was more expensive than I had planned but as labelled."),
    ("price", "no", "No. Shelf 12.99, till 13.99."),
    ("rec", "no", "Receipt stayed in the printer."),
    ("rec", "no", "He asked if I needed it and when I said yes the printer was out of paper."),
    ("rec", "yes", "Had to ask, then got it."),
    ("rec", "no", "Only a card slip was given to me."),
    ("rec", "no", "E-mail receipt was promised, none came."),
    ("rec", "yes", "Not on paper, it was e-mailed to me."),
    ("bye", "no", "I said bye, he grunted."),
    ("bye", "no", '"Next!"'),
    ("bye", "no", "She wished the man in front of me a nice day, nothing to me."),
    ("bye", "yes", "A quick bye over the shoulder."),
    ("bye", "no", "Turned away to talk with her colleague about goodbye drinks."),
    ("ref", "no", "She read my order number back, no case number."),
    ("ref", "yes", "No number, but a name: ask for Rob."),
    ("ref", "no", "He took my number to call me back."),
    ("ref", "no", "I gave my number, I got none."),
    ("ref", "no", "Told to quote the order number I already had."),
    ("ref", "no", "They have my number, she said."),
    ("els", "no", "He asked nothing else."),
    (
        "els",
        "no",
        '"Anything else?" came in the middle of the call, before the search, not at the end.',
    ),
    ("els", "yes", "Asked twice."),
    ("els", "no", "I asked if there was anything else they could do."),
    ("els", "no", "She asked something else about the address, then hung up."),
    ("els", "no", "He asked if I had anything else to add to the complaint."),
    ("hold", "no", "He asked me to wait only after the silence."),
    ("hold", "yes", '"Bear with me a second."'),
    ("hold", "yes", 'With no long explanation, just "one moment".'),
    ("hold", "no", "It went quiet with no warning at all."),
    ("open", "yes", "Opened on the dot, the till was closed until five past."),
    ("open", "no", "Door unlocked at 10:07."),
    ("open", "yes", "The second entrance was closed, the main one was not."),
    ("ident", "yes", "No order talk until I had given the postcode."),
    ("ident", "no", "No, straight into the tracking."),
    ("stay", "yes", "Never silent, music played while I waited."),
)
CONTRADICTING = (
    ("greet", "no", "The girl at the till said hello as I came in."),
    ("greet", "no", "I was welcomed by a man with a beard."),
    ("greet", "yes", "No greeting, no look, nothing."),
    ("greet", "yes", "Not greeted. I went straight to the shelf."),
    ("greet", "no", '"Hiya!" from the till'),
    ("badge", "yes", "He had no name badge on."),
    ("badge", "no", "Yes, it said Tess."),
    ("badge", "yes", "No badge, plain black shirt."),
    ("badge", "no", "She was wearing a name tag."),
    ("rep", "yes", "He did not repeat anything of what I said."),
    ("rep", "no", "He summed it up as a small gift."),
    ("rep", "no", "He repeated everything I had told him."),
    ("age", "yes", "They never asked for my ID."),
    ("age", "no", "The cashier asked to see my passport."),
    ("age", "yes", "No proof of age was asked for."),
    ("age", "no", "He asked how old I was and for my licence."),
    ("sec", "no", "She recommended a corkscrew to go with it."),
    ("sec", "yes", "Nothing else was offered."),
    ("sec", "no", "Yes, a tea towel."),
    ("price", "yes", "The price at the till was 2 euros higher."),
    ("price", "no", "The price matched the label."),
    ("price", "yes", "I was overcharged by a euro."),
    ("rec", "yes", "No receipt was given."),
    ("rec", "no", "She handed me the receipt with my change."),
    ("rec", "yes", "I didn't get one."),
    ("rec", "no", "It was in the bag."),
    ("bye", "yes", "No goodbye at all."),
    ("bye", "no", "He said cheers, bye and waved."),
    ("bye", "yes", "She did not say goodbye."),
    ("bye", "no", "Wished me a good weekend."),
    ("els", "yes", "He didn't ask if I needed anything else."),
    ("els", "no", "Before we hung up she asked whether she could help with anything else."),
    ("els", "yes", "No, she hung up at once."),
    ("ref", "no", "I was given a case number of six digits."),
    ("ref", "no", "He read out a reference."),
    ("open", "no", "The shop was open when I arrived."),
    ("hold", "yes", "No warning, the line just went dead."),
)
NEUTRAL = (
    "The cashier asked if I wanted a bag and I said no.",
    "He said he was sorry to keep me waiting and typed in the number.",
    "I was sent from the counter to a second desk on the left.",
    "A poor connection meant that I heard every second word.",
    "She had to fetch her manager to open the till.",
    "The agent asked whether I had tried switching it off and on.",
    "He offered me a seat and a glass of cold water.",
    "The floor was wet and a yellow sign stood on it.",
    "I pretended to look at the cards until somebody came over.",
    "She looked up, smiled and said she would be with me in a moment.",
    "The lady behind me was let through first.",
    "He weighed the parcel and read the price from the screen.",
    "She told me the line would be busy until noon.",
    "I felt in my pocket for the receipt.",
    "I thought of the next question while she typed.",
    "He gave me the good news that the lamp was on its way.",
    "The wine was on the top shelf, the sweet ones on the left.",
    "A child was crying and she came out from behind the desk to turn the music down.",
    "The kind of oven was the first thing he asked.",
    "I had to repeat my postcode twice.",
    "She asked what I liked to cook and what I wanted to spend.",
    "He wrote the number on a card and underlined it.",
    "No till was free so I waited behind a man with a trolley.",
    "The adviser said it should arrive by Friday.",
    "She apologised and said that they were short of staff.",
    "He said they really should have called me.",
    "I was told I would have to come back with a passport.",
    "The second agent had a strong accent and spoke slowly.",
    "She told me there was a great deal on pans this week.",
    "He recommended the blue one because it was lighter.",
    "She suggested the smaller one.",
    "I asked her what she would suggest.",
    "It is a nice lamp, he said, and handed it to me.",
    'The till displayed "thank you" and she did, too.',
    "He greeted the man behind me by his name.",
    "I got the feeling back in my hands by the heater.",
    "The bulb needs two screws, according to the label.",
    "The heater was on and it was warm in the shop.",
    "He looked like the man on the poster at the door.",
    "She sounded as if she had a cold.",
    "I could hear her typing and a colleague laughing.",
    "They asked everybody in the queue for their order number.",
    "The door was heavy and a customer held it open for me.",
    "I wish to add that the call was cut off once.",
    "I said that I was unhappy with the delay, as the brief asks.",
    "I asked politely for the manager's name.",
    "She was the only one on the floor.",
    "The line was bad and I asked her to speak up.",
    "He put the kettle on hold? No, he put me on hold.",
    "An older man with a rough voice, probably a smoker.",
    "Her name was Joy and she wore a green jumper.",
    "Grace took over from him after two minutes.",
    "She wished me happy holidays.",
    "He asked me to be patient.",
    "He thanked me for my patience and my understanding.",
    "I was asked to rate the call from very poor to very good.",
    'The poster said "Great prices".',
    "She used my first name three times.",
    "The song that was played on hold was Wonderful World.",
    "It was a quarter to six and the lights went off in the back.",
    "The staff must wear black, so it took me a while to find them.",
    "One of them was eating a sandwich.",
    "The queue should be on the left, a sign said.",
    "Nobody else was waiting.",
    "I expected a text, and it came at noon.",
    "He said the weather had held up the vans.",
)


def _read(question: str, comment: str) -> tuple[set[Says], set[Says]]:
    """What it says as the comment on the question, and as one elsewhere."""
    act = act_asked_for(QUESTIONS[question])
    there = set() if act is None else {said for said, _ in elsewhere(comment, act)}
    return {said for said, _ in on_question(comment, act)}, there


def _is(answer: str) -> Says:
    return Says.DONE if answer == "yes" else Says.NOT_DONE


@pytest.mark.parametrize(("question", "answer", "comment"), CONSISTENT)
def test_a_comment_that_fits_its_answer_is_left_alone(
    question: str, answer: str, comment: str
) -> None:
    for said in _read(question, comment):
        assert not said or _is(answer) in said


@pytest.mark.parametrize(("question", "answer", "comment"), CONTRADICTING)
def test_a_comment_that_says_the_opposite_is_told(question: str, answer: str, comment: str) -> None:
    said, _ = _read(question, comment)
    assert said == {_is(answer).opposite}


@pytest.mark.parametrize("comment", NEUTRAL)
def test_a_sentence_of_facts_is_left_alone(comment: str) -> None:
    told = examples.findings({"comments": {"help": comment}})
    assert [one for one in told if one.code != "M305"] == []
