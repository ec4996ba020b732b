"""Files are taken for the kind of form they hold, and JSON is read so that nothing is overlooked."""

import json

import pytest
from form_builders import connect, question

from qa_toolkit.errors import UsageError
from qa_toolkit.forms.documents import kind_of, read_json
from qa_toolkit.forms.words import Names, is_name, name_of, one_line, prose


@pytest.mark.parametrize(
    ("source", "data", "kind"),
    [
        ("a.yaml", b"format: 1\n", "rubric"),
        ("a.json", b'{"format": 1, "sections": []}', "rubric"),
        ("a.txt", json.dumps(connect(question())).encode(), "amazon-connect"),
        ("a.json", b'{"EvaluationForm": {}}', "amazon-connect"),
        ("a.json", b'{"Resources": {}}', "amazon-connect"),
        ("a.json", b'\xef\xbb\xbf {"questionGroups": []}', "genesys"),
        ("a.csv", b"Section,Question\n", "questions"),
        ("a.xlsx", b"PK\x03\x04", "questions"),
    ],
)
def test_the_content_tells_the_kind(source: str, data: bytes, kind: str) -> None:
    assert kind_of(data, source) == kind


def test_other_json_is_refused() -> None:
    with pytest.raises(UsageError, match="neither an Amazon Connect nor a Genesys"):
        kind_of(b'{"answers": []}', "a.json")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"a": 1,\n "b" 2}', "a.json:2:6: not JSON"),
        (b'{"a": 1, "a": 2}', "the key 'a' is given twice"),
        (b'{"a": NaN}', "NaN is no number"),
        (b"[" * 100 + b"]" * 100, "nested too deeply"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a": "\xff"}', "not UTF-8"),
        (b"9" * 10_000, "digit"),
    ],
    ids=["comma", "twice", "no number", "deep", "deeper", "bytes", "long number"],
)
def test_what_is_no_json_is_told_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(UsageError, match=said) as raised:
        read_json(data, "a.json")
    assert "\n" not in raised.value.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_json_is_read_in_the_encodings_it_comes_in(encoding: str) -> None:
    assert read_json('{"a": "ß"}'.encode(encoding), "a.json") == {"a": "ß"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Did the agent greet the customer?", "greet_customer"),
        ("Is it?", "is_it"),
        ("The naïve café's price", "naive_cafes_price"),
        ("24 hours", "question_24_hours"),
        ("？", "question"),
        ("w" * 90, "w" * 40),
    ],
)
def test_names_are_made_of_telling_words(text: str, name: str) -> None:
    assert name_of(text, "question") == name
    assert is_name(name)


def test_the_second_of_a_name_gets_a_number_and_stays_short() -> None:
    names = Names(["a", "x" * 40])
    assert [names.take("a"), names.take("a"), names.take("x" * 40)] == [
        "a_2",
        "a_3",
        "x" * 38 + "_2",
    ]


def test_text_keeps_its_lines_and_loses_what_no_file_can_hold() -> None:
    assert prose(" a\x00b\r\nc\u2028d\ud800  ") == "a b\nc d\ufffd"
    assert one_line("a\n  b") == "a b"
