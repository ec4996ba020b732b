"""Lines about evidence."""

import pytest
from interview_builders import interview, typed
from shop_builders import form

from qa_toolkit.domain.shop.log import Attachment, ShopLog
from qa_toolkit.shops.interview.answers import Wrong
from qa_toolkit.shops.interview.proof import Attach, read_attach, unquoted
from qa_toolkit.shops.interview.turns import attached

EMPTY = ShopLog(shop="autumn-1", scenario_hash="f0", shopper="maya")
CALL = Attachment(hash="ab", name="call.wav", kind="recording", media_type="audio/wav", size=2_400_000)  # fmt: skip


@pytest.mark.parametrize(
    ("typed_path", "path"),
    [
        ("call.wav", "call.wav"),
        ("'my call.wav'", "my call.wav"),
        ('"my call.wav" ', "my call.wav"),
        (r"my\ call.wav", "my call.wav"),
        ("file:///home/maya/my%20call.wav", "/home/maya/my call.wav"),
        ("my call.wav", "my call.wav"),
        ("it's here.wav", "it's here.wav"),
    ],
)
def test_paths_are_taken_as_file_managers_drop_them(typed_path: str, path: str) -> None:
    assert unquoted(typed_path) == path


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("call.wav", Attach("call.wav", "recording")),
        ("shelf.JPG", Attach("shelf.JPG", "photo")),
        ("receipt shelf.jpg", Attach("shelf.jpg", "receipt")),
        ("chat: 'my talk.txt'", Attach("my talk.txt", "chat")),
        ("scan.pdf", Attach("scan.pdf", "receipt")),
        ("photo", Wrong("what is it? Write 'photo', 'receipt', 'recording', 'chat' or 'document' before the file")),
    ],
)  # fmt: skip
def test_the_kind_is_said_or_told_from_the_name(line: str, wanted: object) -> None:
    assert read_attach(form(), EMPTY, line) == wanted


def test_a_picture_is_what_the_scenario_still_misses() -> None:
    asked = form(evidence=[{"kind": "receipt", "text": "Of the till."}])
    assert read_attach(asked, EMPTY, "a.jpg") == Attach("a.jpg", "receipt")


def test_a_recording_is_told_to_be_transcribed() -> None:
    turn = attached(interview(), CALL)
    assert turn.told == "attached recording: call.wav (2.4 MB); its words are transcribed after it is submitted"  # fmt: skip


def test_the_same_file_is_attached_once() -> None:
    turn = attached(attached(interview(), CALL).interview, CALL)
    assert (turn.told, len(turn.interview.log.attachments)) == ("call.wav is attached already", 1)


@pytest.mark.parametrize("line", ["- 1", "- call.wav"])
def test_an_attachment_is_taken_out_by_number_or_name(line: str) -> None:
    there = typed(attached(interview(), CALL).interview, ":go evidence").interview
    assert typed(there, line).interview.log.attachments == ()
    assert typed(there, "- 7").wrong == "there is no attachment '7'"
