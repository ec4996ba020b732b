"""JSON of whisper programs and of WhisperX, each in the shape that its program writes."""

import json
from pathlib import Path
from typing import Any

import pytest

from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.intake.transcripts import Names, is_transcript, read_transcript

OPENAI = {
    "text": " Hello there.",
    "language": "en",
    "segments": [
        {
            "id": 0, "seek": 0, "start": 0.0, "end": 2.0, "text": " Hello there.",
            "tokens": [50363, 18435, 612, 13], "temperature": 0.0, "avg_logprob": -0.25,
            "compression_ratio": 0.6, "no_speech_prob": 0.01,
            "words": [
                {"word": " Hello", "start": 0.1, "end": 0.6, "probability": 0.93},
                {"word": " there.", "start": 0.6, "end": 1.1, "probability": 0.41},
            ],
        },
        {"id": 1, "seek": 0, "start": 2.0, "end": 3.0, "text": " Bye.", "tokens": [1, 2],
         "avg_logprob": -0.55, "words": []},
    ],
}  # fmt: skip
VERBOSE = {
    "task": "transcribe",
    "language": "english",
    "duration": 3.2,
    "text": "Hello there.",
    "segments": [{"id": 0, "start": 0.0, "end": 2.0, "text": "Hello there.", "avg_logprob": -0.2}],
    "words": [{"word": "Hello", "start": 0.1, "end": 0.6}],
}
CPP = {
    "systeminfo": "AVX = 1",
    "model": {"type": "base", "multilingual": False},
    "result": {"language": "en"},
    "transcription": [
        {
            "timestamps": {"from": "00:00:00,000", "to": "00:00:02,000"},
            "offsets": {"from": 0, "to": 2000},
            "text": " Hello there.",
            "speaker": "0",
            "tokens": [
                {"text": "[_BEG_]", "offsets": {"from": 0, "to": 0}, "id": 50363, "p": 0.9},
                {"text": " Hel", "offsets": {"from": 0, "to": 400}, "id": 1, "p": 0.8},
                {"text": "lo", "offsets": {"from": 400, "to": 900}, "id": 2, "p": 0.6},
                {"text": " there", "offsets": {"from": 900, "to": 1500}, "id": 3, "p": 0.9},
                {"text": ".", "offsets": {"from": 1500, "to": 2000}, "id": 4, "p": 0.7},
            ],
        }
    ],
}
WHISPERX = {
    "language": "en",
    "segments": [
        {
            "start": 0.0, "end": 3.0, "text": " Order 7441 please.", "speaker": "SPEAKER_00",
            "words": [
                {"word": "Order", "start": 0.1, "end": 0.5, "score": 0.9, "speaker": "SPEAKER_00"},
                {"word": "7441"},
                {"word": "please.", "start": 2.1, "end": 2.8, "score": 0.7,
                 "speaker": "SPEAKER_00"},
            ],
        },
        {"start": 3.0, "end": 4.0, "text": " Sure.", "speaker": "SPEAKER_01", "words": []},
    ],
    "word_segments": [],
}  # fmt: skip


def read(folder: Path, value: Any, names: Names | None = None) -> Transcript:
    path = folder / "call.json"
    path.write_text(json.dumps(value))
    found = read_transcript(path, "call", names or Names())
    assert found.transcript
    return found.transcript


def test_whisper_gives_words_with_probabilities_and_a_log_probability_by_pieces(
    tmp_path: Path,
) -> None:
    words = read(tmp_path, OPENAI)
    first = words.turns[0]
    assert [(w.text, w.start_s, w.probability) for w in first.words] == [
        ("Hello", 0.1, 0.93),
        ("there.", 0.6, 0.41),
    ]
    assert first.confidence == pytest.approx(0.67)
    assert words.log_probability == pytest.approx((4 * -0.25 + 2 * -0.55) / 6)


def test_segments_without_usable_words_have_none_but_keep_their_text(tmp_path: Path) -> None:
    last = read(tmp_path, OPENAI).turns[1]
    assert (last.text, last.words, last.confidence) == ("Bye.", (), None)


def test_a_bare_array_of_segments_is_read_too(tmp_path: Path) -> None:
    assert read(tmp_path, OPENAI["segments"]).turns == read(tmp_path, OPENAI).turns


def test_the_hosted_interface_names_languages_and_gives_the_duration(tmp_path: Path) -> None:
    words = read(tmp_path, VERBOSE)
    assert (words.language, words.duration_s, words.turns[0].words) == ("en", 3.2, ())


@pytest.mark.parametrize(
    ("told", "code"),
    [("english", "en"), ("Spanish", "es"), ("haitian creole", "ht"), ("en-GB", "en"),
     ("klingonese", ""), (None, ""), (7, "")],
)  # fmt: skip
def test_languages_come_as_codes_whatever_the_file_writes(
    tmp_path: Path, told: object, code: str
) -> None:
    assert read(tmp_path, VERBOSE | {"language": told}).language == code


def test_whisper_cpp_joins_word_pieces_and_turns_milliseconds_to_seconds(tmp_path: Path) -> None:
    words = read(tmp_path, CPP)
    assert [
        (w.text, w.start_s, w.end_s, round(w.probability, 2)) for w in words.turns[0].words
    ] == [
        ("Hello", 0.0, 0.9, 0.7),
        ("there.", 0.9, 2.0, 0.8),
    ]
    assert (words.origin.engine, words.origin.model) == ("whisper.cpp json", "base")


def test_whisperx_puts_a_number_between_its_neighbours_as_sure_as_they_are(tmp_path: Path) -> None:
    turn = read(tmp_path, WHISPERX).turns[0]
    number = turn.words[1]
    assert (number.text, 0.1 < number.start_s < 2.1) == ("7441", True)
    assert number.probability == pytest.approx(0.8)


def test_labels_are_unknown_speakers_until_metadata_names_one(tmp_path: Path) -> None:
    doubtful = read(tmp_path, WHISPERX)
    assert doubtful.doubt == (
        "who speaks is not known: SPEAKER_00 and SPEAKER_01 may be agent or customer"
    )
    known = read(tmp_path, WHISPERX, Names.told({"agent_speaker": "speaker_01"}))
    assert [turn.speaker.value for turn in known.turns] == ["customer", "agent"]
    assert known.doubt == ""


def test_a_segment_in_which_the_speaker_changes_is_cut_there(tmp_path: Path) -> None:
    segment = {
        "start": 0, "end": 4, "text": "Hi yes", "speaker": "Agent",
        "words": [{"word": "Hi", "start": 0, "end": 1, "score": 0.9, "speaker": "Agent"},
                  {"word": "yes", "start": 3, "end": 4, "score": 0.9, "speaker": "Customer"}],
    }  # fmt: skip
    turns = read(tmp_path, {"segments": [segment]}).turns
    assert [(t.speaker.value, t.text, t.start_s, t.end_s) for t in turns] == [
        ("agent", "Hi", 0.0, 1.0),
        ("customer", "yes", 3.0, 4.0),
    ]


def test_words_that_a_recogniser_was_unsure_of_are_doubtful(tmp_path: Path) -> None:
    poor = VERBOSE | {
        "segments": [{"start": 0, "end": 2, "text": "Agent: ola", "avg_logprob": -1.3}]
    }
    assert read(tmp_path, poor).doubt == (
        "language or audio doubtful (mean log-probability -1.30, under -0.60)"
    )


@pytest.mark.parametrize(
    ("segment", "message"),
    [
        ("Hello", "not a JSON object"),
        ({"start": 0, "end": 1}, "'text' is not text"),
        ({"start": "soon", "end": 1, "text": "a"}, "start is not a number from 0 to 31622400"),
        ({"start": 0, "end": None, "text": "a"}, "it has no end"),
        ({"start": 0, "end": float("nan"), "text": "a"}, "end is not a number from 0 to 31622400"),
    ],
    ids=["text", "no text", "a word for a time", "no end", "not a number"],
)
def test_a_segment_that_cannot_be_used_is_told_by_its_number(
    tmp_path: Path, segment: object, message: str
) -> None:
    path = tmp_path / "call.json"
    good = {"start": 0, "end": 1, "text": "Agent: Hello"}
    path.write_text(json.dumps({"segments": [good, segment]}))
    found = read_transcript(path, "call")
    assert [one.message for one in found.problems] == [f"segment 2: {message}; it is left out"]
    assert found.transcript
    assert "words are missing" in found.transcript.doubt


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (OPENAI, True), (VERBOSE, True), (CPP, True), (WHISPERX, True), ({"segments": []}, True),
        ({"agent": "dana", "id": "c-1"}, False), ({"segments": ["vip", "late"]}, False),
        ({"segments": "gold"}, False), ([{"file": "a.wav", "agent": "dana"}], False), ([], False),
        ("text", False), (None, False),
    ],
)  # fmt: skip
def test_a_json_file_is_a_transcript_by_its_shape(
    tmp_path: Path, value: object, *, expected: bool
) -> None:
    path = tmp_path / "call.json"
    path.write_text(json.dumps(value))
    assert is_transcript(path) is expected


@pytest.mark.parametrize("text", ["{", "[" * 100_000, "\ufeff", '{"segments": [1e999]}'])
def test_broken_json_is_no_transcript_and_no_crash(tmp_path: Path, text: str) -> None:
    path = tmp_path / "call.json"
    path.write_text(text)
    assert is_transcript(path) is False
    assert read_transcript(path, "call").transcript is None
