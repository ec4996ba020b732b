"""What a file is told to be, and what may be kept as which evidence."""

import re
from io import BytesIO

import pytest
import shop_files as files
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.shop.scenario import EvidenceKind
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.attachments.accept import accept
from qa_toolkit.shops.attachments.file_types import ALLOWED, TEXT
from qa_toolkit.shops.attachments.foreign import foreign
from qa_toolkit.shops.attachments.recognise import type_of

KINDS: tuple[EvidenceKind, ...] = tuple(ALLOWED)
GOOD: list[tuple[str, bytes, EvidenceKind, str]] = [
    ("a.jpg", files.jpeg(), "photo", "image/jpeg"),
    ("a.JPEG", files.jpeg(), "receipt", "image/jpeg"),
    ("a.png", files.PNG, "chat", "image/png"),
    ("a.webp", files.WEBP, "photo", "image/webp"),
    ("IMG_1.HEIC", files.HEIC, "photo", "image/heic"),
    ("a.pdf", files.PDF, "document", "application/pdf"),
    ("a.wav", files.WAV, "recording", "audio/wav"),
    ("a.mp3", files.MP3, "recording", "audio/mpeg"),
    ("b.mp3", files.MP3_TAGGED, "recording", "audio/mpeg"),
    ("a.m4a", files.M4A, "recording", "audio/mp4"),
    ("a.opus", files.OGG, "recording", "audio/ogg"),
    ("a.flac", files.FLAC, "recording", "audio/flac"),
    ("chat.txt", files.TEXT, "chat", "text/plain"),
    ("chat.jsonl", b'{"text": "Gr\xc3\xbc\xc3\x9fe"}\n', "chat", "text/plain"),
    ("chat.csv", "at,text\n1,Hello\n".encode("utf-16"), "chat", "text/plain"),
    ("no suffix", files.PNG, "photo", "image/png"),
]
BAD: list[tuple[str, bytes, EvidenceKind, str]] = [
    ("photo.jpg", b"MZ\x90\0" + bytes(90), "photo", "a program for Windows"),
    ("photo.jpg", b"\x7fELF\x02\x01\x01" + bytes(90), "photo", "a program for Linux"),
    ("chat.txt", b"#!/bin/sh\necho hello\n", "chat", "a script"),
    ("chat.txt", b"<!DOCTYPE html><p>Hello</p>", "chat", "a web page"),
    ("chat.txt", b"Hello\n<script>alert(1)</script>\n", "chat", "a script inside"),
    ("chat.txt", b"Hello\n<iframe src=x>\n", "chat", "a web page inside"),
    ("photo.png", b"<svg xmlns='x'><script/></svg>", "photo", "a web page"),
    ("receipt.pdf", b"PK\x03\x04" + bytes(90), "receipt", "an archive or an Office document"),
    ("receipt.pdf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(90), "receipt", "old Office"),
    ("photo.gif", b"GIF89a" + bytes(90), "photo", "something else"),
    ("receipt.pdf", files.PDF + b"/JavaScript (x)", "receipt", "a script inside"),
    ("receipt.pdf", files.PDF + b"/EmbeddedFile", "receipt", "another file inside"),
    ("photo.jpg", files.jpeg() + files.ZIP, "photo", "an archive inside"),
    ("photo.png", files.PNG + b"Rar!\x1a\x07\x01", "photo", "an archive inside"),
    ("call.wav", files.WAV + files.PDF, "recording", "a PDF inside"),
    ("photo.jpg", files.jpeg() + b"<?php system($x); ?>", "photo", "a script inside"),
    ("photo.jpg", files.PNG, "photo", "is a PNG picture, but its name ends in .jpg"),
    ("photo.png.exe", files.PNG, "photo", "its name ends in .exe"),
    ("chat.bat", files.TEXT, "chat", "its name ends in .bat"),
    ("call.wav", files.WAV, "photo", "it is a WAV recording"),
    ("photo.jpg", b"\x81\x02\x93" * 60, "photo", "of no known type"),
    ("chat.txt", b"Hello\0there", "chat", "of no known type"),
    ("chat.txt", b"Gr\xfc\xdfe", "chat", "of no known type"),
]


@pytest.mark.parametrize(
    ("name", "content", "kind", "media_type"), GOOD, ids=lambda one: str(one)[:20]
)
def test_what_a_shopper_may_bring_is_known_by_its_bytes(
    name: str, content: bytes, kind: EvidenceKind, media_type: str
) -> None:
    assert accept(BytesIO(content), name=name, kind=kind).media_type == media_type


@pytest.mark.parametrize(("name", "content", "kind", "told"), BAD, ids=lambda one: str(one)[:20])
def test_programs_archives_scripts_and_false_names_are_refused(
    name: str, content: bytes, kind: EvidenceKind, told: str
) -> None:
    with pytest.raises(UsageError, match=re.escape(told)) as refused:
        accept(BytesIO(content), name=name, kind=kind)
    assert refused.value.hint


def test_letters_of_an_archive_by_chance_are_none() -> None:
    content = files.PNG + b"PK\x05\x06" + b"\xff" * 18
    assert accept(BytesIO(content), name="a.png", kind="photo").media_type == "image/png"


def test_a_script_across_the_border_of_two_blocks_is_found() -> None:
    content = files.PNG + bytes((1 << 20) - len(files.PNG) - 4) + b"<script >"
    with pytest.raises(UsageError, match="a script inside"):
        accept(BytesIO(content), name="a.png", kind="photo")


@given(st.binary(max_size=400), st.sampled_from(KINDS))
def test_any_bytes_are_taken_or_refused_with_a_reason(content: bytes, kind: EvidenceKind) -> None:
    file = BytesIO(content)
    if type_of(file) in ALLOWED[kind] and not foreign(file, type_of(file) or TEXT):
        assert accept(file, name="evidence", kind=kind) in ALLOWED[kind]
    else:
        with pytest.raises(UsageError):
            accept(file, name="evidence", kind=kind)


@pytest.mark.parametrize("opening", [b"MZ", b"\x7fELF", b"PK\x03\x04", b"#!", b"<script>"])
@given(rest=st.binary(max_size=200))
def test_what_begins_as_a_program_is_never_a_type_that_is_kept(opening: bytes, rest: bytes) -> None:
    assert type_of(BytesIO(opening + rest)) is None
