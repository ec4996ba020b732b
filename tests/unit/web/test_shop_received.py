"""A log as the page sends it: read into the types of the domain, or refused."""

import json
from dataclasses import replace
from typing import Any

import pytest
import shop_builders

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.shop.log import Attachment, ShopLog
from qa_toolkit.errors import UsageError
from qa_toolkit.web.received import log_document, log_of, received

KEY = b"k" * 32
FORM = shop_builders.form()
PHOTO = Attachment(
    hash="ab" * 16, name="door.jpg", kind="photo", media_type="image/jpeg", size=2_000
)


def body(log: dict[str, Any], **changed: Any) -> bytes:
    sent = {"form": "f0", "revision": 2, "clock": "2026-11-10T10:00:00+01:00", "log": log}
    return json.dumps(sent | changed).encode()


def read(log: dict[str, Any], **changed: Any) -> ShopLog:
    start = ShopLog(shop="autumn-1", scenario_hash="f0", shopper="maya")
    return log_of(received(body(log, **changed)), FORM, start, KEY)


def attachments(log: ShopLog) -> list[dict[str, Any]]:
    """The attachments of a log as the page reads them."""
    return list(json.loads(json.dumps(log_document(log, KEY)))["attachments"])


def test_a_log_goes_to_the_page_and_back_unchanged() -> None:
    log = shop_builders.log(attachments=(PHOTO,))
    assert read(log_document(log, KEY)) == log


@pytest.mark.parametrize(
    ("question", "answer", "kept"),
    [
        ("welcome.greeted", "no", "no"),
        ("welcome.greeted", "na", "na"),
        ("welcome.wait", 20, 20),
        ("welcome.wait", 2.5, 2.5),
        ("help.way", "post", "post"),
        ("help.opinion", "Yes.\x07", "Yes."),
    ],
)
def test_an_answer_is_kept_in_its_type(question: str, answer: object, kept: Answer) -> None:
    log = read({"observations": [{"question": question, "answer": answer}]})
    assert log.answers() == {question: kept}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("welcome.greeted", "maybe"),
        ("welcome.greeted", 1),
        ("welcome.greeted", True),
        ("welcome.wait", "20"),
        ("welcome.wait", True),
        ("help.way", ["post"]),
        ("help.opinion", "x" * 20_001),
        ("nothing.such", "yes"),
    ],
)
def test_an_answer_that_the_form_does_not_have_is_refused(question: str, answer: object) -> None:
    with pytest.raises(UsageError, match=question):
        read({"observations": [{"question": question, "answer": answer}]})


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"[]",
        b"\xff",
        body({"shopper": "tom"}),
        body({"marks": [{"mark": "start", "at": "2026-11-10T10:00:00"}]}),
        body({"marks": [{"mark": "ring", "at": "2026-11-10T10:00:00Z"}]}),
        body({"narrative": "x" * 20_001}),
        body({}, revision=-1),
        body({"marks": [{"mark": "start", "at": "0001-01-01T00:00:00+01:00"}]}),
        body({"marks": [{"mark": "end", "at": "9999-12-31T23:59:59-12:00"}]}),
        body({}, clock="0001-01-01T00:00:00+23:59"),
        b'{"log": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        body({"narrative": "\ud800"}),
    ],
    ids=[
        "empty",
        "list",
        "bytes",
        "shopper",
        "no zone",
        "no mark",
        "too long",
        "revision",
        "no such day in UTC",
        "no such day east of it",
        "clock of no day",
        "depth",
        "half a letter",
    ],
)
def test_what_no_page_would_send_is_refused(sent: bytes) -> None:
    with pytest.raises(UsageError) as raised:
        received(sent)
    assert raised.value.hint


@pytest.mark.parametrize("number", ["1e999", "NaN", "-Infinity", "1" + "0" * 400, "1e300"])
def test_a_number_that_is_none_is_refused(number: str) -> None:
    text = body({"observations": [{"question": "welcome.wait", "answer": 0}]})
    with pytest.raises(UsageError):
        log_of(
            received(text.replace(b'"answer": 0', f'"answer": {number}'.encode())),
            FORM,
            ShopLog(shop="autumn-1", scenario_hash="f0", shopper="maya"),
            KEY,
        )


@pytest.mark.parametrize(
    "log",
    [
        {"staff": "x" * 201},
        {"reference": "x" * 201},
        {"staff_description": "x" * 4_001},
        {"comments": {"welcome": "x" * 4_001}},
        {"observations": [{"question": "welcome.greeted", "comment": "x" * 4_001}]},
        {"observations": [{"question": "help.opinion", "answer": "x" * 4_001}]},
    ],
    ids=["name", "reference", "description", "section", "comment", "answer"],
)
def test_texts_are_as_long_as_on_every_other_way(log: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        read(log)


def test_blanks_around_a_text_are_no_part_of_it() -> None:
    noted = {"question": "help.opinion", "answer": " Yes.\r\n", "comment": " Quick. "}
    log = read({"narrative": "One.\r\nTwo. ", "observations": [noted]})
    assert log.narrative == "One.\nTwo."
    assert [(one.answer, one.comment) for one in log.observations] == [("Yes.", "Quick.")]


def test_a_question_is_answered_once() -> None:
    twice = [{"question": "welcome.greeted", "answer": answer} for answer in ("yes", "no")]
    with pytest.raises(UsageError, match=r"'welcome\.greeted' is answered twice"):
        read({"observations": twice})


def test_the_page_of_another_version_of_the_form_is_told_to_reload() -> None:
    with pytest.raises(UsageError, match="another version"):
        read({}, form="f1")


def test_an_attachment_counts_only_as_the_server_said_it() -> None:
    (sent,) = attachments(shop_builders.log(attachments=(PHOTO,)))
    assert read({"attachments": [sent]}).attachments == (PHOTO,)
    with pytest.raises(UsageError, match="did not arrive"):
        read({"attachments": [sent | {"hash": "cd" * 16}]})


def test_the_file_of_another_shop_cannot_be_named() -> None:
    other = replace(shop_builders.log(attachments=(PHOTO,)), shop="autumn-2")
    with pytest.raises(UsageError, match="did not arrive"):
        read({"attachments": attachments(other)})


def test_nobody_else_becomes_the_shopper() -> None:
    assert read({"narrative": "Hello"}).shopper == "maya"


def test_a_text_that_is_too_long_says_what_to_do() -> None:
    with pytest.raises(UsageError) as refused:
        read({"narrative": "a" * 20_001})
    told = "a text is too long (narrative): 20,000 characters at most"
    assert (refused.value.message, refused.value.hint) == (told, "shorten it")
