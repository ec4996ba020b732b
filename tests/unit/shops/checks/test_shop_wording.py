"""Words of comments and stories: opinions, remedies, what is out of the team's hands, spelling."""

import pytest
import shop_check_examples as examples

from qa_toolkit.shops.checks.m303_out_of_control import CHECK as OUT_OF_CONTROL


def _codes(comment: str, **more: object) -> list[str]:
    found = examples.codes(comments={"help": comment}, **more)
    return [code for code in found if code.startswith("M3")]


@pytest.mark.parametrize(
    "comment",
    [
        "She was nice to me all along.",
        "He spoke rudely to the man before me.",
        "Unfortunately the card was not found.",
        "I think he was tired that day.",
        "It was very good service at the desk.",
        "She seemed bored by it all.",
        "He was pushy about a second card.",
        "Unfortunately Dana Fox was away.",
        "He could not have cared less.",
        "She had a nice day behind her, and was nice to me.",
        "He was not the friendliest.",
        "She was really patient with me.",
        "He came across as tired.",
        "It was a waste of time.",
        "He acted like I was in his way.",
        "I said that I had time, and she was rude.",
        "He told me the price in a rude way.",
        "She said hello and was very nice.",
        "It was clearly not what he wanted to do.",
        "She made me feel like a thief.",
        "VERY RUDE all along, that one.",
    ],
)
def test_an_opinion_is_told(comment: str) -> None:
    assert _codes(comment) == ["M301"]


@pytest.mark.parametrize(
    "comment",
    [
        'She said: "Unfortunately I cannot do that."',
        "She said ‘that’s a lovely name’ and typed it.",
        "He asked what kind of card it was.",
        "She said good morning in a low voice.",
        "The music was audible over her words.",
        "He pointed to the shelf and went on with his call.",
        "He wished me a nice day and a lovely rest of the week.",
        "She asked which one I liked and what I thought of paying.",
        "She read out the terms of the Great Northern Card.",
        "She told me that it was a lovely lamp.",
        "That is annoying for you, she answered.",
        "She asked if I was happy with it.",
        "He blocked the card, and Joy Sweet took the number.",
        "What kind of card it was, he wanted to know.",
        "There was no interest on the card for a month.",
        "He told a patient to wait and rushed to the door.",
        "She was happy to help, in her words.",
        "It came across the counter in two parts.",
    ],
)
def test_facts_and_quotes_are_left_alone(comment: str) -> None:
    assert _codes(comment) == []


def test_a_question_of_opinion_may_be_answered_with_one() -> None:
    answers = {"help.opinion": "Yes: she was nice and it was a great line."}
    assert "M301" not in examples.codes(answers=answers)


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("They should put up a second desk.", True),
        ("The staff need to be trained in this.", True),
        ("I would suggest a shorter menu.", True),
        ("There is room for improvement at the door.", True),
        ("A second desk ought to be opened at noon.", True),
        ("It would help to have a second desk.", True),
        ("She asked if it would help to speak up.", False),
        ("She said they should call me again.", False),
        ("He told me I should keep the card.", False),
        ("I suggested Friday and she took it.", False),
        ("I had to press four keys.", False),
        ("They have to close at six, a sign said.", False),
        ("The staff must have been in the back.", False),
        ("The form needs no improvement.", False),
        ("Somebody needs to change the bulbs.", True),
        ("A second till would have helped.", True),
        ("Agents should be given a script.", True),
        ("Management might want to think about a sign.", True),
        ("It would be a good idea to have a bell.", True),
        ("She could have offered to call me.", True),
        ("Staff must be told to look up.", True),
        ("He suggested I should knock next door.", False),
        ("She could have been the manager.", False),
        ("The agent needed two minutes.", False),
    ],
)
def test_remedies_are_told_and_reported_words_are_not(comment: str, *, told: bool) -> None:
    assert ("M302" in _codes(comment)) is told


def test_the_weather_is_only_an_info() -> None:
    assert _codes("It rained and there was no parking.") == ["M303"]
    assert OUT_OF_CONTROL.severity == "info"


@pytest.mark.parametrize(
    "comment",
    [
        "It was pouring outside.",
        "I found nowhere to park.",
        "My train was late.",
        "I was stuck in a jam.",
    ],
)
def test_the_way_there_is_not_in_the_teams_hands(comment: str) -> None:
    assert _codes(comment) == ["M303"]


def test_a_scenario_about_parking_may_speak_of_it() -> None:
    changed = {"goal": "Ask where the parking is."}
    assert _codes("He showed me the parking.", scenario=changed) == []


def test_at_most_five_words_are_told() -> None:
    comment = "Thhe woord lisst hass manny mistackes innside itt and morre."
    assert _codes(comment).count("M305") == 5


@pytest.mark.parametrize(
    "comment",
    [
        "Danaa, KYLLOR and Mxyzptlk answered at h4xx0r and iPhone.",
        "He wrote to www.xkzzq.example at once.",
        'She said "grzzlbrmpf" twice.',
        "I didn't hear what they'd said, colour or color.",
        "It took five mins and twenty secs.",
    ],
)
def test_names_addresses_quotes_and_both_spellings_are_left_alone(comment: str) -> None:
    assert "M305" not in _codes(comment)


def test_a_language_without_a_dictionary_is_left_alone() -> None:
    assert "M305" not in _codes("Dette er ikke engelsk skrift.", scenario={"language": "da"})


def test_words_of_the_roster_and_the_scenario_are_known() -> None:
    place = {"staff": ["Dana Foxlington"], "name": "zorblax desk"}
    assert "M305" not in _codes("She wrote foxlington at the zorblax desk.", place=place)
