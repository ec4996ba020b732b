"""From evidence to a rating: the modes, the opportunities, and when the machine abstains."""

import re
from decimal import Decimal
from typing import Any

import pytest
from builders import criterion, rubric, transcript
from growth import assert_in_proportion
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.domain.scorecard import Outcome, Provenance, Scorecard
from qa_toolkit.scoring import score
from qa_toolkit.scoring.rate import MOST_CUES_SHOWN, MOST_FINDS_SHOWN, strength
from qa_toolkit.signals import measure

Fields = dict[str, Any]

PROVENANCE = Provenance(
    rubric_id="r", rubric_version="1.0.0", rubric_hash="", engine="", model="", options="",
    evaluator="test",
)  # fmt: skip


def scorecard(
    made: Rubric, dialogue: str, channel: Channel = Channel.CHAT, **fields: Any
) -> Scorecard:
    words = transcript(dialogue, **fields)
    return score(words, measure(words), made, channel, PROVENANCE)


def rate(fields: Fields, dialogue: str, **others: Any) -> CriterionScore:
    """The only criterion of a rubric with a cue `trouble` ("broken")."""
    made = rubric(criterion(**fields), cues={"trouble": {"any": ["broken"]}})
    return scorecard(made, dialogue, **others).criteria[0]


SORRY: Fields = {"id": "sorry", "kind": "phrase", "any": ["sorry"], "points": 1}
SPECIFIC: Fields = {"id": "specific", "kind": "phrase", "any": ["your kettle"], "points": 2}
RUDE: Fields = {"id": "rude", "kind": "phrase", "any": ["calm down"], "points": -1}
THREE: Fields = {"indicators": [SORRY, SPECIFIC, RUDE]}


@pytest.mark.parametrize(
    ("said", "points"),
    [
        pytest.param("Sorry.", 1, id="the best find counts"),
        pytest.param("Sorry about your kettle.", 2, id="once, however many there are"),
        pytest.param("Sorry about your kettle. Calm down!", 1, id="less the worst"),
        pytest.param("Calm down!", 0, id="never under the scale"),
        pytest.param("Hello.", 0, id="nothing found"),
    ],
)
def test_any_takes_the_best_find_less_the_worst(said: str, points: int) -> None:
    assert rate(THREE, f"A: {said}").points == points


@pytest.mark.parametrize(
    ("said", "points"), [("Sorry.", 1), ("Sorry, sorry!", 1), ("Sorry about your kettle.", 2)]
)
def test_all_adds_each_indicator_once(said: str, points: int) -> None:
    assert rate(THREE | {"rate": "all"}, f"A: {said}").points == points


def test_base_is_what_counts_before_any_evidence() -> None:
    assert rate({"base": 2, "indicators": [RUDE]}, "A: Hello.").points == 2
    assert rate({"base": 2, "indicators": [RUDE]}, "A: Calm down.").points == 1


def test_all_counts_an_order_once() -> None:
    order = {"id": "x", "kind": "order", "first": ["sorry"], "then": ["number"], "points": 1}
    fields = {"rate": "all", "indicators": [order, SPECIFIC]}
    assert rate(fields, "A: Sorry. Your number?").points == 1


ON_TROUBLE = THREE | {"applies_when": {"customer": "trouble"}, "rate": "share"}
TWICE = "C: It is broken.\nA: Sorry about your kettle.\nC: My lamp is broken too.\nA: Hm."


def test_without_an_occasion_a_criterion_is_not_applicable() -> None:
    found = rate(ON_TROUBLE, "C: When do you open?\nA: At nine, sorry.")
    assert (found.status, found.reason) == (
        RatingStatus.NOT_APPLICABLE,
        "no occasion: no trouble from the customer",
    )


def test_share_is_the_mean_over_the_occasions() -> None:
    found = rate(ON_TROUBLE, TWICE)
    assert (found.points, found.reason) == (1, "in part (1 of 2 occasions taken)")


def test_the_customers_cue_is_shown_as_the_situation_and_changes_nothing() -> None:
    found = rate(ON_TROUBLE, TWICE)
    occasions = [(item.turn, item.quote, item.effect) for item in found.evidence[-2:]]
    assert occasions == [(0, "broken", Decimal(0)), (2, "broken", Decimal(0))]


def test_a_half_counts_upwards() -> None:
    dialogue = TWICE.replace("A: Hm.", "A: Sorry.")
    assert rate(ON_TROUBLE, dialogue).points == 2


def test_words_before_the_occasion_do_not_take_it() -> None:
    assert rate(ON_TROUBLE, "A: Sorry!\nC: It is broken.\nA: Right.").points == 0


def test_words_too_long_after_the_occasion_do_not_take_it() -> None:
    late = SORRY | {"within_turns": 1}
    dialogue = "C: It is broken.\nA: Right.\nC: Well?\nA: Sorry."
    assert (
        rate(ON_TROUBLE | {"indicators": [late], "scale": {0: "no", 1: "yes"}}, dialogue).points
        == 0
    )


def test_every_occasion_that_was_taken_is_counted_however_many_there_are() -> None:
    """Finds were once cut off at 20, which made 40 of 40 into 20 of 40."""
    fields = ON_TROUBLE | {"indicators": [SORRY | {"within_turns": 1, "points": 2}]}
    found = rate(fields, "C: It is broken.\nA: Sorry.\n" * 40)
    assert (found.points, found.reason) == (2, "shown (40 of 40 occasions taken)")


def test_many_finds_before_the_first_occasion_do_not_hide_the_one_after_it() -> None:
    fields = ON_TROUBLE | {"indicators": [SORRY]}
    found = rate(fields, "A: Sorry.\n" * 20 + "C: It is broken.\nA: Sorry.")
    assert (found.points, [item.turn for item in found.evidence]) == (1, [21, 20])


@pytest.mark.parametrize("within", [1, 2, 3])
@pytest.mark.parametrize("answers", [1, 2, 3])
def test_an_occasion_lasts_for_exactly_the_turns_it_is_given(within: int, answers: int) -> None:
    fields = ON_TROUBLE | {"indicators": [SORRY | {"within_turns": within}]}
    dialogue = "A: Hello.\nC: It is broken.\n" + "A: Hm.\nC: Well?\n" * (answers - 1) + "A: Sorry."
    assert (rate(fields, dialogue).points == 1) is (answers <= within)


@given(st.text(alphabet="abCD", max_size=12), st.none() | st.integers(1, 3))
def test_occasions_are_taken_as_the_format_says(turns: str, within: int | None) -> None:
    """Against the plain reading of it: a sorry in the agent's next turns after a "broken"."""
    said = {"a": "A: Hm.", "b": "A: Sorry.", "C": "C: It is broken.", "D": "C: Well?"}
    answers = [
        after[:within]
        for at, turn in enumerate(turns)
        if turn == "C"
        and (after := [one for one in turns[at:] if one in "ab"])
        # further cues before the same answer are the same occasion
        and not re.search("C[^ab]*$", turns[:at])
    ]
    bound = {} if within is None else {"within_turns": within}
    found = rate(
        ON_TROUBLE | {"indicators": [SORRY | bound | {"points": 2}]},
        "\n".join(["A: Hi.", "C: Hi.", *map(said.__getitem__, turns)]),
    )
    taken = sum("b" in after for after in answers)
    told = f"({taken} of {len(answers)} occasions taken)" if answers else "no occasion"
    assert told in found.reason


def test_the_strongest_evidence_is_kept_and_only_so_much_of_it() -> None:
    """Neither finds nor cues grow without bound with the length of an interaction."""
    dialogue = "C: It is broken.\nA: Sorry, sorry.\n" * 60 + "C: broken\nA: Your kettle."
    found = rate(ON_TROUBLE, dialogue).evidence
    effects = [int(item.effect) for item in found]
    assert effects == [2] + [1] * (MOST_FINDS_SHOWN - 1) + [0] * MOST_CUES_SHOWN


def test_ten_thousand_turns_with_as_many_occasions_take_no_quadratic_time() -> None:
    fields = ON_TROUBLE | {"indicators": [SORRY | {"points": 2}, RUDE | {"within_turns": 2}]}

    def rated(turns: int) -> None:
        found = rate(fields, "C: It is broken.\nA: Sorry.\n" * (turns // 2))
        assert found.reason == f"shown ({turns // 2} of {turns // 2} occasions taken)"

    assert_in_proportion(rated, 1_000, 10_000)


def test_a_cue_after_the_agents_last_word_was_no_occasion() -> None:
    found = rate(ON_TROUBLE, "A: Bye.\nC: It is broken!")
    assert found.status is RatingStatus.NOT_APPLICABLE


def test_what_a_channel_cannot_show_is_not_applicable() -> None:
    fields = {"applies_when": {"channels": ["call"]}}
    assert rate(fields, "A: Sorry.").reason == "looked at only in calls"
    assert rate(fields, "A: Sorry.", channel=Channel.CALL).points == 2


def test_what_only_people_can_judge_is_left_to_them() -> None:
    found = rate({"rate": "manual", "indicators": []}, "A: Sorry.")
    assert (found.status, found.strength) == (RatingStatus.NEEDS_REVIEW, None)


@pytest.mark.parametrize(
    ("indicator", "status"),
    [
        pytest.param(
            {"kind": "response_time", "measure": "first", "at_most_s": 9},
            RatingStatus.NOT_APPLICABLE,
            id="a wait in writing that nobody recorded",
        ),
        pytest.param(
            {"kind": "silence", "longer_than_s": 9},
            RatingStatus.NEEDS_REVIEW,
            id="a silence that a person can still listen for",
        ),
    ],
)
def test_without_times_there_is_no_rating_of_waits(indicator: Fields, status: RatingStatus) -> None:
    found = rate({"indicators": [{"id": "x", "points": 2} | indicator]}, "C: Hi\nA: Hello")
    assert (found.status, found.reason) == (status, "the turns carry no times")


@pytest.mark.parametrize(
    ("dialogue", "fields", "reason"),
    [
        pytest.param("A: Sorry.", {"doubt": "bad line"}, "bad line", id="doubtful words"),
        pytest.param("A: Sorry.", {"language": "es"}, "in 'es', the rubric is for 'en'", id="language"),
        pytest.param("C: Hello?", {}, "too short to judge: 0 turns of the agent, at least 1 needed", id="one-sided"),
    ],
)  # fmt: skip
def test_the_machine_abstains_with_the_reason(dialogue: str, fields: Fields, reason: str) -> None:
    card = scorecard(rubric(), dialogue, **fields)
    assert (card.outcome, card.percent, card.reason) == (Outcome.NOT_SCORED, None, reason)
    assert card.criteria[0].reason == reason


def test_strengths_are_given_also_where_the_machine_abstains_from_rating() -> None:
    assert scorecard(rubric(), "A: Sorry.", doubt="bad line").sections[0].strength == pytest.approx(
        5 / 6
    )


@pytest.mark.parametrize(
    ("dialogue", "fields"), [("C: Hello?", {}), ("A: Sorry.", {"language": "es"})]
)
def test_without_agent_or_language_there_is_no_strength(dialogue: str, fields: Fields) -> None:
    assert scorecard(rubric(), dialogue, **fields).sections[0].strength is None


def evidence(effect: int, indicator: str = "x") -> Evidence:
    return Evidence(turn=0, start=0, end=1, quote="a", indicator=indicator, effect=Decimal(effect))


@pytest.mark.parametrize(
    ("effects", "expected"),
    [([], 0.5), ([1], 0.75), ([2], 5 / 6), ([-1], 0.25), ([1, 1], 0.8)],
)
def test_strength_grows_less_with_every_find(effects: list[int], expected: float) -> None:
    assert strength([evidence(effect) for effect in effects]) == pytest.approx(expected)


DIALOGUE = st.lists(
    st.tuples(
        st.sampled_from("ACBS"),
        st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=40),
    ),
    min_size=1,
    max_size=6,
).map(lambda turns: "\n".join(f"{who}: {text.strip()} sorry broken" for who, text in turns))


@given(DIALOGUE)
def test_every_quote_stands_in_its_turn(dialogue: str) -> None:
    words = transcript(dialogue)
    for item in rate(THREE, dialogue).evidence:
        assert words.turns[item.turn].text[item.start : item.end] == item.quote


@given(DIALOGUE)
def test_a_neutral_turn_changes_no_evidence(dialogue: str) -> None:
    assert rate(THREE, dialogue).evidence == rate(THREE, dialogue + "\nA: Right then").evidence


def cue_rubric(cue: Fields) -> Rubric:
    when = {"customer": "trouble"}
    return rubric(criterion(applies_when=when), cues={"trouble": cue})


def test_a_cue_can_be_cancelled_by_its_sentence() -> None:
    made = cue_rubric({"any": ["broken"], "unless": ["not broken"]})
    card = scorecard(made, "C: It is not broken. Is it?\nA: Sorry.")
    assert card.criteria[0].status is RatingStatus.NOT_APPLICABLE


def test_a_very_unhappy_turn_is_a_cue_even_without_the_words() -> None:
    made = cue_rubric({"any": ["broken"], "sentiment_below": -0.5})
    card = scorecard(made, "C: This is terrible, awful and horrible!\nA: Sorry.")
    assert card.criteria[0].points == 2
    assert card.criteria[0].evidence[-1].quote == "This is terrible, awful and horrible!"


def test_the_customers_words_after_an_occasion_can_count_too() -> None:
    happy = {"id": "happy", "kind": "phrase", "any": ["thanks"], "speaker": "customer", "points": 2}
    fields = {"indicators": [happy], "applies_when": {"customer": "trouble"}}
    assert rate(fields, "C: Thanks. It is broken.\nA: Done.\nC: Oh, thanks!").points == 2
    assert rate(fields, "C: Thanks. It is broken.\nA: Done.").points == 0


SPANISH = (
    "C: Hola, mi paquete no ha llegado y estoy muy enfadado.\nA: Buenos días, lo siento mucho."
)
ENGLISH = (
    "C: Hi, my parcel has not come and I am quite cross.\nA: Good morning, I'm sorry to hear it."
)


@pytest.mark.parametrize(
    ("dialogue", "language", "outcome"),
    [
        pytest.param(SPANISH, "", Outcome.NOT_SCORED, id="plainly another language"),
        pytest.param(ENGLISH, "", Outcome.PASS, id="plainly this one"),
        pytest.param(ENGLISH, "en-GB", Outcome.PASS, id="named with a region"),
        pytest.param("A: Sorry, lo siento!", "", Outcome.PASS, id="too little to tell: on trust"),
    ],
)
def test_a_language_that_nobody_named_is_seen_from_its_common_words(
    dialogue: str, language: str, outcome: Outcome
) -> None:
    assert scorecard(rubric(), dialogue, language=language).outcome is outcome


def test_emoji_and_dots_are_no_words_to_judge() -> None:
    made = rubric(requires={"agent_turns": 1, "agent_words": 3, "customer_turns": 0})
    card = scorecard(made, "A: \N{GRINNING FACE} \N{GRINNING FACE} . . .")
    assert card.reason == "too short to judge: 0 words of the agent, at least 3 needed"
