"""Which party is the agent, from what is said. The dialogues are made up."""

import pytest

from qa_toolkit.transcribe.who import Said, agent_of

INBOUND = """
A: Good afternoon, thank you for calling Larkfield Water. You're speaking with Jo.
C: Hi, I've got a problem with my bill.
A: Sorry to hear that. Could I take your account number?
C: Yes, it's nine one two.
"""
CURT = """
A: Larkfield Water, Jo speaking.
C: I just wanted to know when my contract ends.
A: Account number?
C: Nine one two.
A: March the third. Is there anything else?
"""
OUTBOUND = """
C: Hello?
A: Hi, is that Mr Lowe? It's Dana calling from Fernhill Energy about the meter.
C: Oh, right. I'm on my way out.
A: This won't take a minute. Could you read me the five black digits?
C: Hang on. Four four one nine two.
A: Lovely, that's saved.
"""
CALLBACK = """
C: Hello, Sarah speaking.
A: Good morning, this is Ben from Corner Bank. Is now a good time to talk?
C: Sure.
A: You asked us about the mortgage. I can see it here.
C: Yes, what's the rate?
"""
UNGREETED = """
C: I'd like to return a lamp, please. It stopped working.
A: Certainly. Would you like a new one or a refund?
C: A refund.
A: I'll arrange that for you.
"""
SPANISH = """
A: Buenos días, le atiende Marta.
C: Hola, no me llegó el pedido.
A: Lo siento mucho, lo reviso ahora.
"""


def parties(dialogue: str) -> list[list[Said]]:
    lines = [line.split(": ", 1) for line in dialogue.strip().splitlines()]
    return [
        [Said(5.0 * n, text) for n, (who, text) in enumerate(lines) if who == party]
        for party in "AC"
    ]


@pytest.mark.parametrize(
    "dialogue",
    [INBOUND, CURT, OUTBOUND, CALLBACK, UNGREETED],
    ids=["inbound", "curt", "outbound", "callback", "no greeting"],
)
def test_the_agent_is_found_on_either_place(dialogue: str) -> None:
    agent, customer = parties(dialogue)
    first, confidence = agent_of([agent, customer])
    assert (first, agent_of([customer, agent])[0]) == (0, 1)
    assert confidence > 0.8


@pytest.mark.parametrize("dialogue", [SPANISH, "A: Hello?\nC: Hello.", ""], ids=repr)
def test_without_a_sign_it_is_a_coin(dialogue: str) -> None:
    assert agent_of(parties(dialogue))[1] == 0.5


def test_an_introduction_counts_only_at_the_beginning() -> None:
    introduction = [Said(0.0, "Yes."), Said(300.0, "this is Ben from Corner Bank")]
    assert agent_of([introduction, [Said(1.0, "Fine.")]])[1] == 0.5


def test_saying_the_same_again_and_again_makes_it_no_surer() -> None:
    twice, often = ([Said(n, "My pleasure.") for n in range(times)] for times in (2, 20))
    assert agent_of([twice, []]) == agent_of([often, []])


def test_curly_apostrophes_and_capitals_change_nothing() -> None:
    assert agent_of([[Said(0.0, "WHAT’S YOUR NAME")], []])[1] > 0.8


def test_of_three_parties_the_confidence_is_over_the_second() -> None:
    agent = [Said(0.0, "How can I help?")]
    assert agent_of([[], agent, agent]) == (1, 0.5)
