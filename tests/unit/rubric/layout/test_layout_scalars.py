"""How single values are written: plain, in quotes, in brackets, over several lines."""

import pytest

from qa_toolkit.rubric.layout import format_text


def laid_out(text: str) -> str:
    result = format_text(text, "r.yaml")
    assert result.problems == ()
    assert format_text(result.text, "r.yaml") == result
    return result.text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("'plain words'", "plain words"),
        ('"it\'s (a|b) ~2 c*"', "it's (a|b) ~2 c*"),
        ('"1.0.0"', "1.0.0"),
        ("'don''t'", "don't"),
        ("''", '""'),
        ("'a: b'", '"a: b"'),
        ("'a #b'", '"a #b"'),
        ("'[so] sorry'", '"[so] sorry"'),
        ("'*'", '"*"'),
        ("'- a'", '"- a"'),
        ("'-a'", "-a"),
        ("' a'", '" a"'),
        ("'a:'", '"a:"'),
        ('"a\\tb"', '"a\\tb"'),
        ('"a\\nb"', '"a\\nb"'),
        ('"\\U0001F600"', "😀"),
        ("'say: \"no\"'", "'say: \"no\"'"),
        ('"it\'s: \\"no\\""', '"it\'s: \\"no\\""'),
        ("'12'", '"12"'),
        ("'1e3'", '"1e3"'),
        ("'0o17'", '"0o17"'),
        ("'true'", '"true"'),
        ("'~'", '"~"'),
        ("'no'", '"no"'),
        ("'2024-05-01'", '"2024-05-01"'),
        ("'1:30'", '"1:30"'),
        ("no", "no"),
        ("1:30", "1:30"),
        ("0.50", "0.50"),
        ("~", "~"),
        ("", ""),
        ("what is it?", "what is it?"),
        ("a\u00a0b", "a\u00a0b"),
    ],
)
def test_a_value_is_plain_where_that_says_the_same(before: str, after: str) -> None:
    assert laid_out(f"title: {before}\n") == f"title: {after}".rstrip() + "\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[ a,b , ]", "[a, b]"),
        ('{ 0: no, "1": yes}', '{0: no, "1": yes}'),
        ("{a: , b}", "{a: null, b: null}"),
        ("['a, b', c d]", '["a, b", c d]'),
        ("[what?]", '["what?"]'),
        ("[a: 1]", "[{a: 1}]"),
        ("[\n  a,\n\n  b\n]", "[a, b]"),
        ("[a\n  b, 'c\n  d']", "[a b, c d]"),
        ("[[], {}]", "[[], {}]"),
        ("{'': 1}", '{"": 1}'),
    ],
)
def test_what_was_in_brackets_stays_there(before: str, after: str) -> None:
    assert laid_out(f"zoo: {before}\n") == f"zoo: {after}\n"


@pytest.mark.parametrize("width", [100, 101])
def test_brackets_stay_where_their_line_has_at_most_100_columns(width: int) -> None:
    phrase = "x" * (width - len("any: [a, ]"))
    after = laid_out(f"any: [a, {phrase}]\n")
    assert after == (f"any: [a, {phrase}]\n" if width == 100 else f"any:\n  - a\n  - {phrase}\n")


def test_only_the_brackets_that_are_too_long_open() -> None:
    inner = ", ".join(["some words"] * 6)
    after = laid_out(f"zoo: {{a: [{inner}], b: [{inner}], c: {{d: e}}}}\n")
    assert after == f"zoo:\n  a: [{inner}]\n  b: [{inner}]\n  c: {{d: e}}\n"


def test_a_list_gets_its_dashes_below_its_key_and_further_in() -> None:
    assert laid_out("any:\n-   a\n-\n    - b\n    -   c: 1\n        d: 2\n") == (
        "any:\n  - a\n  - - b\n    - c: 1\n      d: 2\n"
    )


def test_a_long_phrase_stays_on_its_line() -> None:
    text = f"any:\n  - ({'|'.join(['word'] * 60)})\n"
    assert laid_out(text) == text


def test_a_short_text_over_several_lines_becomes_one_line() -> None:
    assert laid_out("title: a\n  b\n  c\n") == "title: a b c\n"


def test_a_long_text_over_several_lines_is_folded() -> None:
    words = " ".join(["words"] * 30)
    first, *lines = laid_out(f'guidance: "{words}\n\n  {words}"\n').splitlines()
    assert first == "guidance: >-"
    assert [len(line) for line in lines] == [97, 85, 0, 97, 85]


def test_spaces_that_folding_would_lose_keep_a_text_on_its_line() -> None:
    words = "  ".join(["words"] * 20)
    assert laid_out(f'guidance: "{words}\n  {words}"\n') == f"guidance: {words} {words}\n"


@pytest.mark.parametrize(
    "block",
    [
        "|\n  A: Hi\n  C: Yo\n",
        "|-\n  A: Hi\n",
        ">-\n  folded as\n  it was\n\n  and on\n    indented\n  out\n",
        "|2\n    two more\n  text\n",
        "|+\n  text\n\n\n",
        "|\n\n  text\n",
        "|\n  a  \n  b\n",
    ],
)
def test_a_block_keeps_its_style_and_text(block: str) -> None:
    assert laid_out(f"guidance: {block}") == f"guidance: {block}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: |\n      x\n        y\n", "a: |\n  x\n    y\n"),
        ("a: |4\n      x\n", "a: |2\n    x\n"),
        ("a: |-\n  x\n\n\n\nb: 1\n", "a: |-\n  x\n\nb: 1\n"),
        ("a: |+\n  x\nb: 1\n", "a: |\n  x\nb: 1\n"),
        ("a: |+\n  x\n\nb: |\n  y", "a: |+\n  x\n\nb: |-\n  y\n"),
        ("a: |\nb: >+\n\n", 'a: ""\nb: "\\n"\n'),
        ("a: |-\n  x\n   \n", 'a: "x\\n "\n'),
        ("a:\n- |\n x\n- >-\n  y\n", "a:\n  - |\n    x\n  - >-\n    y\n"),
    ],
)
def test_a_block_moves_as_a_whole(before: str, after: str) -> None:
    assert laid_out(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("? a\n: b\n", "a: b\n"),
        ("? |\n  a\n: b\n", '"a\\n": b\n'),
        ("'1': a\n", '"1": a\n'),
        ("'a b': c\n", "a b: c\n"),
        ("'': c\n", '"": c\n'),
        ("?\n: c\n", '"": c\n'),
        ("{}", "{}\n"),
    ],
)
def test_a_key_stands_on_one_line(before: str, after: str) -> None:
    assert laid_out(before) == after
