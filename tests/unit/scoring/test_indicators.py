"""What each kind of indicator finds."""

from decimal import Decimal

import pytest
from builders import transcript

from qa_toolkit.domain.rubric import (
    AttributeIndicator,
    InterruptionIndicator,
    OrderIndicator,
    PhraseIndicator,
    ResponseTimeIndicator,
    SentimentShiftIndicator,
    SilenceIndicator,
)
from qa_toolkit.domain.sound import Sound, SoundKind, Waveform
from qa_toolkit.domain.transcript import Audio, Transcript
from qa_toolkit.scoring.indicators import find
from qa_toolkit.scoring.phrase import MOST_OF_A_TURN
from qa_toolkit.scoring.rate import strength
from qa_toolkit.scoring.reading import CannotTell, Reading
from qa_toolkit.signals import measure


def reading(dialogue: str, **fields: object) -> Reading:
    words: Transcript = transcript(dialogue, **fields)
    return Reading(transcript=words, signals=measure(words))


def phrase(*wordings: str, **fields: object) -> PhraseIndicator:
    return PhraseIndicator(id="x", kind="phrase", points=Decimal(1), any=wordings, **fields)


def quotes(indicator: PhraseIndicator, dialogue: str) -> list[tuple[int, str]]:
    found = find(indicator, reading(dialogue))
    assert isinstance(found, tuple)
    return [(item.turn, item.quote) for item in found]


def test_only_the_agents_words_count() -> None:
    """A customer who apologises gives the agent no credit."""
    assert quotes(phrase("sorry"), "C: Sorry to bother you.\nA: No trouble at all.") == []


def test_bots_and_notices_are_not_the_agent() -> None:
    assert quotes(phrase("sorry"), "B: Sorry, no match.\nS: sorry\nI: sorry\nU: sorry") == []


def test_an_indicator_can_listen_to_the_customer() -> None:
    assert quotes(phrase("it works", speaker="customer"), "C: It works now") == [(0, "It works")]


def test_a_quote_is_cut_from_the_turn_as_it_was_written() -> None:
    assert quotes(phrase("don't worry"), "A: Please DON\u2019T worry!") == [(0, "DON\u2019T worry")]


@pytest.mark.parametrize(
    "said", ["I'm not sorry", "I am never sorry", "I can't say sorry", "without any sorry"]
)
def test_what_is_negated_does_not_count(said: str) -> None:
    assert quotes(phrase("sorry"), f"A: {said}") == []


def test_a_negation_without_its_apostrophe_counts() -> None:
    assert quotes(phrase("fix"), "A: we couldnt really fix it") == []


def test_a_comma_ends_the_reach_of_a_negation() -> None:
    said = "A: No, sorry, that isn't yours, sorry"
    assert quotes(phrase("sorry"), said) == [(0, "sorry"), (0, "sorry")]


def test_a_negation_in_another_sentence_does_not_matter() -> None:
    assert quotes(phrase("sorry"), "A: It is not here. Sorry!") == [(0, "Sorry")]


def test_a_wording_can_be_meant_with_its_negation() -> None:
    assert quotes(phrase("my job", negatable=False), "A: That is not my job") == [(0, "my job")]


def test_unless_cancels_a_find_in_the_same_sentence() -> None:
    indicator = phrase("thanks", unless=("in advance",))
    assert quotes(indicator, "A: Thanks in advance. Thanks!") == [(0, "Thanks")]


def test_first_and_last_turns_are_counted_by_speaker() -> None:
    dialogue = "A: hello\nC: hello\nA: hello\nC: hello\nA: hello"
    assert quotes(phrase("hello", first_turns=1), dialogue) == [(0, "hello")]
    assert quotes(phrase("hello", last_turns=1), dialogue) == [(4, "hello")]


def test_what_opens_an_interaction_is_never_its_end() -> None:
    dialogue = "C: broken\nA: Hello\nC: still broken"
    indicator = phrase("broken", speaker="customer", last_turns=2)
    assert quotes(indicator, dialogue) == [(2, "broken")]


def test_at_least_asks_for_several_finds() -> None:
    assert quotes(phrase("please", at_least=2), "A: please") == []
    assert len(quotes(phrase("please", at_least=2), "A: please\nA: please")) == 2


def test_a_turn_full_of_one_wording_gives_only_so_much_evidence() -> None:
    found = quotes(phrase("please"), "A: " + "please " * 1_000 + "\nA: please")
    assert [turn for turn, _ in found] == [0] * MOST_OF_A_TURN + [1]


ORDER = OrderIndicator(
    id="x", kind="order", points=Decimal(1), first=("sorry",), then=("account number",)
)


@pytest.mark.parametrize(
    ("dialogue", "count"),
    [
        pytest.param("A: Sorry! Your account number?", 2, id="in order"),
        pytest.param("A: Your account number?\nA: Sorry!", 0, id="the other way round"),
        pytest.param("A: Sorry!", 0, id="only the first"),
    ],
)
def test_order_finds_both_wordings_when_they_come_in_order(dialogue: str, count: int) -> None:
    found = find(ORDER, reading(dialogue))
    assert isinstance(found, tuple)
    assert len(found) == count


def test_an_order_counts_once_in_the_strength() -> None:
    found = find(ORDER, reading("A: Sorry! Your account number?"))
    assert isinstance(found, tuple)
    assert [(item.note, item.effect) for item in found] == [
        ("first", Decimal(1)),
        ("then", Decimal(0)),
    ]
    assert strength(found) == 0.75


def wait(**fields: object) -> ResponseTimeIndicator:
    return ResponseTimeIndicator(id="x", kind="response_time", points=Decimal(1), **fields)


CHAT = "[0] C: Hi\n[30] A: Hello\n[60] C: Help\n[90] C: Please?\n[300] A: Here"


@pytest.mark.parametrize(
    ("indicator", "found"),
    [
        pytest.param(wait(measure="first", at_most_s=30), True, id="first in time"),
        pytest.param(wait(measure="first", at_most_s=29), False, id="first too late"),
        pytest.param(wait(measure="longest", at_most_s=239), False, id="longest too long"),
        pytest.param(wait(measure="longest", longer_than_s=239), True, id="longest over"),
        pytest.param(wait(measure="longest", longer_than_s=240), False, id="longest not over"),
    ],
)
def test_waits_are_measured_from_the_first_unanswered_message(
    indicator: ResponseTimeIndicator,
    found: bool,  # noqa: FBT001 - a table of cases
) -> None:
    assert bool(find(indicator, reading(CHAT))) is found


def test_without_times_a_wait_cannot_be_told() -> None:
    found = find(wait(measure="first", at_most_s=1), reading("C: Hi\nA: Hello"))
    assert found == CannotTell(reason="the turns carry no times")


def silence(*announced: str) -> SilenceIndicator:
    return SilenceIndicator(
        id="x", kind="silence", points=Decimal(-1), longer_than_s=10, unless_announced=announced
    )


CALL = "[0-2] A: Let me look, one moment please.\n[2-3] C: Sure.\n[15-16] A: Found it."


def test_a_long_silence_is_found_with_its_length() -> None:
    (found,) = find(silence(), reading(CALL))  # type: ignore[misc]
    assert (found.turn, found.note) == (1, "then 12 s of silence")


def test_an_announced_silence_is_a_hold_and_no_fault() -> None:
    assert find(silence("one moment"), reading(CALL)) == ()


@pytest.mark.parametrize(
    ("music", "notes"),
    [
        pytest.param((4, 19), [], id="a hold is no silence"),
        pytest.param((10, 19), [], id="too little silence beside it"),
        pytest.param((14, 19), ["then 11 s of silence"], id="a silence before the hold"),
    ],
)
def test_music_ends_a_silence(music: tuple[float, float], notes: list[str]) -> None:
    call = "[0-2] A: The depot.\n[2-3] C: Yes.\n[20-21] A: It left on Monday."
    heard = Sound(kind=SoundKind.MUSIC, channel=0, start_s=music[0], end_s=music[1])
    audio = Audio(roles=(), sounds=(heard,), waveform=Waveform(per_s=1.0, peaks=()))
    found = find(silence(), reading(call, audio=audio))
    assert [item.note for item in found] == notes  # type: ignore[union-attr]


def test_a_silence_of_exactly_the_bound_is_none() -> None:
    assert find(silence(), reading("[0-2] A: Hi\n[12-13] C: Hi")) == ()


def shift(**fields: float) -> SentimentShiftIndicator:
    return SentimentShiftIndicator(id="x", kind="sentiment_shift", points=Decimal(1), **fields)


BETTER = "C: This is terrible and awful\nC: my number is 12\nC: Wonderful, thank you, great!"


def test_a_customer_who_leaves_happier_is_found() -> None:
    (found,) = find(shift(at_least=0.4), reading(BETTER))  # type: ignore[misc]
    assert found.turn == 2
    assert found.note.startswith("customer's mood +1.")


def test_a_shift_the_other_way_is_not() -> None:
    assert find(shift(at_most=-0.4), reading(BETTER)) == ()


def test_two_customer_turns_have_no_course() -> None:
    found = find(shift(at_least=0.4), reading("C: bad\nC: good"))
    assert found == CannotTell(reason="fewer than 3 customer turns to compare")


def test_a_negated_wording_keeps_no_order() -> None:
    dialogue = "A: I am not sorry. Your account number?"
    assert find(ORDER, reading(dialogue)) == ()


CUT = "[0-6] C: My parcel never came and I have been\n[4-9] A: Your order number?"


def interruptions(dialogue: str, **fields: object) -> list[tuple[int, str]] | CannotTell:
    indicator = InterruptionIndicator(
        id="cuts_in", kind="interruption", points=Decimal(-1), **fields
    )
    found = find(indicator, reading(dialogue))
    return found if isinstance(found, CannotTell) else [(item.turn, item.note) for item in found]


def test_who_starts_within_the_others_turn_interrupts() -> None:
    assert interruptions(CUT) == [(1, "both speak for 2.0 s")]


@pytest.mark.parametrize(
    ("dialogue", "fields"),
    [
        pytest.param("[0-6] C: It broke and\n[5-5.5] A: mhm", {}, id="a nod is none"),
        pytest.param("[0-6] C: It broke\n[6-9] A: I see", {}, id="nor is a prompt answer"),
        pytest.param(CUT, {"speaker": "customer"}, id="nor is the other party's cut"),
    ],
)
def test_what_is_no_interruption(dialogue: str, fields: dict[str, object]) -> None:
    assert interruptions(dialogue, **fields) == []


def test_without_times_nobody_can_tell_who_interrupts() -> None:
    assert isinstance(interruptions("C: It broke\nA: I see"), CannotTell)


def attribute(facts: dict[str, str], **fields: object) -> list[str] | CannotTell:
    words = transcript("A: Hello")
    view = Reading(transcript=words, signals=measure(words), facts=facts)
    indicator = AttributeIndicator(id="x", kind="attribute", points=Decimal(-1), **fields)
    found = find(indicator, view)
    return found if isinstance(found, CannotTell) else [item.note for item in found]


@pytest.mark.parametrize(
    ("facts", "fields", "notes"),
    [
        pytest.param({"transferred": "Yes"}, {"one_of": ["yes"]}, ["Transferred: Yes"], id="a value"),
        pytest.param({"transferred": "no"}, {"one_of": ["yes"]}, [], id="another value"),
        pytest.param({"transferred": "3"}, {"at_least": 2}, ["Transferred: 3"], id="a number"),
        pytest.param({"transferred": "1"}, {"at_least": 2}, [], id="a smaller number"),
        pytest.param({"transferred": "often"}, {"at_least": 2}, [], id="no number"),
    ],
)  # fmt: skip
def test_a_known_fact_is_evidence(
    facts: dict[str, str], fields: dict[str, object], notes: list[str]
) -> None:
    assert attribute(facts, metadata="Transferred", **fields) == notes


def test_an_unknown_fact_speaks_neither_for_nor_against() -> None:
    found = attribute({}, metadata="transferred", one_of=["yes"])
    assert isinstance(found, CannotTell)
    assert found.reason == "nothing is known of 'transferred'"
