"""WebVTT and SubRip as programs and people write them, with what goes wrong in them."""

import sys
import time
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from qa_toolkit.domain.transcript import SpeakerRole, Transcript
from qa_toolkit.intake.transcripts import TranscriptFile, read_transcript
from qa_toolkit.intake.transcripts.read import LARGEST

VTT = """WEBVTT - Northwind
Language: en

NOTE made by hand
--> no cue

STYLE
::cue { color: red }

greeting
00:01.000 --> 00:03.500 align:start position:10%
<v Agent>Northwind &amp; Sons, <i>good</i> morning.</v>

00:00:04.000 --> 00:00:06.250
<v.loud Customer>My parcel is
late, I love it &lt;3
"""
SRT = """1
00:00:01,000 --> 00:00:03,500
Agent: {\\an8}Northwind, <font color="red">good</font> morning.

2
00:00:04,000 --> 00:00:06,250
Customer: My parcel is
late.
"""


def read(folder: Path, text: str | bytes, suffix: str = ".vtt") -> TranscriptFile:
    path = folder / f"call{suffix}"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_transcript(path, "call")


def words_of(found: TranscriptFile) -> Transcript:
    assert found.transcript
    return found.transcript


def said(found: TranscriptFile) -> list[tuple[str, float | None, float | None, str]]:
    turns = words_of(found).turns
    return [(turn.speaker.value, turn.start_s, turn.end_s, turn.text) for turn in turns]


def told(found: TranscriptFile) -> list[tuple[int | None, str, str]]:
    return [(one.line, one.severity, one.message) for one in found.problems]


def test_webvtt_gives_times_voices_and_plain_text(tmp_path: Path) -> None:
    found = read(tmp_path, VTT)
    assert said(found) == [
        ("agent", 1.0, 3.5, "Northwind & Sons, good morning."),
        ("customer", 4.0, 6.25, "My parcel is late, I love it <3"),
    ]
    assert (found.problems, words_of(found).doubt, words_of(found).language) == ((), "", "en")


def test_subrip_gives_times_names_before_the_text_and_plain_text(tmp_path: Path) -> None:
    found = read(tmp_path, SRT, ".srt")
    assert said(found) == [
        ("agent", 1.0, 3.5, "Northwind, good morning."),
        ("customer", 4.0, 6.25, "My parcel is late."),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_every_encoding_and_line_end_gives_the_same(
    tmp_path: Path, encoding: str, line_end: str
) -> None:
    written = VTT.replace("\n", line_end).encode(encoding)
    assert said(read(tmp_path, written)) == said(read(tmp_path, VTT))


def test_windows_1252_is_read_and_told(tmp_path: Path) -> None:
    found = read(tmp_path, "1\n00:01 --> 00:02\nAgent: café\n".encode("cp1252"), ".srt")
    assert said(found)[0][3] == "café"
    assert "Windows-1252" in found.problems[0].message


@pytest.mark.parametrize(
    ("cue", "line", "message"),
    [
        ("00:61.000 --> 01:02.000\nHello", 4, "'00:61.000' is not a time; the cue is left out"),
        ("00:01.000 -->\nHello", 4, "'' is not a time; the cue is left out"),
        ("named\nsoon --> 00:02.000\nHello", 5, "'soon' is not a time; the cue is left out"),
        ("Hello there", 4, "text without a time: 'Hello there'; left out"),
    ],
    ids=["61 seconds", "no end", "a word for a time", "no time"],
)
def test_a_cue_that_cannot_be_read_is_told_with_its_line_and_makes_the_words_doubtful(
    tmp_path: Path, cue: str, line: int, message: str
) -> None:
    found = read(tmp_path, f"WEBVTT\n\n\n{cue}\n\n00:05.000 --> 00:06.000\n<v Agent>Bye.\n")
    assert told(found) == [(line, "error", message)]
    assert words_of(found).doubt == (
        f"words are missing: parts of the transcript could not be read (line {line})"
    )


@pytest.mark.parametrize(
    ("cue", "message"),
    [
        ("00:04.000 --> 00:02.000\n<v Agent>One", "the cue ends before it begins"),
        ("00:04.000 --> 00:05.000\n<v Agent><b></b>", "the cue has no text"),
        ("00:00.500 --> 00:05.000\n<v Agent>One", "the cue begins before the one above it"),
    ],
    ids=["backward", "empty", "out of order"],
)
def test_a_mistake_that_costs_no_words_is_a_warning(tmp_path: Path, cue: str, message: str) -> None:
    found = read(tmp_path, f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Agent>Hello\n\n{cue}\n")
    [(line, severity, text)] = told(found)
    assert (line, severity) == (6, "warning")
    assert text.startswith(message)
    assert words_of(found).doubt == ""


def test_cues_out_of_order_are_put_in_order_of_time(tmp_path: Path) -> None:
    later, earlier = "00:09 --> 00:10\n<v Agent>Bye.", "00:01 --> 00:02\n<v Customer>Hello."
    found = read(tmp_path, f"WEBVTT\n\n{later}\n\n{earlier}\n")
    assert [turn.text for turn in words_of(found).turns] == ["Hello.", "Bye."]


def test_cues_of_a_voice_are_one_turn_until_another_speaks_or_a_pause_comes(
    tmp_path: Path,
) -> None:
    cues = [("Agent", 0, 2, "One"), ("Agent", 3, 4, "two."), ("Agent", 9, 10, "Three."),
            ("Customer", 10, 11, "Four."), ("Agent", 11, 12, "Five.")]  # fmt: skip
    blocks = [f"00:{a:02} --> 00:{b:02}\n<v {who}>{text}" for who, a, b, text in cues]
    found = read(tmp_path, "WEBVTT\n\n" + "\n\n".join(blocks))
    assert [turn.text for turn in words_of(found).turns] == ["One two.", "Three.", "Four.", "Five."]


def test_two_voices_in_one_cue_share_its_time(tmp_path: Path) -> None:
    found = read(tmp_path, "WEBVTT\n\n00:00 --> 00:04\n<v Agent>abc</v> <v Customer>d</v>\n")
    assert said(found) == [("agent", 0.0, 3.0, "abc"), ("customer", 3.0, 4.0, "d")]


def test_cues_without_empty_lines_between_them_are_still_cues(tmp_path: Path) -> None:
    run_together = "1\n00:01 --> 00:02\nAgent: One.\n2\n00:03 --> 00:04\nCustomer: Two.\n"
    assert [turn[3] for turn in said(read(tmp_path, run_together, ".srt"))] == ["One.", "Two."]
    headed = "WEBVTT\n00:01 --> 00:02\n<v Agent>One.\n"
    assert [turn[3] for turn in said(read(tmp_path, headed))] == ["One."]


def test_a_transcript_without_cues_says_so_in_its_doubt(tmp_path: Path) -> None:
    assert words_of(read(tmp_path, "WEBVTT\n")).doubt == "the transcript holds no words"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf \r\n", "the file is empty"),
        (b"RIFF\x00\x01WAVE\x00", "not a text file"),
        (b"WEBVTT\n\nhello\n", "text without a time: 'hello'; left out"),
    ],
    ids=["nothing", "only a mark", "sound", "no cue that can be read"],
)
def test_a_file_of_which_nothing_can_be_read_gives_no_transcript(
    tmp_path: Path, content: bytes, message: str
) -> None:
    found = read(tmp_path, content)
    assert (found.transcript, [one.message for one in found.problems]) == (None, [message])


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    found = read_transcript(tmp_path / "gone.vtt", "call")
    assert found.problems[0].message == "cannot be read: No such file or directory"


def test_voices_that_tell_no_role_stay_apart_and_the_doubt_names_them(tmp_path: Path) -> None:
    cues = "00:00 --> 00:01\n<v Ana>Hi.\n\n00:01 --> 00:02\n<v Bo>Hello.\n"
    words = words_of(read(tmp_path, f"WEBVTT\n\n{cues}"))
    assert [(turn.speaker, turn.party) for turn in words.turns] == [
        (SpeakerRole.UNKNOWN, "Ana"),
        (SpeakerRole.UNKNOWN, "Bo"),
    ]
    assert words.doubt == "who speaks is not known: Ana and Bo may be agent or customer"


def test_a_file_ten_times_as_long_takes_ten_times_the_work(tmp_path: Path) -> None:
    """Lines of Python that are run, which are the same however busy the machine is."""

    def lines_run(cues: int) -> int:
        blocks = (
            f"00:{n % 60:02}:00 --> 00:{n % 60:02}:09\n<v Agent>{'word ' * 20}" for n in range(cues)
        )
        path = tmp_path / f"{cues}.vtt"
        path.write_text("WEBVTT\n\n" + "\n\n".join(blocks))
        run, before = 0, sys.gettrace()  # coverage may be tracing, too

        def trace(_frame: FrameType, event: str, _argument: object) -> Any:
            nonlocal run
            run += event == "line"
            return trace

        sys.settrace(trace)
        try:
            assert read_transcript(path, "call").transcript
        finally:
            sys.settrace(before)
        return run

    lines_run(10)  # what is done once in a process
    assert lines_run(3_000) / lines_run(300) < 11  # a square would be 100


@pytest.mark.parametrize(
    "text",
    [
        "<v " * 200_000,
        "&" * 400_000,
        "<" * 400_000,
        "{\\" * 200_000,
        "<v a>" * 60_000,
        "\n1" * 200_000,
    ],
    ids=["voices", "entities", "tags", "positions", "many voices", "numbers"],
)
def test_text_made_to_be_slow_is_read_in_a_moment(tmp_path: Path, text: str) -> None:
    begun = time.perf_counter()
    read(tmp_path, f"WEBVTT\n\n00:00 --> 00:01\n{text}")
    assert time.perf_counter() - begun < 3


@pytest.mark.parametrize("suffix", [".vtt", ".json"])
def test_a_file_too_large_to_be_a_transcript_is_not_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"call{suffix}"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    found = read_transcript(path, "call")
    assert [one.message for one in found.problems] == ["larger than 100 MB"]
