"""Laws of transcripts that are written and read: nothing is lost, and nothing crashes."""

import tempfile
from dataclasses import replace
from pathlib import Path

from builders import transcript
from hypothesis import given, settings
from hypothesis import strategies as st
from spoken import document, with_words

from qa_toolkit.domain.transcript import SpeakerRole, Transcript, Turn
from qa_toolkit.intake.transcripts import read_transcript
from qa_toolkit.transcripts.format import Format
from qa_toolkit.transcripts.write import written

ROLES = st.sampled_from([SpeakerRole.AGENT, SpeakerRole.CUSTOMER])
WORDS = st.lists(
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=9),
    min_size=1,
    max_size=30,
)


@st.composite
def calls(draw: st.DrawFn) -> Transcript:
    """Turns of agent and customer in order of time, each with the words it is made of."""
    start_s, turns = 0.0, []
    for _ in range(draw(st.integers(1, 6))):
        start_s = round(start_s + draw(st.floats(0.1, 9)), 2)
        end_s = round(start_s + draw(st.floats(0.2, 30)), 2)
        words = draw(WORDS)
        turn = Turn(speaker=draw(ROLES), text=" ".join(words), start_s=start_s, end_s=end_s)
        turns.append(with_words(turn, frozenset(words[:1])))
    return replace(transcript("A: x"), turns=tuple(turns))


def read_back(spoken: Transcript, wanted: Format) -> Transcript:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"call.{wanted.value}"
        path.write_text(written(document(spoken), wanted), encoding="utf-8")
        read = read_transcript(path, "i-1")
    assert read.problems == ()
    assert read.transcript
    return read.transcript


def said_by(spoken: Transcript, role: SpeakerRole) -> list[str]:
    return sorted(" ".join(turn.text for _, turn in spoken.turns_of(role)).split())


@settings(max_examples=40)
@given(calls())
def test_what_is_written_as_webvtt_is_read_again_word_for_word(spoken: Transcript) -> None:
    read = read_back(spoken, Format.VTT)
    for role in (SpeakerRole.AGENT, SpeakerRole.CUSTOMER):
        assert said_by(read, role) == said_by(spoken, role)


@settings(max_examples=40)
@given(calls())
def test_what_is_written_as_json_is_read_again_with_every_word_and_time(
    spoken: Transcript,
) -> None:
    read = read_back(spoken, Format.JSON)
    words = [word for turn in spoken.turns for word in turn.words]
    assert sorted(str(word) for turn in read.turns for word in turn.words) == sorted(
        map(str, words)
    )


@settings(max_examples=60)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.lists(
            st.sampled_from(
                ["WEBVTT", "00:01 --> 00:02", "<v Agent>", "Agent: ", "-->", "1", "", "NOTE", "&#x110000;",
                 "&amp;", "<", "\ufeff", "text", "99:99:99,999 --> 0:0", "{\\an8}", "</v>"]
            ),
            max_size=30,
        ).map(lambda lines: "\n".join(lines).encode()),
    ),
    st.sampled_from([".vtt", ".srt", ".json"]),
)  # fmt: skip
def test_no_file_is_a_crash_and_what_gives_no_words_says_why(content: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"call{suffix}"
        path.write_bytes(content)
        read = read_transcript(path, "i-1")
    assert (
        read.problems
        if read.transcript is None
        else (read.transcript.turns or read.transcript.doubt)
    )
