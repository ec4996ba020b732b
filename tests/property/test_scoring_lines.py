"""A call is scored alike from its transcript and from the line that is piped from it."""

from pathlib import Path

from builders import interaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Provenance, Scorecard
from qa_toolkit.domain.sound import Sound, SoundKind, Waveform
from qa_toolkit.domain.transcript import Audio, SpeakerRole, Transcript, Turn, Word
from qa_toolkit.intake.found import Found
from qa_toolkit.intake.jsonl import read_line, write_line
from qa_toolkit.scoring import score
from qa_toolkit.shipped import rubrics_folder
from qa_toolkit.signals import measure
from qa_toolkit.workflow.rubric_files import usable_rubric

RUBRICS: tuple[Rubric, ...] = tuple(
    usable_rubric(Path(rubrics_folder()) / f"{name}.yaml").rubric
    for name in ("service", "compliance")
)
MADE = Provenance(
    rubric_id="", rubric_version="", rubric_hash="", engine="", model="", options="", evaluator=""
)
SAYINGS = [
    "Good morning, Dana speaking, how can I help?", "I'm sorry, one moment please.",
    "It was delivered broken.", "Calm down!", "May I have your date of birth?", "Thank you.",
]  # fmt: skip
SECONDS = st.integers(0, 900).map(lambda tenths: tenths / 10)
SURE = st.integers(0, 100).map(lambda percent: percent / 100)


@st.composite
def turns(draw: st.DrawFn) -> Turn:
    """A turn whose words come one by one, with pauses of up to twelve seconds between them."""
    now_s, words = draw(SECONDS), []
    for text in draw(st.sampled_from(SAYINGS)).split():
        end_s = round(now_s + 0.4, 2)
        words.append(Word(text=text, start_s=now_s, end_s=end_s, probability=draw(SURE)))
        now_s = round(end_s + draw(st.sampled_from([0.1, 0.1, 0.1, 12.0])), 2)
    return Turn(
        speaker=draw(st.sampled_from([SpeakerRole.AGENT, SpeakerRole.CUSTOMER])),
        text=" ".join(word.text for word in words),
        start_s=words[0].start_s,
        end_s=words[-1].end_s,
        words=tuple(words) if draw(st.booleans()) else (),
        confidence=draw(st.none() | SURE),
        loudness_db=draw(st.none() | SECONDS.map(lambda level: -level)),
        party=draw(st.sampled_from(["", "agent 1"])),
    )


SOUNDS = st.builds(
    Sound,
    kind=st.sampled_from(SoundKind),
    channel=st.integers(0, 1),
    start_s=SECONDS,
    end_s=SECONDS,
)
AUDIO = st.builds(
    Audio,
    roles=st.just((SpeakerRole.AGENT, SpeakerRole.CUSTOMER)),
    sounds=st.lists(SOUNDS, max_size=4).map(tuple),
    waveform=st.just(Waveform(per_s=10.0, peaks=("AA==", "AA=="))),
)
CALLS = st.builds(
    Transcript,
    interaction_id=st.just("i-1"),
    turns=st.lists(turns(), min_size=1, max_size=6).map(
        lambda said: tuple(sorted(said, key=lambda turn: turn.start_s or 0.0))
    ),
    language=st.sampled_from(["", "en", "es"]),
    log_probability=st.none() | st.just(-0.3),
    doubt=st.sampled_from(["", "", "few words"]),
    role_confidence=st.none() | SURE,
    remarks=st.sampled_from([(), ("the voices were told apart",)]),
    audio=st.none() | AUDIO,
)


def scorecard(call: Transcript, rubric: Rubric) -> Scorecard:
    return score(call, measure(call), rubric, Channel.CALL, MADE)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CALLS)
def test_a_line_is_scored_as_its_transcript_is(call: Transcript) -> None:
    found = read_line(
        write_line(interaction(channel=Channel.CALL), call), "x", 1, require_agent=True
    )
    assert isinstance(found, Found), found
    assert found.transcript
    assert measure(found.transcript) == measure(call)
    for rubric in RUBRICS:
        assert scorecard(found.transcript, rubric) == scorecard(call, rubric)
