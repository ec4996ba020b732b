"""The phrase language: what a wording finds, and which wordings are refused."""

import pytest
from builders import compile_phrases
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.phrase import PhraseError, pattern_of, plain


def finds(phrase: str, text: str) -> str | None:
    match = compile_phrases((phrase,)).search(plain(text))
    return match.group() if match else None


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        pytest.param("sorry to hear", "I'm SORRY to hear that", id="whatever the case"),
        pytest.param("sorry to hear", "sorry, to hear", id="over a comma"),
        pytest.param("(sorry|my apologies) for", "My apologies for that", id="an alternative"),
        pytest.param("[so] sorry", "so sorry", id="with the optional word"),
        pytest.param("[so] sorry", "sorry", id="without the optional word"),
        pytest.param("you [very|so] much", "you so much", id="an optional alternative"),
        pytest.param("apologi*", "apologised", id="a stem"),
        pytest.param("sorry ~3 wait", "sorry about the long wait", id="a gap of three words"),
        pytest.param("sorry ~3 wait", "sorry wait", id="a gap of none"),
        pytest.param("I'll call", "I will call", id="a contraction's long form"),
        pytest.param("I'm here", "Im here", id="a contraction without apostrophe"),
        pytest.param("you'll get", "Youll get", id="another without apostrophe"),
        pytest.param("they'll get", "theyll get", id="a third"),
        pytest.param("I've", "ive", id="a fourth"),
        pytest.param("can't", "cannot", id="can't as cannot"),
        pytest.param("can't", "cant", id="can't without apostrophe"),
        pytest.param("sorry ~3 [long] wait", "sorry about the wait", id="a gap before an option"),
        pytest.param("sorry ~3 [long] wait", "sorry for this very long wait", id="both taken"),
        pytest.param("don't worry", "don\u2019t worry", id="a typographic apostrophe"),
        pytest.param("thanks 🙏", "many thanks 🙏", id="an emoji"),
    ],
)
def test_a_phrase_finds_what_people_write(phrase: str, text: str) -> None:
    assert finds(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        pytest.param("sorry", "sorryful", id="inside a word"),
        pytest.param("thank you", "Thank. You", id="over the end of a sentence"),
        pytest.param("sorry ~2 wait", "sorry about the long wait", id="a gap too wide"),
        pytest.param("apology", "apologies", id="no stem asked for"),
        pytest.param("I'll check", "she is ill check", id="ill is not I'll"),
        pytest.param("I'd like", "my id like that", id="id is not I'd"),
        pytest.param("we'll send", "well send", id="well is not we'll"),
        pytest.param("she'd", "a shed", id="shed is not she'd"),
        pytest.param("we're", "they were", id="were is not we're"),
    ],
)
def test_a_phrase_leaves_alone(phrase: str, text: str) -> None:
    assert finds(phrase, text) is None


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("", "finds nothing"),
        ("[a]", "must not be optional"),
        ("~3 a", "a word before it"),
        ("a ~3", "a word behind it"),
        ("a ~3 [b]", "a word behind it"),
        ("[a] ~3 b", "a word before it"),
        ("a ~3 ~3 b", "a word before it"),
        ("a " + "[b] " * 9 + "c", "too many gaps and options"),
        ("a ~9 b ~9 c ~9 d", "too many gaps and options"),
        ("a ~11 b", "~1 to ~10"),
        ("(a", "cannot read '(a'"),
        ("(a|)", "an alternative is empty"),
        ("a* *b", "cannot read '*b'"),
        ("x" * 501, "at most 500"),
    ],
)
def test_a_phrase_outside_the_language_is_refused_with_the_reason(phrase: str, reason: str) -> None:
    with pytest.raises(PhraseError) as error:
        pattern_of(phrase)
    assert reason in str(error.value)


def test_the_longest_wording_is_quoted() -> None:
    pattern = compile_phrases(("thank you", "thank you very much"))
    match = pattern.search("Thank you very much indeed")
    assert match
    assert match.group() == "Thank you very much"


@given(st.text())
def test_plain_text_is_as_long_as_the_original(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(st.text(alphabet="a b()[]|~*'13", max_size=30))
def test_every_phrase_is_refused_or_compiles(phrase: str) -> None:
    try:
        pattern = compile_phrases((phrase,))
    except PhraseError:
        return
    assert pattern.search("") is None


def test_a_plain_text_behind_a_bracket_is_no_phrase() -> None:
    with pytest.raises(PhraseError, match="alternatives hold plain words"):
        pattern_of("(a ~2 b|c)")


@pytest.mark.parametrize("phrase", ["adi\u00f3s", "adio\u0301s"])
@pytest.mark.parametrize("text", ["Adi\u00f3s!", "Adio\u0301s!"])
def test_an_accent_may_be_part_of_its_letter_or_a_sign_of_its_own(phrase: str, text: str) -> None:
    assert compile_phrases((phrase,)).search(text)
