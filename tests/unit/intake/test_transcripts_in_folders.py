"""Transcripts beside recordings and alone, in a folder that is imported."""

import json
import shutil
from pathlib import Path

import pytest

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.problem import Problem
from qa_toolkit.intake.folder import read_folder
from qa_toolkit.intake.found import Found
from qa_toolkit.intake.options import DEFAULT_OPTIONS

VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Dana>Hello.\n\n00:03.000 --> 00:04.000\n<v Lee>Hi.\n"
WHISPER = json.dumps({"segments": [{"start": 0, "end": 1, "text": "Agent: From whisper."}]})
METADATA = "file,agent,agent_name,queue\ncall-1,d17,Dana Price,orders\n"


def write(folder: Path, **files: str) -> Path:
    """Files by name; a double underscore stands for the dot."""
    for name, content in files.items():
        (folder / name.replace("__", ".").replace("_", "-")).write_text(content)
    return folder


def read(folder: Path) -> tuple[list[Found], list[Problem]]:
    items = list(read_folder(folder, DEFAULT_OPTIONS))
    return (
        [item for item in items if isinstance(item, Found)],
        [item for item in items if isinstance(item, Problem)],
    )


def texts(found: Found) -> list[str]:
    assert found.transcript
    return [turn.text for turn in found.transcript.turns]


def test_a_transcript_stands_for_the_words_of_the_recording_beside_it(tmp_path: Path) -> None:
    write(tmp_path, call_1__wav="sound", call_1__vtt=VTT, metadata__csv=METADATA)
    (call,), problems = read(tmp_path)
    assert (call.interaction.id, problems) == ("call-1", [])
    assert call.interaction.recording
    assert call.transcript
    assert [turn.speaker.value for turn in call.transcript.turns] == ["agent", "customer"]


def test_a_transcript_alone_is_a_call_without_a_recording(tmp_path: Path) -> None:
    write(tmp_path, call_1__vtt=VTT, metadata__csv=METADATA)
    (call,), problems = read(tmp_path)
    interaction = call.interaction
    assert (interaction.channel, interaction.recording, problems) == (Channel.CALL, None, [])
    assert (interaction.id, interaction.agent.name, interaction.queue) == (
        "call-1",
        "Dana Price",
        "orders",
    )
    assert texts(call) == ["Hello.", "Hi."]


def test_a_transcript_alone_needs_an_agent(tmp_path: Path) -> None:
    _, (problem,) = read(write(tmp_path, call_1__vtt=VTT))
    assert problem.message == "the interaction names no agent"


def test_a_transcript_alone_has_a_side_car_of_its_own(tmp_path: Path) -> None:
    write(
        tmp_path,
        call_1__srt="1\n00:01 --> 00:02\nAgent: Hello.\n",
        call_1__json='{"agent": "dana"}',
    )
    (call,), problems = read(tmp_path)
    assert (call.interaction.agent.id, texts(call), problems) == ("dana", ["Hello."], [])


def test_json_of_whisper_is_a_transcript_and_other_json_is_metadata(tmp_path: Path) -> None:
    write(tmp_path, call_1__wav="one", call_1__json=WHISPER, metadata__csv=METADATA)
    write(tmp_path, call_2__wav="two", call_2__json='{"agent": "eli"}')
    (first, second), problems = read(tmp_path)
    assert (texts(first), second.transcript, problems) == (["From whisper."], None, [])
    assert second.interaction.agent.id == "eli"


@pytest.mark.parametrize("name", ["call-1.wav.vtt", "call-1.vtt"])
def test_names_as_programs_make_them_belong_to_the_recording(tmp_path: Path, name: str) -> None:
    write(tmp_path, call_1__wav="sound", metadata__csv=METADATA)
    (tmp_path / name).write_text(VTT)
    (call,), problems = read(tmp_path)
    assert (texts(call), problems) == (["Hello.", "Hi."], [])


def test_of_several_transcripts_the_fullest_is_used_and_the_others_are_told(
    tmp_path: Path,
) -> None:
    write(
        tmp_path, call_1__wav="sound", call_1__vtt=VTT, call_1__json=WHISPER, metadata__csv=METADATA
    )
    (call,), (problem,) = read(tmp_path)
    assert texts(call) == ["From whisper."]
    assert (problem.severity, problem.message) == (
        "info",
        "call-1.vtt is not used: the words are taken from call-1.json",
    )


def test_a_recording_whose_transcript_cannot_be_read_is_to_be_transcribed(tmp_path: Path) -> None:
    write(tmp_path, call_1__wav="sound", call_1__vtt="WEBVTT\n\nnothing\n", metadata__csv=METADATA)
    (call,), (problem,) = read(tmp_path)
    assert call.transcript is None
    assert (problem.line, problem.severity) == (3, "error")


@pytest.mark.parametrize("name", ["call-1.wav", "call-1.vtt"])
def test_one_file_is_read_with_what_lies_beside_it(tmp_path: Path, name: str) -> None:
    write(tmp_path, call_1__wav="sound", call_1__vtt=VTT, metadata__csv=METADATA)
    items = list(read_folder(tmp_path / name, DEFAULT_OPTIONS))
    (call,) = (item for item in items if isinstance(item, Found))
    assert texts(call) == ["Hello.", "Hi."]


def test_the_same_words_have_the_same_hash_wherever_they_lie(tmp_path: Path) -> None:
    write(tmp_path, call_1__vtt=VTT, metadata__csv=METADATA)
    (before,), _ = read(tmp_path)
    shutil.copytree(tmp_path, moved := tmp_path.with_name("moved"))
    (after,), _ = read(moved)
    (moved / "call-1.vtt").write_text(VTT.replace("Hi.", "Bye."))
    (changed,), _ = read(moved)
    assert before.interaction.content_hash == after.interaction.content_hash
    assert changed.interaction.content_hash != after.interaction.content_hash
