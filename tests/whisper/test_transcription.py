"""Real calls through the real bundled model."""

import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from hashlib import blake2b
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest
from sounds import ByHand, Sound, save, tone

from qa_toolkit.domain.interaction import AudioSide
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.errors import Unusable
from qa_toolkit.transcribe import (
    TranscribeOptions,
    TranscriptCache,
    WhisperEngine,
    engine_for,
    find_model,
    recording,
    transcribe,
    transcribe_cached,
)

pytestmark = pytest.mark.whisper

RECORDINGS = Path(__file__).parents[2] / "examples" / "quickstart" / "recordings"
SHORT_CALL = RECORDINGS / "call-0002.flac"
MONO_CALL = RECORDINGS / "call-0007.gsm"
CALL_WITH_HOLD_MUSIC = RECORDINGS / "call-0003.mp3"
OPTIONS = TranscribeOptions()


@pytest.fixture(scope="module")
def engine() -> WhisperEngine:
    return engine_for(find_model(None))


def hash_of(path: Path) -> str:
    return blake2b(path.read_bytes(), digest_size=16).hexdigest()


def chords(seconds: float) -> Sound:
    """Broken chords as on hold, two seconds each."""
    notes = [(220, 277, 330), (185, 220, 277), (147, 185, 220), (165, 208, 247)]
    bars = [
        sum((tone(2.0, hertz=h, level=0.1) for h in bar), start=tone(2.0, level=0)) for bar in notes
    ]
    return np.resize(np.concatenate(bars), round(seconds * 8_000)).astype(np.int16)


def test_two_parties_in_the_right_order(engine: WhisperEngine) -> None:
    call = transcribe(SHORT_CALL, "c-1", OPTIONS, engine)
    speakers = [turn.speaker for turn in call.turns]
    assert speakers[:4] == [SpeakerRole.AGENT, SpeakerRole.CUSTOMER] * 2
    assert "my contract ends" in call.turns[1].text
    assert "account number" in call.turns[2].text.lower()
    assert (call.doubt, call.origin.model) == ("", "tiny.en@1a5afae0")


def test_the_same_call_gives_the_same_transcript(engine: WhisperEngine) -> None:
    """Also in a fresh worker process that has transcribed nothing before."""
    here = transcribe(SHORT_CALL, "c-1", OPTIONS, engine)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        work = (SHORT_CALL, "c-1", hash_of(SHORT_CALL), OPTIONS, None)
        there = pool.submit(transcribe_cached, *work).result()
    assert here == there


def test_the_number_of_threads_does_not_change_words() -> None:
    """Numpy is loaded first here, as in a notebook, so it has its threads before ours."""
    code = (
        "import sys, numpy; from pathlib import Path\n"
        "from qa_toolkit.transcribe import *\n"
        "options, engine = TranscribeOptions(), engine_for(find_model(None))\n"
        "call = transcribe(Path(sys.argv[1]), 'c-1', options, engine)\n"
        "print(call.log_probability, [word for turn in call.turns for word in turn.words])"
    )
    usual = {k: v for k, v in os.environ.items() if not k.endswith("_NUM_THREADS")}
    heard = {
        subprocess.run(
            [sys.executable, "-c", code, str(SHORT_CALL)],
            env=usual | threads,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for threads in ({}, {"OMP_NUM_THREADS": "1"}, {"OMP_NUM_THREADS": "2"})
    }
    assert len(heard) == 1


def test_with_the_agent_on_the_right_the_roles_change_sides(engine: WhisperEngine) -> None:
    options = TranscribeOptions(agent_side=AudioSide.RIGHT)
    call = transcribe(SHORT_CALL, "c-1", options, engine)
    assert call.turns[0].speaker is SpeakerRole.CUSTOMER


def test_hold_music_in_a_call_has_no_words(engine: WhisperEngine) -> None:
    call = transcribe(CALL_WITH_HOLD_MUSIC, "c-1", OPTIONS, engine)
    held = [turn for turn in call.turns if 32 < (turn.start_s or 0) < 45]
    assert held == []


@pytest.mark.parametrize(
    "sound",
    [chords(40), (np.random.default_rng(1).normal(0, 200, 320_000)).astype(np.int16)],
    ids=["music", "noise"],
)
def test_music_and_noise_alone_are_no_speech(
    tmp_path: Path, sound: Sound, engine: WhisperEngine
) -> None:
    call = transcribe(save(tmp_path / "call.wav", sound), "c-1", OPTIONS, engine)
    assert (call.turns, call.doubt) == ((), "no speech found")


def test_a_mono_call_has_words_without_roles(engine: WhisperEngine) -> None:
    call = transcribe(MONO_CALL, "c-1", OPTIONS, engine)
    assert {turn.speaker for turn in call.turns} == {SpeakerRole.UNKNOWN}
    assert "boiler" in " ".join(turn.text for turn in call.turns)
    assert "who speaks is not known" in call.doubt


def test_a_known_recording_never_reaches_the_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = TranscriptCache(tmp_path)
    known = hash_of(MONO_CALL)
    first = transcribe_cached(MONO_CALL, "c-1", known, OPTIONS, cache)
    model = ByHand()
    monkeypatch.setattr(recording, "engine_for", lambda _: model)
    again = transcribe_cached(MONO_CALL, "c-2", known, OPTIONS, cache)
    assert (model.asked, again.interaction_id) == ([], "c-2")
    assert again.turns == first.turns


def test_an_english_model_refuses_another_language(engine: WhisperEngine) -> None:
    with pytest.raises(Unusable, match="does not know the language 'de'"):
        transcribe(SHORT_CALL, "c-1", TranscribeOptions(language="de"), engine)


def test_a_model_that_cannot_be_loaded_is_told_in_one_line(tmp_path: Path) -> None:
    for name in ("model.bin", "config.json", "tokenizer.json", "vocabulary.txt"):
        (tmp_path / name).write_text("not a model")
    code = (
        "import sys; from qa_toolkit.errors import EnvironmentProblem\n"
        "from qa_toolkit.transcribe import engine_for, find_model\n"
        "try: engine_for(find_model(sys.argv[1]))\n"
        "except EnvironmentProblem as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert "cannot be loaded" in done.stdout


def test_a_size_that_cannot_be_downloaded_is_told_in_one_line() -> None:
    from qa_toolkit.errors import EnvironmentProblem

    with pytest.raises(EnvironmentProblem, match=r"small\.en cannot be loaded"):
        WhisperEngine(find_model("small.en"))
