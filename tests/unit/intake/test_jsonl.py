"""The line format of the filters."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import builders
import pytest
import spoken

from qa_toolkit.domain.interaction import Channel, Interaction
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.sound import Waveform
from qa_toolkit.domain.transcript import Origin, SpeakerRole, Transcript
from qa_toolkit.intake.found import Found
from qa_toolkit.intake.jsonl import read_jsonl, read_line, write_line
from qa_toolkit.intake.options import IntakeOptions

TURNS = [{"speaker": "customer", "text": "Hi"}, {"speaker": "agent", "text": "Hello"}]


def line(**fields: object) -> str:
    return json.dumps({"id": "c-1", "agent": "dana", "turns": TURNS} | fields)


def read(text: str) -> tuple[Interaction, Transcript]:
    found = read_line(text, "chats.jsonl", 7, require_agent=True)
    assert isinstance(found, Found), found
    assert found.transcript
    return found.interaction, found.transcript


def problem(text: str) -> Problem:
    result = read_line(text, "chats.jsonl", 7, require_agent=True)
    assert isinstance(result, Problem)
    return result


def test_a_line_becomes_an_interaction_with_its_transcript() -> None:
    interaction, transcript = read(line(agent_name="Dana Price", team="North", language="en-GB"))
    assert (interaction.id, interaction.channel) == ("c-1", Channel.CHAT)
    assert interaction.agent.shown == "Dana Price"
    assert interaction.source == "chats.jsonl:7"
    assert transcript.language == "en"
    assert [turn.speaker for turn in transcript.turns] == [SpeakerRole.CUSTOMER, SpeakerRole.AGENT]


def test_a_number_serves_as_an_id() -> None:
    assert read(line(id=4711))[0].id == "4711"


def test_moments_become_seconds_from_the_first_message() -> None:
    turns = [
        {"speaker": "customer", "text": "Hi", "at": "2026-11-02T09:14:00Z"},
        {"speaker": "agent", "text": "Hello", "at": "2026-11-02T09:15:30Z"},
    ]
    interaction, transcript = read(line(turns=turns))
    assert [turn.start_s for turn in transcript.turns] == [0.0, 90.0]
    assert transcript.duration_s == 90.0
    assert str(interaction.started_at) == "2026-11-02 09:14:00+00:00"


def test_a_message_without_a_time_keeps_none() -> None:
    turns = [{"speaker": "customer", "text": "Hi", "at": "2026-11-02T09:14:00Z"}, TURNS[1]]
    transcript = read(line(turns=turns))[1]
    assert [turn.start_s for turn in transcript.turns] == [0.0, None]
    assert transcript.duration_s is None


def test_turns_keep_the_order_of_the_line() -> None:
    """Evidence names turns by number, so they are never moved."""
    turns = [
        {"speaker": "customer", "text": "second", "at": "2026-11-02T09:15:00Z"},
        {"speaker": "agent", "text": "first", "at": "2026-11-02T09:14:00Z"},
    ]
    transcript = read(line(turns=turns))[1]
    assert [(turn.text, turn.start_s) for turn in transcript.turns] == [
        ("second", 60.0),
        ("first", 0.0),
    ]


def test_a_line_without_an_agent_is_used_where_none_is_required() -> None:
    found = read_line(json.dumps({"id": 1, "turns": TURNS}), "-", 1, require_agent=False)
    assert isinstance(found, Found)
    assert found.interaction.agent.id == ""


def test_keys_that_are_not_known_are_passed_over() -> None:
    assert read(line(labels={"x": 1}, turns=[{**TURNS[0], "ts": 1}]))[1].turns[0].text == "Hi"


def test_scalars_of_meta_are_kept_as_text() -> None:
    meta = {"source": "export 7", "stars": 4, "paid": True, "tags": ["a"], "none": None}
    assert read(line(meta=meta))[0].extra == {"source": "export 7", "stars": "4", "paid": "true"}


def test_control_and_half_characters_are_kept_out() -> None:
    text = "a\x00b\r\nc\ud800d\x1b[31m"
    turn = read(line(turns=[{"speaker": "agent", "text": text}]))[1].turns[0]
    assert turn.text == "a b \nc\ufffdd [31m"


def test_an_id_comes_back_as_it_was_written() -> None:
    assert read(line(id=" a  b "))[0].id == "a  b"


def test_an_id_with_control_characters_is_a_problem() -> None:
    found = problem(line(id="a\x1b[31mb"))
    assert found.message == "the id 'a\\x1b[31mb' holds control characters"


@pytest.mark.parametrize("name", ["start_s", "end_s", "duration_s"])
def test_a_time_in_epoch_milliseconds_is_a_problem(name: str) -> None:
    late = {name: 1_772_454_600_000}
    found = problem(line(**late) if name == "duration_s" else line(turns=[TURNS[0] | late]))
    assert f"{name} is not a number from 0 to 31622400" in found.message
    assert "seconds from the start" in found.hint


def test_emoji_and_right_to_left_marks_stay() -> None:
    text = "👩‍👧 thanks \u200fשלום"
    assert read(line(turns=[{"speaker": "agent", "text": text}]))[1].turns[0].text == text


def test_a_message_of_one_megabyte_is_kept_whole() -> None:
    text = "word " * 200_000
    assert read(line(turns=[{"speaker": "agent", "text": text}]))[1].turns[0].text == text


def test_one_message_is_a_chat() -> None:
    assert len(read(line(turns=TURNS[:1]))[1].turns) == 1


def test_an_empty_message_among_others_stays_in_its_place() -> None:
    turns = [{"speaker": "bot", "text": ""}, *TURNS]
    assert [turn.text for turn in read(line(turns=turns))[1].turns] == ["", "Hi", "Hello"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not JSON"),
        ('{"id": NaN}', "NaN is not JSON"),
        ("9" * 5000, "not JSON"),
        ("[1]", "not a JSON object"),
        ("[" * 100_000, "nested too deeply"),
        (line(id=None), "has no id"),
        (line(id="x" * 300), "300 characters"),
        (line(id=["a"]), "'id' is not text"),
        (line(agent=""), "names no agent"),
        (line(agent={"id": "dana"}), "'agent' is not text"),
        (line(turns=[]), "there are no turns"),
        (line(turns={"a": 1}), "there are no turns"),
        (line(turns=["Hi"]), "turn 1: not a JSON object"),
        (
            line(turns=[*TURNS, {"speaker": "robot", "text": "x"}]),
            "turn 3: unknown speaker 'robot'",
        ),
        (line(turns=[{"speaker": ["agent"], "text": "x"}]), "unknown speaker"),
        (line(turns=[{"text": "x"}]), "turn 1: no speaker"),
        (line(turns=[{"speaker": "agent"}]), "turn 1: no text"),
        (line(turns=[{"speaker": "agent", "text": 5}]), "the text is not text"),
        (line(turns=[{"speaker": "agent", "text": " "}]), "no message has any text"),
        (line(turns=[{**TURNS[0], "start_s": -1}]), "turn 1: start_s is not a number from 0"),
        (line(turns=[{**TURNS[0], "start_s": "1"}]), "start_s is not a number"),
        (line(turns=[{**TURNS[0], "start_s": 10**400}]), "start_s is not a number"),
        (line(turns=[{**TURNS[0], "confidence": 2}]), "confidence is not a number from 0 to 1"),
        (line(turns=[{**TURNS[0], "words": [["Hi", 0, 1]]}]), "turn 1: one of the words is none"),
        (line(turns=[{**TURNS[0], "words": [[7, 0, 1, 1]]}]), "turn 1: one of the words is none"),
        (line(turns=[{**TURNS[0], "words": [["Hi", 0, -1, 1]]}]), "a word's end is not a number"),
        (line(turns=[{**TURNS[0], "loudness_db": "low"}]), "loudness_db is not a number"),
        (line(role_confidence=7), "role_confidence is not a number from 0 to 1"),
        (line(sounds=[["music", 0, 1]]), "sound 1 is none"),
        (line(sounds=[["musik", 0, 1, 2]]), "sound 1 is none"),
        (line(sounds=[["music", "left", 1, 2]]), "sound 1 is none"),
        (line(turns=[{**TURNS[0], "at": "noon"}]), "turn 1: 'noon' is not a date and time"),
        (line(turns=[{**TURNS[0], "at": 0}]), "'0' is not a date and time"),
        (line(turns=[{**TURNS[0], "at": [1]}]), "'at' is not a moment"),
        (line(channel="carrier pigeon"), "unknown channel"),
        (line(started_at="05/06/2026"), "does not say which number is the day"),
        (line(language="English please"), "is not a code"),
    ],
)
def test_a_bad_line_is_a_problem_with_its_place(text: str, message: str) -> None:
    found = problem(text)
    assert message in found.message
    assert found.place == "chats.jsonl:7"


def test_a_bad_line_says_what_to_do() -> None:
    assert "agent, customer, bot" in problem(line(turns=[{"speaker": "x", "text": "y"}])).hint


def test_a_transcribed_call_survives_writing_and_reading() -> None:
    interaction = builders.interaction(channel=Channel.CALL, extra={"direction": "inbound"})
    transcript = builders.transcript(
        "[0-2.5] A: Thanks for calling\n[3-4] C: Hi",
        origin=Origin(engine="faster-whisper 1.2", model="tiny.en", options="beam 5"),
        duration_s=6.5,
        log_probability=-0.3,
        doubt="few words",
    )
    again, words = read(write_line(interaction, transcript))
    assert words == transcript
    assert (again.channel, again.agent, again.extra) == (
        interaction.channel,
        interaction.agent,
        interaction.extra,
    )


def test_what_was_measured_on_a_call_survives_writing_and_reading() -> None:
    """All but the outline of the sound, which is for drawing."""
    call = spoken.call(role_confidence=0.87)
    turns = (replace(call.turns[0], loudness_db=-23.5, party="agent 1"), *call.turns[1:])
    call = replace(call, turns=turns)
    assert call.audio
    _, words = read(write_line(builders.interaction(channel=Channel.CALL), call))
    no_outline = replace(call.audio, waveform=Waveform(per_s=0.0, peaks=()))
    assert words == replace(call, audio=no_outline, interaction_id="i-1")


@pytest.mark.parametrize("words", [7, ["Hi"], [{"word": "Hi"}], None], ids=str)
def test_words_of_another_program_are_passed_over(words: object) -> None:
    assert read(line(turns=[{**TURNS[0], "words": words}]))[1].turns[0].words == ()


def test_what_another_program_calls_sounds_or_remarks_is_passed_over() -> None:
    call = read(line(sounds={"a": 1}, roles=7, remarks="none"))[1]
    assert (call.audio, call.remarks) == (None, ())


def test_a_call_of_unknown_origin_is_not_taken_for_written() -> None:
    assert read(line(channel="call"))[1].origin == Origin(engine="unknown")


def test_equal_words_at_equal_times_have_the_hash_of_the_documented_recipe() -> None:
    interaction, _ = read(line())
    other, _ = read(line(id="c-2", team="South"))
    # b2sum -l 128 of: 5 US, chat, 2 US, RS customer US Hi 3 US, RS agent US Hello 3 US
    assert interaction.content_hash == other.content_hash == "67ac82c10b3294d92f5352dab30d77a3"


@pytest.mark.parametrize(
    "change",
    [
        {"turns": TURNS[:1]},
        {"turns": TURNS[::-1]},
        {"turns": [{**TURNS[0], "start_s": 1}, TURNS[1]]},
        {"turns": [{**TURNS[0], "end_s": 1}, TURNS[1]]},
        {"turns": [{**TURNS[0], "confidence": 0.5}, TURNS[1]]},
        {"turns": [{**TURNS[0], "at": "2026-11-02T09:14:00Z"}, TURNS[1]]},
        {"language": "de"},
        {"duration_s": 1},
        {"log_probability": -1},
        {"doubt": "noise"},
        {"role_confidence": 0.9},
        {"remarks": ["the line is noisy"]},
        {"sounds": [["music", 0, 1, 9]]},
        {"turns": [{**TURNS[0], "words": [["Hi", 1, 2, 0.9]]}, TURNS[1]]},
        {"turns": [{**TURNS[0], "party": "agent 1"}, TURNS[1]]},
        {"origin": {"engine": "other"}},
    ],
    ids=str,
)
def test_what_scoring_can_see_changes_the_hash(change: Mapping[str, object]) -> None:
    assert read(line(**change))[0].content_hash != read(line())[0].content_hash


def results(path: Path) -> list[Found | Problem]:
    return list(read_jsonl(path, IntakeOptions()))


def test_a_bad_line_in_a_file_does_not_cost_the_others(tmp_path: Path) -> None:
    path = tmp_path / "chats.jsonl"
    path.write_text(f"{line(id='a')}\n\nnot json\n{line(id='b')}\n", encoding="utf-8")
    first, bad, last = results(path)
    assert isinstance(first, Found)
    assert isinstance(last, Found)
    assert isinstance(bad, Problem)
    assert bad.place == f"{path}:3"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "chats.jsonl"
    path.write_text(line(agent_name="Zoë") + "\r\n", encoding=encoding)
    (found,) = results(path)
    assert isinstance(found, Found)
    assert found.interaction.agent.name == "Zoë"


def test_a_file_in_an_older_encoding_is_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / "chats.jsonl"
    path.write_bytes(line(agent_name="Zoe").replace("Zoe", "Zo\xeb").encode("cp1252"))
    warning, found = results(path)
    assert isinstance(warning, Problem)
    assert "Windows-1252" in warning.message
    assert isinstance(found, Found)
    assert found.interaction.agent.name == "Zoë"


@pytest.mark.parametrize("content", ["", "\n \n"], ids=["no bytes", "blank lines"])
def test_an_empty_file_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "chats.jsonl"
    path.write_text(content)
    (told,) = results(path)
    assert isinstance(told, Problem)
    assert "empty" in told.message


def test_a_line_that_is_cut_off_is_told(tmp_path: Path) -> None:
    path = tmp_path / "chats.jsonl"
    path.write_text(f"{line()}\n{line()[:-20]}", encoding="utf-8")
    assert [type(result) for result in results(path)] == [Found, Problem]


def test_speakers_may_be_written_with_capitals() -> None:
    found = read_line(
        line(turns=[{"speaker": " Agent", "text": "Hi"}]), "c", 1, require_agent=False
    )
    assert isinstance(found, Found)
    assert found.transcript
    assert found.transcript.turns[0].speaker is SpeakerRole.AGENT


def test_an_attachment_without_words_is_an_empty_message() -> None:
    turns = [{"speaker": "agent", "text": "Hi"}, {"speaker": "customer", "text": None}]
    found = read_line(line(turns=turns), "c", 1, require_agent=False)
    assert isinstance(found, Found)
    assert found.transcript
    assert [turn.text for turn in found.transcript.turns] == ["Hi", ""]


def test_a_transcript_in_which_nothing_was_heard_is_no_mistake() -> None:
    """`qa transcribe --jsonl` writes it for a silent recording, `qa score -` must take it."""
    found = read_line(line(turns=[], doubt="no speech found"), "c", 1, require_agent=False)
    assert isinstance(found, Found)
    assert found.transcript
    assert (found.transcript.turns, found.transcript.doubt) == ((), "no speech found")
