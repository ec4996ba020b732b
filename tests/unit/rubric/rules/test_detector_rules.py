"""Rules R5xx: phrases that find what their author means, each once and for one side."""

import pytest
from builders import compile_phrases, criterion, rubric
from hypothesis import assume, given
from hypothesis import strategies as st
from rule_examples import found

from qa_toolkit.rubric.rules.wordings import MOST_WORDINGS, Comparison, wordings

FOR = {"id": "gain", "kind": "phrase", "points": 1}
AGAINST = {"id": "loss", "kind": "phrase", "points": -1}


def messages(code: str, *indicators: dict[str, object], **fields: object) -> list[str]:
    known = rubric(criterion(indicators=list(indicators)), **fields)
    return [message for _, message in found(code, known)]


def places(code: str, *indicators: dict[str, object], **fields: object) -> list[tuple[object, ...]]:
    """Where a rule complains, within the indicators of the only criterion."""
    known = rubric(criterion(indicators=list(indicators)), **fields)
    return [path[5:] for path, _ in found(code, known)]


def phrase(*wordings: str, **fields: object) -> dict[str, object]:
    return FOR | {"any": list(wordings)} | fields


@pytest.mark.parametrize(
    "wording",
    [
        r"\bsorry\b",
        r"\d days",
        "sorry.*",
        "sorry.+ wait",
        "(?:sorry|pardon) for",
        "(so)? sorry",
        "[so]+ sorry",
        "colou?r",
        r"sor{2}y",
        "^hello",
        "goodbye$",
        "order [0-9]",
        "order [^a] number",
        "(^hi|hello)",
    ],
)
def test_a_regular_expression_is_told(wording: str) -> None:
    assert places("R501", phrase("hello", wording)) == [(0, "any", 1)]


@pytest.mark.parametrize(
    "wording",
    [
        "how are you?",
        "apolog* for",
        "[so|very] sorry",
        "(£*|$50|US$) back",
        "e-mail [e-mail] address",
        "24* hours",
        "disney+",
        "at 5 p.m.",
        "[part-time] work",
    ],
)
def test_words_with_signs_are_no_regular_expression(wording: str) -> None:
    assert messages("R501", phrase(wording)) == []


def test_every_list_of_phrases_is_looked_at() -> None:
    order = {"id": "o", "kind": "order", "first": ["^a"], "then": ["^b"], "points": 1}
    silent = {"id": "s", "kind": "silence", "longer_than_s": 9, "unless_announced": ["^c"]}
    cues = {"trouble": {"any": ["^d"], "unless": ["^e"]}}
    known = rubric(
        criterion(indicators=[phrase("^f", unless=["^g"]), order, silent | {"points": -1}]),
        cues=cues,
    )
    assert [path[-2] for path, _ in found("R501", known)] == [
        "any", "unless", "any", "unless", "first", "then", "unless_announced",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("sorry", "Sorry", id="the same"),
        pytest.param("sorry", "so sorry", id="shorter"),
        pytest.param("(sorry|apologies)", "sorry", id="alternative"),
        pytest.param("[so] sorry", "so sorry", id="option"),
        pytest.param("apolog*", "my (apology|apologies)", id="stem"),
        pytest.param("apolog*", "apologi*", id="longer stem"),
        pytest.param("sorry ~3 wait", "sorry for the wait", id="gap over words"),
        pytest.param("sorry ~3 wait", "sorry ~2 wait", id="gap over a gap"),
        pytest.param("sorry ~3 wait", "sorry I'll wait", id="a contraction is two words"),
    ],
)
def test_a_wording_that_is_covered_already_is_told(first: str, second: str) -> None:
    expected = [f"'{second}' adds nothing: '{first}' finds it already"]
    assert messages("R502", phrase(first, second)) == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("so sorry", "(so|very) sorry indeed", id="one alternative is not"),
        pytest.param("sorry to hear", "sorry for", id="other words"),
        pytest.param("sor", "sorry", id="part of a word"),
        pytest.param("apologi*", "apolog*", id="shorter stem"),
        pytest.param("I*", "I'll call", id="a stem ends at the apostrophe"),
        pytest.param("sorry ~1 wait", "sorry ~2 wait", id="wider gap"),
        pytest.param("sorry ~1 wait", "sorry I'll wait", id="a contraction is two words"),
        pytest.param("sorry ~3 wait", "sorry p.m. wait", id="a word no gap takes"),
        pytest.param("sorry wait", "sorry ~2 wait", id="a gap is not nothing"),
        pytest.param("I will", "I'll", id="long forms are not compared"),
        pytest.param("problem", "no problem", id="negated for the shorter one"),
        pytest.param("problem", "haven't a problem", id="negated by a contraction"),
        pytest.param("sorry", "very ~2 sorry", id="a gap may hold a negation"),
    ],
)
def test_a_wording_that_another_misses_is_let_pass(first: str, second: str) -> None:
    assert f"'{second}' adds nothing" not in "".join(messages("R502", phrase(first, second)))


def test_a_negation_matters_only_where_finds_can_be_negated() -> None:
    assert len(messages("R502", phrase("problem", "no problem", negatable=False))) == 1
    known = rubric(cues={"trouble": {"any": ["problem", "no problem"]}})
    assert [path for path, _ in found("R502", known)] == [("cues", "trouble", "any", 1)]


def test_of_two_wordings_that_cover_each_other_one_stays() -> None:
    assert places("R502", phrase("(so|very) sorry", "so sorry", "very sorry", "hello")) == [
        (0, "any", 2),
        (0, "any", 1),
    ]


def test_the_same_phrase_twice_is_told_as_such() -> None:
    assert messages("R502", phrase("so sorry", "so sorry")) == [
        "'so sorry' stands twice in the list"
    ]


def test_what_covers_together_is_named() -> None:
    told = messages("R502", phrase("so a", "so b", "so c", "so (a|b|c) there"))
    assert told == ["'so (a|b|c) there' adds nothing: 'so a' and 'so b' and 1 more find it already"]


def test_an_alternative_that_stands_twice_is_told() -> None:
    told = messages("R502", phrase("(so sorry|pardon|So sorry) indeed"))
    assert told == ["'so sorry' stands twice among the alternatives of one phrase"]


def test_a_wording_for_and_against_is_told_at_the_loss() -> None:
    gain, loss = phrase("(let me|I'll) check"), AGAINST | {"any": ["no idea", "let me check"]}
    assert places("R503", gain, loss) == [(1, "any", 1)]
    assert messages("R503", gain, loss) == ["'let me check' counts against, and with 'gain' for it"]


def test_a_phrase_of_many_wordings_is_compared_as_a_whole() -> None:
    many = " ".join("(a|b|c|d|e|f|g|h|i)" for _ in range(3))
    assert list(wordings(many)) == []
    assert len(messages("R503", phrase(many), AGAINST | {"any": [many]})) == 1
    assert messages("R503", phrase(many), AGAINST | {"any": [f"{many} z"]}) == []


@pytest.mark.parametrize(
    ("gain", "loss"),
    [
        pytest.param({"speaker": "customer"}, {}, id="another party"),
        pytest.param({"language": "en"}, {"language": "de"}, id="another language"),
        pytest.param({"first_turns": 2}, {"last_turns": 2}, id="other turns"),
        pytest.param({"unless": ["check"]}, {}, id="cancelled for"),
        pytest.param({}, {"unless": ["let me"]}, id="cancelled against"),
        pytest.param({}, {"points": 2}, id="both for"),
        pytest.param({"any": ["let me see"]}, {}, id="other words"),
        pytest.param({"any": ["let me check it"]}, {}, id="a longer wording"),
    ],
)
def test_wordings_that_cannot_meet_are_let_pass(
    gain: dict[str, object], loss: dict[str, object]
) -> None:
    against = AGAINST | {"any": ["let me check"]} | loss
    assert messages("R503", phrase("let me check") | gain, against, language=["en", "de"]) == []


def test_an_indicator_that_cancels_itself_is_told() -> None:
    dead = phrase("so sorry", "sorry (about|for) ~3 wait", unless=["good day", "sorry"])
    assert places("R504", dead) == [(0, "any")]
    assert messages("R507", dead) == []


def test_a_cue_that_cancels_itself_is_told() -> None:
    known = rubric(cues={"trouble": {"any": ["not working"], "unless": ["not"]}})
    assert [path for path, _ in found("R504", known)] == [("cues", "trouble", "any")]


def test_one_wording_that_is_cancelled_is_told_by_itself() -> None:
    one = phrase("so sorry", "apologies", unless=["good day", "sorry"])
    assert messages("R504", one) == []
    assert places("R507", one) == [(0, "any", 0)]
    assert messages("R507", one) == ["'so sorry' never counts, 'unless' cancels it with 'sorry'"]


def test_what_is_cancelled_now_and_then_is_let_pass() -> None:
    fine = phrase("sorry", "so (sorry|glad)", unless=["sorry but", "so sorry"])
    assert messages("R504", fine) == messages("R507", fine) == []


def test_an_indicator_for_another_language_is_told() -> None:
    order = {"id": "o", "kind": "order", "first": ["a"], "then": ["b"], "points": 1}
    both = [phrase("hallo", language="de"), order | {"language": "fr"}]
    assert places("R505", *both) == [(0, "language"), (1, "language")]
    assert places("R505", *both, language=["en", "de"]) == [(1, "language")]
    assert messages("R505", *both, language=["fr", "de"]) == []


@pytest.mark.parametrize(
    "wording", ["you", "(thanks|the)", "[so] is", "I ~5 you", "a*", "(sorry|ok*)", "[you] the"]
)
def test_a_wording_of_everyday_words_is_told(wording: str) -> None:
    assert places("R506", phrase("hello", wording)) == [(0, "any", 1)]


@pytest.mark.parametrize(
    "wording",
    ["thanks", "thank you", "I ~2 you", "I ~5 sorry", "all*", "24*", "[so] sorry", "is it on"],
)
def test_a_wording_with_a_meaning_is_let_pass(wording: str) -> None:
    assert messages("R506", phrase(wording)) == []


def test_in_unless_only_words_of_every_sentence_are_told() -> None:
    told = messages("R506", phrase("sorry", unless=["if", "(but|the)"]))
    assert told == ["'the' cancels nearly every find"]


def test_everyday_words_are_english_and_stems_are_not() -> None:
    assert messages("R506", phrase("so", "a*"), language="de") == ["'a*' is found nearly always"]


def test_a_language_without_wordings_is_told() -> None:
    english = phrase("hello", language="en")
    both = {"language": ["en", "de", "fr"]}
    assert messages("R508", english, **both) == ["no wordings in de, fr"]
    assert messages("R508", english, phrase("hi"), **both) == []
    assert messages("R508", english) == []


def test_measurements_need_no_language() -> None:
    wait = {"id": "w", "kind": "response_time", "measure": "first", "at_most_s": 9, "points": 1}
    assert messages("R508", wait, language=["en", "de"]) == []


@pytest.mark.parametrize(
    "wording", ["sorry, but", "so sorry!", "(hello,|hi) there", "see you soon."]
)
def test_punctuation_that_must_be_there_is_told(wording: str) -> None:
    assert len(messages("R509", phrase(wording))) == 1


@pytest.mark.parametrize(
    "wording",
    ["sorry but", "at 5 p.m. today", "Mr. Price", "10.30", "e.g. this", "that's", "£5.00"],
)
def test_signs_within_words_and_abbreviations_are_let_pass(wording: str) -> None:
    assert messages("R509", phrase(wording)) == []


def test_no_more_wordings_than_the_bound_are_looked_at() -> None:
    few = "(a|b) [c] d ~3 e*"
    assert set(wordings(few)) == {
        ("a", "d", 3, "e*"), ("b", "d", 3, "e*"), ("a", "c", "d", 3, "e*"), ("b", "c", "d", 3, "e*"),
    }  # fmt: skip
    assert len(list(wordings("(a|b|c) (a|b) (a|b|c|d|e) (a|b|c|d|e) (a|b)"))) == MOST_WORDINGS


WORDS = st.sampled_from(["so", "sorry", "sorr*", "I'll", "wait", "w*", "e-mail", "(so|sorry wait)"])
FILLERS = st.sampled_from(["", "[so]", "[very|I'll]", "~1", "~3"])
SAID_BETWEEN = st.lists(st.sampled_from(["so", "sorrow", "we", "will", "I'll"]), max_size=3)


@st.composite
def phrases_and_what_is_said(draw: st.DrawFn) -> tuple[str, str, str]:
    """A phrase, another made of some of its parts, and a text that holds a wording of the first."""
    words = draw(st.lists(WORDS, min_size=1, max_size=4))
    fillers = [draw(FILLERS) for _ in words]
    start, end = sorted(
        (draw(st.integers(0, len(words) - 1)), draw(st.integers(0, len(words) - 1)))
    )
    part_of_it = [
        (draw(st.sampled_from([word, word, "w*", "sorry"])), draw(st.sampled_from([filler, "~3"])))
        for word, filler in zip(words[start:end], fillers[start:end], strict=True)
    ]
    phrase = " ".join(f"{w} {f}" for w, f in zip(words[:-1], fillers, strict=False))
    phrase = f"{phrase} {words[-1]}"
    wording = draw(st.sampled_from(list(wordings(phrase))))
    said = [
        " ".join(draw(SAID_BETWEEN)[:item]) if isinstance(item, int) else item.replace("*", "x")
        for item in wording
    ]
    other = " ".join(f"{word} {filler}" for word, filler in part_of_it)
    return phrase, f"{other} {words[end]}", " ".join(said)


@given(phrases_and_what_is_said())
def test_whatever_holds_a_covered_wording_holds_what_covers_it(drawn: tuple[str, str, str]) -> None:
    """The law behind R502, R504 and R507: they tell only what is certain."""
    phrase, other, said = drawn
    finds = compile_phrases((phrase,)).search(said)
    assume(finds is not None and Comparison().covering(phrase, [other]))
    assert finds is not None
    assert compile_phrases((other,)).search(finds.group()) is not None


@pytest.mark.parametrize(
    "indicators",
    [
        pytest.param(
            [phrase(*(f"(a|b|c) (a|b|c) x{n}" for n in range(4_000)), unless=["(a|b) y"] * 9_000)],
            id="long lists",
        ),
        pytest.param(
            [FOR | {"id": f"i{n}", "any": ["so"], "points": (-1) ** n} for n in range(1_000)],
            id="many indicators",
        ),
        pytest.param(
            [
                FOR | {"id": f"i{n}", "any": ["(a|b|c|d|e) (a|b|c|d|e) z"], "unless": ["a* ~9 z"]}
                for n in range(1_100)
            ],
            id="many wordings",
        ),
    ],
)
def test_comparing_ends_however_much_there_is_to_compare(
    indicators: list[dict[str, object]],
) -> None:
    known = rubric(criterion(indicators=indicators))
    for code in ("R502", "R503", "R504", "R507"):
        assert len(found(code, known)) <= 3_000
