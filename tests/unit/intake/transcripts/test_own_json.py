"""What `qa transcript export --format json` wrote, read again."""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from builders import transcript
from spoken import call, document

from qa_toolkit.domain.transcript import SpeakerRole, Transcript, Turn
from qa_toolkit.intake.transcripts import TranscriptFile, is_transcript, read_transcript
from qa_toolkit.transcripts.json import value_of

DOUBTFUL = call(doubt="language or audio doubtful", log_probability=-1.36, role_confidence=0.61)
PEOPLE = replace(
    transcript(""),
    turns=tuple(
        Turn(speaker=role, text="Hi", start_s=n, end_s=n + 1, party=party)
        for n, (role, party) in enumerate(
            [
                (SpeakerRole.AGENT, "Mo"),
                (SpeakerRole.AGENT, "agent 2"),
                (SpeakerRole.CUSTOMER, ""),
                (SpeakerRole.UNKNOWN, "SPEAKER_07"),
                (SpeakerRole.UNKNOWN, ""),
            ]
        )
    ),
)


def exported(spoken: Transcript, **changed: Any) -> Any:
    return json.loads(json.dumps(value_of(document(spoken)))) | changed


def read(folder: Path, value: object) -> TranscriptFile:
    path = folder / "call.json"
    path.write_text(json.dumps(value))
    assert is_transcript(path)
    return read_transcript(path, "call-17")


@pytest.mark.parametrize(
    "spoken",
    [
        pytest.param(call(), id="sure"),
        pytest.param(DOUBTFUL, id="doubtful"),
        pytest.param(call(role_confidence=0.83, doubt=""), id="roles estimated"),
        pytest.param(call(audio=None), id="made by others"),
        pytest.param(transcript("", doubt="no speech found"), id="nothing said"),
        pytest.param(replace(PEOPLE, interaction_id="call-17"), id="several of one role"),
    ],
)
def test_a_transcript_comes_back_as_it_was(tmp_path: Path, spoken: Transcript) -> None:
    found = read(tmp_path, exported(spoken))
    assert found.problems == ()
    assert found.transcript == replace(spoken, interaction_id="call-17")


def test_a_file_without_turns_that_says_no_reason_gets_one(tmp_path: Path) -> None:
    found = read(tmp_path, exported(transcript(""))).transcript
    assert found
    assert found.doubt == "the transcript holds no words"


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ({"text": 7}, "segment 2: 'text' is not text; it is left out"),
        ({"speaker": "boss"}, "segment 2: unknown speaker 'boss'; it is left out"),
        ({"start": "soon"}, "segment 2: start is not a number"),
    ],
)
def test_a_turn_that_cannot_be_read_is_doubt_beside_that_of_the_file(
    tmp_path: Path, broken: dict[str, object], message: str
) -> None:
    value = exported(DOUBTFUL)
    value["segments"][1] |= broken
    found = read(tmp_path, value)
    assert found.problems[0].message.startswith(message)
    assert found.transcript
    assert found.transcript.doubt == (
        "language or audio doubtful; "
        "words are missing: parts of the transcript could not be read (segment 2)"
    )


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"log_probability": "low"}, "log_probability is not a number; left out"),
        ({"role_confidence": 7}, "role_confidence is not a number from 0 to 1; left out"),
        ({"sounds": [{"kind": "song"}]}, "sound 1 is none: holds and waits are not taken over"),
    ],
)
def test_other_values_that_cannot_be_read_are_warnings(
    tmp_path: Path, changed: dict[str, object], message: str
) -> None:
    found = read(tmp_path, exported(call(), **changed))
    assert [(one.message, one.severity) for one in found.problems] == [(message, "warning")]
    assert found.transcript


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"format": 2}, "format 2 of qa transcript export is not read"),
        ({"doubt": None}, "doubt or origin is missing"),
        ({"origin": None}, "doubt or origin is missing"),
        ({"channel": "chat"}, "the transcript of a written contact, not of a call"),
    ],
)
def test_what_would_be_read_wrongly_is_not_read(
    tmp_path: Path, changed: dict[str, object], message: str
) -> None:
    found = read(tmp_path, exported(call(), **changed))
    assert found.transcript is None
    assert found.problems[0].message == message


@pytest.mark.parametrize("name", ["a.json", "b.vtt", "c.srt"])
def test_a_pipe_is_never_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    is_transcript(tmp_path / name)
    found = read_transcript(tmp_path / name, "call-17")
    assert found.transcript is None
    assert found.problems[0].message == "a pipe or a device, not a file; not read"
