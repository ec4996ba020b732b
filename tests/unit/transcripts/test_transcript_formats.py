"""Transcripts in every format, read again by parsers that others wrote."""

import json
import re
from dataclasses import replace
from pathlib import Path

import av
import pytest
from builders import transcript
from spoken import call, document

from qa_toolkit.domain.transcript import SpeakerRole, Turn
from qa_toolkit.errors import Unusable
from qa_toolkit.intake.transcripts import read_transcript
from qa_toolkit.transcripts.document import Document
from qa_toolkit.transcripts.format import Format
from qa_toolkit.transcripts.write import written

SUBTITLES = [Format.VTT, Format.SRT]
NASTY = "A & B <script> --> \u2028 'quotes' {\\an8} 3 < 4"


def one_turn(text: str, role: SpeakerRole = SpeakerRole.AGENT, party: str = "") -> Document:
    turn = Turn(speaker=role, text=text, start_s=1.0, end_s=2.0, party=party)
    return document(replace(transcript("A: x"), turns=(turn,)))


def demuxed(path: Path) -> list[tuple[float, float, str]]:
    """Start, length and text of each cue, as FFmpeg reads the file."""
    with av.open(path) as container:
        stream = container.streams.subtitles[0]
        base = stream.time_base
        assert base
        return [
            (float(packet.pts * base), float(packet.duration * base), bytes(packet).decode())
            for packet in container.demux(stream)
            if packet.size and packet.pts is not None and packet.duration is not None
        ]


def test_text_says_what_it_is_what_is_doubtful_and_what_happens_between_the_turns() -> None:
    doubtful = call(doubt="language or audio doubtful", role_confidence=0.83)
    assert written(document(doubtful), Format.TXT) == (
        "call-17\n"
        "Call · Dana Price (North) · 2 Nov 2026, 09:14 · 1:22 · "
        "words by faster-whisper 1.2.1 tiny.en 1a5afae0\n"
        "Doubtful: language or audio doubtful.\n"
        "Who speaks was estimated, with a confidence of 83 %.\n"
        "The caller's side is 12 dB quieter than the agent's.\n"
        "2 words of 76 may have been heard wrongly.\n"
        "Talk: Agent 64 % (179 words a minute), Customer 36 % (164 words a minute). "
        "Dead air: 9.0 s.\n"
        "\n"
        "[0:00] -- ringing before the call is answered, 3.5 s --\n"
        "[0:04] Agent: Good morning, Northwind Garden Supplies, Dana speaking. How can I help?\n"
        "[0:09] Customer: Hi. I ordered two apple trees in October and only one of them came.\n"
        "[0:13] -- talk-over, 0.8 s --\n"
        "[0:13] Agent: I am sorry to hear that. May I have the order number, please?\n"
        "[0:16] Customer: It is 7 4 4 1 9.\n"
        "[0:19] Agent: Thank you. I will ask the warehouse, please hold the line.\n"
        "[0:23] -- hold music, 39 s --\n"
        "[1:04] Agent: Thanks for waiting. The second tree missed the lorry; it leaves tomorrow, "
        "free of charge.\n"
        "[1:11] -- silence, 7.0 s --\n"
        "[1:18] Customer: Lovely, thank you so much.\n"
    )


def test_webvtt_has_a_voice_for_each_cue_and_cues_of_a_readable_length() -> None:
    blocks = written(document(), Format.VTT).split("\n\n")
    assert blocks[0] == "WEBVTT"
    assert blocks[1] == "NOTE\ncall-17\nThe caller's side is 12 dB quieter than the agent's."
    assert blocks[8] == (
        "00:01:04.000 --> 00:01:09.600\n"
        "<v Agent>Thanks for waiting. The second tree missed the lorry; it leaves tomorrow,"
    )
    assert max(len(block.partition("\n")[2]) for block in blocks[2:]) < 100


def test_subrip_numbers_its_cues_and_names_who_speaks() -> None:
    assert written(document(), Format.SRT).startswith(
        "1\n00:00:04,000 --> 00:00:06,864\n"
        "Agent: Good morning, Northwind Garden Supplies, Dana speaking.\n\n2\n"
    )


@pytest.mark.parametrize("wanted", SUBTITLES)
def test_ffmpeg_reads_the_same_times_and_words(tmp_path: Path, wanted: Format) -> None:
    path = tmp_path / f"call.{wanted.value}"
    path.write_text(written(document(), wanted), encoding="utf-8")
    cues = demuxed(path)
    said = " ".join(text.removeprefix("Agent: ").removeprefix("Customer: ") for _, _, text in cues)
    plain = said.replace("<v Agent>", "").replace("<v Customer>", "")
    assert plain == " ".join(turn.text for turn in call().turns)
    assert cues[0][:2] == pytest.approx((4.0, 2.864))
    assert cues[-1][:2] == pytest.approx((78.0, 2.0))


@pytest.mark.parametrize("wanted", [*SUBTITLES, Format.JSON])
def test_what_is_written_reads_back_with_the_same_roles_words_and_times(
    tmp_path: Path, wanted: Format
) -> None:
    path = tmp_path / f"call.{wanted.value}"
    path.write_text(written(document(), wanted), encoding="utf-8")
    read = read_transcript(path, "call-17")
    assert read.problems == ()
    assert read.transcript
    assert read.transcript.doubt == ""
    assert [(t.speaker, t.text, t.start_s) for t in read.transcript.turns] == [
        (t.speaker, t.text, t.start_s) for t in call().turns
    ]


def test_json_gives_every_word_back_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "call.json").write_text(written(document(), Format.JSON), encoding="utf-8")
    read = read_transcript(tmp_path / "call.json", "call-17").transcript
    assert read
    assert [turn.words for turn in read.turns] == [turn.words for turn in call().turns]


def test_json_has_the_documented_keys() -> None:
    value = json.loads(written(document(), Format.JSON))
    assert list(value) == [
        "format", "id", "channel", "agent", "customer", "queue", "started_at", "language",
        "duration", "log_probability", "doubt", "role_confidence", "remarks", "origin", "text",
        "segments", "roles", "sounds", "waveform", "signals",
    ]  # fmt: skip
    assert value["segments"][3]["words"][2] == {
        "word": "7", "start": 17.214, "end": 17.571, "probability": 0.31,
    }  # fmt: skip
    assert value["sounds"][0] == {"kind": "ringing", "channel": 0, "start": 0, "end": 3.5}
    assert value["signals"]["overlaps"] == [
        {"turn": 2, "start_s": pytest.approx(13.2), "both_s": pytest.approx(0.8)}
    ]
    assert list(value["signals"]) == [
        "sentiment", "timed", "gaps", "agent_responses", "overlaps", "holds", "waits", "talk",
        "dead_air_s", "talk_over_s",
    ]  # fmt: skip
    assert value["signals"]["dead_air_s"] == pytest.approx(9.0)
    assert value["signals"]["talk_over_s"] == pytest.approx(0.8)


@pytest.mark.parametrize("wanted", SUBTITLES)
def test_signs_of_the_format_in_what_is_said_do_no_harm(tmp_path: Path, wanted: Format) -> None:
    path = tmp_path / f"call.{wanted.value}"
    path.write_text(written(one_turn(NASTY), wanted), encoding="utf-8")
    read = read_transcript(path, "call")
    assert read.problems == ()
    assert read.transcript
    (turn,) = read.transcript.turns
    assert turn.speaker is SpeakerRole.AGENT
    assert turn.text.startswith("A & B")
    assert turn.text.endswith("4")


def test_webvtt_gives_signs_back_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "call.vtt").write_text(written(one_turn("3 < 4 & <b> --> 5"), Format.VTT))
    read = read_transcript(tmp_path / "call.vtt", "call").transcript
    assert read
    assert read.turns[0].text == "3 < 4 & <b> --> 5"


@pytest.mark.parametrize(
    ("role", "party", "voice"),
    [
        (SpeakerRole.AGENT, "agent 2", "Agent 2"),
        (SpeakerRole.AGENT, "Mo", "Agent (Mo)"),
        (SpeakerRole.UNKNOWN, "SPEAKER_00", "SPEAKER_00"),
        (SpeakerRole.BOT, "", "Bot"),
    ],
)
def test_people_of_one_role_are_told_apart(role: SpeakerRole, party: str, voice: str) -> None:
    assert f"<v {voice}>Hi" in written(one_turn("Hi", role, party), Format.VTT)


@pytest.mark.parametrize("wanted", [*SUBTITLES, Format.JSON])
def test_several_people_of_one_role_stay_apart_when_read_again(
    tmp_path: Path, wanted: Format
) -> None:
    spoken = transcript("[0-1] A: Hello.\n[1-2] C: Hi.\n[3-4] A: Mo here.")
    first, second, third = spoken.turns
    several = (replace(first, party="Ana"), second, replace(third, party="Mo"))
    path = tmp_path / f"call.{wanted.value}"
    path.write_text(written(document(replace(spoken, turns=several)), wanted), encoding="utf-8")
    read = read_transcript(path, "call").transcript
    assert read
    assert [turn.speaker for turn in read.turns] == [turn.speaker for turn in several]
    assert len({turn.party for turn in read.turns}) == 3


def test_a_voice_that_nobody_knows_is_not_named() -> None:
    assert "\nHi\n" in written(one_turn("Hi", SpeakerRole.UNKNOWN), Format.VTT)


@pytest.mark.parametrize("wanted", SUBTITLES)
def test_signs_of_the_format_in_a_name_do_no_harm(tmp_path: Path, wanted: Format) -> None:
    path = tmp_path / f"call.{wanted.value}"
    path.write_text(written(one_turn("Hi", party="x --> <b>"), wanted), encoding="utf-8")
    assert [text.count("-->") + text.count("<b>") for _, _, text in demuxed(path)] == [0]
    read = read_transcript(path, "call")
    assert read.problems == ()
    assert read.transcript
    assert [turn.text for turn in read.transcript.turns] == ["Hi"]


@pytest.mark.parametrize("wanted", [Format.TXT, Format.HTML])
@pytest.mark.parametrize(
    ("dialogue", "said"),
    [
        ("[0-2] A: Hello.\n[6-8] C: Hi.", ["4.0 s"]),
        ("[0-2] A: Hello.\n[2-3] C: Hi.", ["none"]),
        ("[0-2] A: Hello.\nC: Hi.", []),
    ],
    ids=["some", "none", "unknown"],
)
def test_dead_air_is_told_where_it_is_known(wanted: Format, dialogue: str, said: list[str]) -> None:
    text = written(document(transcript(dialogue)), wanted)
    assert re.findall(r"Dead air[^:]*: (.*?)\.(?=\n|<)", text) == said


@pytest.mark.parametrize("wanted", SUBTITLES)
def test_turns_without_times_are_no_subtitles(wanted: Format) -> None:
    with pytest.raises(Unusable, match="has turns without a time"):
        written(document(transcript("A: Hello.")), wanted)


@pytest.mark.parametrize("wanted", [known for known in Format if known is not Format.SRT])
def test_a_transcript_without_turns_says_why(wanted: Format) -> None:
    """SubRip has no place to say it."""
    nothing = document(transcript("", doubt="no speech found"))
    assert "o speech found" in written(nothing, wanted)
    assert written(nothing, Format.SRT) == ""


@pytest.mark.parametrize("wanted", [known for known in Format if known is not Format.JSON])
def test_broken_unicode_and_control_characters_reach_no_output(wanted: Format) -> None:
    text = written(one_turn("a\x00b\x1b[31mc\ud800d"), wanted)
    assert not {"\x00", "\x1b", "\ud800"} & set(text)


def test_json_writes_broken_unicode_as_escapes() -> None:
    text = written(one_turn("a\x00b\ud800"), Format.JSON)
    read = json.loads(text.encode("utf-8", "backslashreplace"))
    assert read["segments"][0]["text"] == "a\x00b\ud800"
