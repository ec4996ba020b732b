"""The index of phrases: what it finds, and that it finds what the patterns find."""

import re

import pytest
from builders import compile_phrases
from growth import assert_in_proportion
from hypothesis import assume, given
from hypothesis import strategies as st

from qa_toolkit.domain.phrase import PhraseError, pattern_of, plain
from qa_toolkit.domain.wordings import Wordings, wordings
from qa_toolkit.scoring.finding import Index, Words
from qa_toolkit.scoring.finding import index as index_module


def found(text: str, *lists: Wordings) -> list[list[str]]:
    """What an index of all lists finds of each, in the words of the text."""
    index = Index(lists)
    words = Words(text)
    places = index.nothing()
    index.find(0, words, places)
    return [
        [text[slice(*words.original(start, end))] for _, start, end in places[known]]
        for known in lists
    ]


def one(text: str, *phrases: str) -> list[str]:
    return found(text, wordings(phrases))[0]


@pytest.mark.parametrize(
    ("phrase", "text", "quotes"),
    [
        pytest.param("sorry", "Sorry, so SORRY", ["Sorry", "SORRY"], id="a word"),
        pytest.param("thank you", "thank  you, Thank you", ["thank  you", "Thank you"], id="two"),
        pytest.param("[so] sorry", "so sorry", ["so sorry"], id="an option first"),
        pytest.param("a ~2 d", "a b c d", ["a b c d"], id="a gap"),
        pytest.param("a ~2 d", "a b c x d", [], id="a gap too wide"),
        pytest.param("I'll (call|ring)", "I will ring", ["I will ring"], id="a long form"),
        pytest.param("I'll", "i ll do it", ["i ll"], id="as recognisers write it"),
        pytest.param("we're", "we re open", ["we re"], id="another"),
        pytest.param("e-mail*", "my E-mails", ["E-mails"], id="a word of two runs"),
        pytest.param("£*", "it was £40 off", ["£40"], id="a sign"),
        pytest.param("(thanks|🙏)", "ok 🙏🙏", ["🙏", "🙏"], id="an emoji"),
        pytest.param("thanks", "Thanks🙏", ["Thanks"], id="beside an emoji"),
        pytest.param("adio\u0301s a*", "Adi\u00f3s amigo", ["Adi\u00f3s amigo"], id="an accent"),
        pytest.param("adi\u00f3s a*", "adio\u0301s amigo", ["adio\u0301s amigo"], id="apart"),
        pytest.param("a b", "a. b", [], id="over the end of a sentence"),
        pytest.param("שלום", "אמר: שלום!", ["שלום"], id="right to left"),
        pytest.param("stra\u00dfe", "STRASSE Straße", ["Straße"], id="a letter that grows"),
        pytest.param("hi", "İ hi", ["hi"], id="behind a letter that grows"),
    ],
)
def test_a_phrase_is_found_where_it_stands(phrase: str, text: str, quotes: list[str]) -> None:
    assert one(text, phrase) == quotes


def test_of_two_phrases_at_one_place_the_longer_is_the_find() -> None:
    assert one("Thank you so much", "thank you", "thank you so much") == ["Thank you so much"]


def test_what_overlaps_a_find_of_the_same_list_is_none() -> None:
    assert one("to hear you", "to hear", "hear you") == ["to hear"]


def test_lists_share_phrases_without_sharing_finds() -> None:
    first, second = wordings(("to hear",)), wordings(("hear you", "to hear"))
    assert found("to hear you", first, second) == [["to hear"], ["to hear"]]


def test_a_list_without_a_find_has_no_place() -> None:
    index = Index([wordings(("hello",)), wordings(("goodbye",))])
    places = index.nothing()
    index.find(3, Words("hello"), places)
    assert list(places.values()) == [[(3, 0, 5)], []]


WORD = st.sampled_from(
    ["a", "b", "ab", "c", "I'll", "don't", "can't", "it's", "a*", "b*", "e-c", "£"]
)
CHOICE = st.lists(WORD, min_size=1, max_size=3).map(lambda words: f"({'|'.join(words)})")
PIECE = st.one_of(
    WORD, CHOICE, st.sampled_from(["(a b|c)", "(a|a b)", "(b c d|b)", "[a]", "[b|c a]", "~1", "~3"])
)
PHRASES = st.lists(PIECE, min_size=1, max_size=5).map(" ".join)
TEXTS = st.lists(
    st.sampled_from(
        ["a", "b", "ab", "abb", "c", "d", "I", "will", "ll", "don", "t", "do", "not", "can", "cant",
         "cannot", "it", "is", "s", "e", "mail", "£", "£a", " ", " ", " ", ", ", "'", "-", ". ", "\n", "  "]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@given(st.lists(PHRASES, min_size=1, max_size=4), TEXTS)
def test_the_index_finds_what_one_pattern_of_all_phrases_finds(
    phrases: list[str], text: str
) -> None:
    assume(Words(text).respelt() is None)  # "aaab" is "ab", drawn out
    known = tuple(sorted({p for p in phrases if _usable(p)}, key=lambda p: (-len(p), p)))
    if known:
        expected = [match.group() for match in compile_phrases(known).finditer(plain(text))]
        assert one(text, *known) == expected


def _usable(phrase: str) -> bool:
    try:
        pattern_of(phrase)
    except PhraseError:
        return False
    return True


@given(st.text(), st.sampled_from(["sorry", "thank* ~2 you", "[so] (a|b) c", "£*", "I'm"]))
def test_every_place_is_a_part_of_the_text(text: str, phrase: str) -> None:
    index, words = Index([wordings((phrase,))]), Words(text)
    places = index.nothing()
    index.find(0, words, places)
    for _, start, end in next(iter(places.values())):
        assert 0 <= start < end <= len(words.text)


def test_words_are_forgotten_before_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module, "MOST_WORDS_KEPT", 3)
    assert one("a b c d e f thank you g h thank you", "thank you") == ["thank you", "thank you"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("please ", id="a find everywhere"),
        pytest.param("waiting for ", id="a beginning everywhere"),
        pytest.param("a", id="one word"),
        pytest.param("!?", id="no word"),
        pytest.param("soooo &amp; ", id="drawn out"),
    ],
)
def test_time_grows_with_a_turn_and_no_faster(text: str) -> None:
    index = Index([wordings(("please", "waiting ~10 (week|month)", "so sorry"))])

    def searched(characters: int) -> None:
        index.find(0, Words(text * (characters // len(text))), index.nothing())

    assert_in_proportion(searched, 6_000, 100_000)


def test_patterns_are_found_beside_phrases() -> None:
    both = wordings(("your order",), (r"\bref-?\d{4}\b",))
    assert found("Your order is REF-4711, ref 1", both) == [["Your order", "REF-4711"]]


def test_a_pattern_can_ask_for_capitals() -> None:
    assert found("ABC abc", wordings((), ("(?-i)[A-Z]{3}",))) == [["ABC"]]


def test_places_of_patterns_are_in_characters_not_in_bytes() -> None:
    assert found("Größe: ü 4711", wordings((), (r"\d+",))) == [["4711"]]


@given(TEXTS)
def test_all_patterns_together_find_what_each_finds_alone(text: str) -> None:
    alone = [wordings((), (pattern,)) for pattern in ("a+", "[bc]+d?", r"\bwill\b", "t|s")]
    assert found(text, *alone) == [found(text, known)[0] for known in alone]
    assert found(text, alone[0])[0] == re.findall("a+", text)
