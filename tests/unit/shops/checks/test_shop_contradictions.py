"""Answers beside comments: which contradictions are told, and what is left alone."""

import pytest
import shop_check_examples as examples

from qa_toolkit.shops.checks.behaviours import act_asked_for
from qa_toolkit.shops.checks.clauses import Says
from qa_toolkit.shops.checks.readings import elsewhere, on_question

GREET = "Are you greeted?"
NAME = "Does the person give a name?"
BADGE = "Does the member of staff wear a name badge?"
BYE = "Does the member of staff say goodbye?"
RECEIPT = "Are you handed a receipt?"
BLOCKED = "Is the card blocked?"
SECOND = "Is a second item offered that goes with the first?"
WITHIN = "Does anybody greet you within two minutes?"
ELSE = "Are you asked whether there is anything else before the goodbye?"
AGE = "Are you asked for proof of age before an item that needs it is handed over?"
NUMBER = "Are you given a number or a name to come back to?"
REPEAT = "Does the agent repeat in their own words what is missing?"
OPEN = "Is the shop open at the time shown on the door?"
PRICE = "Is the price at the till the one on the shelf?"


def _says(question: str, text: str) -> set[Says]:
    act = act_asked_for(question)
    return set() if act is None else {said for said, _ in elsewhere(text, act)}


def _says_in_its_comment(question: str, text: str) -> set[Says]:
    return {said for said, _ in on_question(text, act_asked_for(question))}


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (GREET, "She greeted me warmly."),
        (GREET, "I was greeted at the door."),
        (GREET, "A man in a blue shirt said good morning to me."),
        (WITHIN, "She greeted me and smiled."),
        (NAME, "He gave me his first name."),
        (NAME, "She introduced herself and asked how she could help."),
        (BADGE, "He wore a badge on the left."),
        (BYE, "She said goodbye and turned to the shelf."),
        (BYE, "He wished me a nice day."),
        (BYE, "He wished me a good evening."),
        (REPEAT, "He repeated what I had told him."),
        (RECEIPT, "I got a receipt in the bag."),
        (RECEIPT, "I was at the till and the cashier handed me a receipt."),
        (NUMBER, "I was given the number of the case."),
        (NUMBER, "When I asked, Dana gave me a number."),
        (RECEIPT, "She handed me the receipt without a word of it."),
        (BLOCKED, "She blocked the card at once."),
        (BLOCKED, "My card was blocked in a minute."),
        (ELSE, "He asked if there was anything else."),
        (AGE, "She asked me for my identity card."),
        (OPEN, "The shop was open and two lamps were on."),
        (GREET, "Nobody else was in the shop, and I was greeted at once."),
        (GREET, "I did not have to wait, she greeted me at the door."),
        (GREET, "She wasn't smiling when she greeted me."),
        (GREET, "Without looking up he said hello."),
        (NAME, "No surname, she gave her first name."),
        (RECEIPT, "I didn't need a bag, she handed me the receipt."),
        (BLOCKED, "There was no delay and the card was blocked."),
        (BYE, "He called bye after me."),
        (BADGE, "Her badge read Orla."),
        (ELSE, "She checked if I needed anything more."),
        (ELSE, "She asked whether that was everything."),
        (AGE, "My driving licence was checked at the shelf."),
        (AGE, "She ID'd me at the till."),
        (RECEIPT, "She put the receipt in my bag."),
        (REPEAT, "She put what I wanted into one sentence."),
        (SECOND, "A tea towel was offered to go with it."),
        (PRICE, "The prices matched."),
    ],
)
def test_what_was_done_is_read(question: str, text: str) -> None:
    assert _says(question, text) == {Says.DONE}


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (GREET, "Nobody greeted me."),
        (GREET, "No one at the desk greeted me."),
        (GREET, "She did not greet me."),
        (GREET, "I was never greeted."),
        (GREET, "There was no greeting."),
        (GREET, "He began without a greeting."),
        (NAME, "She gave no name."),
        (NAME, "He didn’t give me his name."),
        (BADGE, "She had no badge."),
        (BADGE, "There was no badge to be seen."),
        (BYE, "He didn't say goodbye."),
        (RECEIPT, "She did not hand me a receipt."),
        (BLOCKED, "The card was not blocked."),
        (ELSE, "I was not asked whether there was anything else."),
        (AGE, "Nobody asked me for proof of age."),
        (OPEN, "The shop was not open."),
        (GREET, "She did not look at me, and she did not greet me."),
        (GREET, "The shop was full, and nobody greeted me."),
        (RECEIPT, "She smiled and did not hand me a receipt."),
        (GREET, "Nobody said a word to me."),
        (GREET, "They ignored me."),
        (BADGE, "I couldn't see a badge."),
        (BADGE, "No name tag anywhere that I could see."),
        (RECEIPT, "I didnt get a receipt."),
        (OPEN, "The doors were locked when I came."),
        (OPEN, "The shutters were still down."),
        (AGE, "Nobody checked my ID."),
        (REPEAT, "There was no summary."),
        (SECOND, "Nothing else was suggested."),
        (PRICE, "I was charged more than that."),
        (REPEAT, "She never named it and repeated nothing of it."),
    ],
)
def test_what_was_not_done_is_read(question: str, text: str) -> None:
    assert _says(question, text) == {Says.NOT_DONE}


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (GREET, "I greeted her and went on."),
        (GREET, "I went to the desk and greeted her."),
        (REPEAT, "He read the order number back and named neither lamp nor day."),
        (NUMBER, "I searched for the e-mail and read the number out."),
        (GREET, "Another customer greeted me."),
        (GREET, "Nobody greeted me until I spoke."),
        (GREET, "She should have greeted me."),
        (GREET, 'The sign said "greeted by robots".'),
        (GREET, "Not one of them did not greet me."),
        (WITHIN, "He greeted me after four minutes."),
        (NAME, "The name of the company was said."),
        (NAME, "He asked for my name."),
        (NAME, "I gave my name and the number."),
        (BADGE, "The badge lay on the desk."),
        (BLOCKED, "She said she would block the card later."),
        (BLOCKED, "The card lay in a drawer."),
        (PRICE, "The price on the shelf was 3.99, at the till it was 4.49."),
        (SECOND, "The second item lay beside the first."),
        (ELSE, "She said there was nothing else she could do."),
        (NUMBER, "I have a number of questions."),
        (OPEN, "The door was opened by a man."),
        (GREET, "She greeted a friend and not me."),
        (GREET, "A recorded voice said good morning."),
        (GREET, "He did not look up from the screen and greeted me."),
        (NAME, "He gave the name of the shop, not his own."),
        (REPEAT, "She repeated it wrongly."),
        (REPEAT, "She repeated my order number."),
        (RECEIPT, "I left before she gave me a receipt."),
        (NUMBER, "There was no case number, but the name was given to me."),
        (NUMBER, "I was not given a number."),
        (OPEN, "The side door was locked."),
        (SECOND, "The price was mentioned."),
        (GREET, "He said his name."),
        (GREET, "Nobody took my coat."),
        (AGE, "She had no idea of the price."),
        (BYE, "She said bygones were bygones."),
    ],
)
def test_what_is_unsure_says_nothing(question: str, text: str) -> None:
    assert _says(question, text) == set()


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        (RECEIPT, "Handed it over with the change.", {Says.DONE}),
        (RECEIPT, "Never got one.", {Says.NOT_DONE}),
        (RECEIPT, "She asked if I wanted one.", set()),
        (RECEIPT, "I had to ask before it was printed.", set()),
        (BADGE, "None worn that I could see.", {Says.NOT_DONE}),
        (BADGE, "Pinned on her cardigan.", {Says.DONE}),
        (BADGE, "The badge lay on the desk.", set()),
        (REPEAT, "No, just went on.", {Says.NOT_DONE}),
        (REPEAT, "Yes, in one sentence.", {Says.DONE}),
        (REPEAT, "No. 14 was what he repeated.", {Says.DONE}),
        (BYE, '"Have a good one, bye!" is what she called after me.', {Says.DONE}),
        (BYE, '"Bye", I said.', set()),
        (BYE, '"Next, please."', set()),
        (GREET, "“Morning!” from behind the counter", {Says.DONE}),
        (ELSE, '"Is that everything?"', {Says.DONE}),
        (WITHIN, '"Hello" after four minutes', set()),
        ("Is the moon full?", "No, it was not.", {Says.NOT_DONE}),
    ],
)
def test_the_comment_on_a_question_need_not_name_it_again(
    question: str, text: str, said: set[Says]
) -> None:
    assert _says_in_its_comment(question, text) == said


@pytest.mark.parametrize(
    ("answers", "comments", "told"),
    [
        ({"welcome.greeted": "no"}, {"welcome.greeted": "She greeted me warmly."}, True),
        ({"welcome.greeted": "yes"}, {"welcome": "Nobody greeted me at all."}, True),
        ({"help.blocked": "no"}, {"help.blocked": "He blocked the card at once."}, True),
        ({"help.blocked": "yes"}, {"help": "The card was not blocked when I hung up."}, True),
        (
            {"welcome.greeted": "yes"},
            {"welcome": "The first did not greet me, but the second greeted me."},
            False,
        ),
        (
            {"welcome.greeted": "yes"},
            {"welcome": "Nobody greeted me. Then she greeted me with my name."},
            False,
        ),
        ({"welcome.greeted": "na"}, {"welcome": "Nobody greeted me at all."}, False),
    ],
)
def test_a_contradiction_is_told_only_where_nothing_agrees(
    answers: dict[str, str], comments: dict[str, str], *, told: bool
) -> None:
    story = "I called at nine. Dana asked for two numbers and read the new one to me, all of it."
    codes = examples.codes(
        answers=answers, comments={"help": "Two numbers were read out."} | comments, narrative=story
    )
    assert ("M201" in codes) is told


def test_both_words_are_shown() -> None:
    (found,) = (
        one
        for one in examples.findings(
            {
                "answers": {"welcome.greeted": "no", "welcome.name": None},
                "comments": {"welcome.greeted": "She greeted me warmly."},
            }
        )
        if one.code == "M201"
    )
    assert "'no' to 'Are you greeted?'" in found.message
    assert "'She greeted me warmly'" in found.message


def test_other_languages_are_left_alone() -> None:
    comments = {"welcome.greeted": "She greeted me warmly."}
    codes = examples.codes(
        scenario={"language": "de"}, answers={"welcome.greeted": "no"}, comments=comments
    )
    assert "M201" not in codes
