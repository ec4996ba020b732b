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
from qa_toolkit.errors import EnvironmentProblem, Unusable
from qa_toolkit.transcribe import (
    Preset,
    Recogniser,
    TranscribeOptions,
    TranscriptCache,
    engine_for,
    recording,
    transcribe,
    transcribe_cached,
)
from qa_toolkit.transcribe.audio import FULL_SCALE, read_pieces
from qa_toolkit.transcribe.engines import faster
from qa_toolkit.transcribe.engines.faster import FasterWhisper
from qa_toolkit.transcribe.models import SpeechModel
from qa_toolkit.transcribe.speech import speech_spans
from qa_toolkit.transcribe.windows import Window, in_windows

pytestmark = pytest.mark.whisper

RECORDINGS = Path(__file__).parents[2] / "examples" / "quickstart" / "recordings"
SHORT_CALL = RECORDINGS / "call-0002.flac"
MONO_CALL = RECORDINGS / "call-0007.gsm"
CALL_WITH_HOLD_MUSIC = RECORDINGS / "call-0003.mp3"
OPTIONS = TranscribeOptions()


@pytest.fixture(scope="module")
def engine() -> Recogniser:
    return engine_for(OPTIONS)


def hash_of(path: Path) -> str:
    return blake2b(path.read_bytes(), digest_size=16).hexdigest()


def chords(seconds: float) -> Sound:
    """Broken chords as on hold, two seconds each."""
    notes = [(220, 277, 330), (185, 220, 277), (147, 185, 220), (165, 208, 247)]
    bars = [
        sum((tone(2.0, hertz=h, level=0.1) for h in bar), start=tone(2.0, level=0)) for bar in notes
    ]
    return np.resize(np.concatenate(bars), round(seconds * 8_000)).astype(np.int16)


def test_two_parties_in_the_right_order(engine: Recogniser) -> None:
    call = transcribe(SHORT_CALL, "c-1", OPTIONS, engine)
    speakers = [turn.speaker for turn in call.turns]
    assert speakers[:4] == [SpeakerRole.AGENT, SpeakerRole.CUSTOMER] * 2
    assert "my contract ends" in call.turns[1].text
    assert "account number" in call.turns[2].text.lower()
    assert (call.doubt, call.origin.model) == ("", "tiny.en@1a5afae0")


def test_the_same_call_gives_the_same_transcript(engine: Recogniser) -> None:
    """Also in a fresh worker process that has transcribed nothing before."""
    here = transcribe(SHORT_CALL, "c-1", OPTIONS, engine)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        work = (SHORT_CALL, "c-1", hash_of(SHORT_CALL), OPTIONS, None)
        there = pool.submit(transcribe_cached, *work).result()
    assert here == there


def windows_of(path: Path) -> list[Window]:
    """The speech of all channels in windows of many lengths: short ones are cut in parts."""
    whole = np.concatenate(list(read_pieces(path)), axis=1).astype(np.float32) / FULL_SCALE
    windows = [window for sound in whole for window in in_windows(sound, speech_spans(sound))]
    return [*windows, *(half for window in windows for half in window.halves())]


def test_windows_heard_together_give_what_each_gives_alone(
    engine: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows = windows_of(SHORT_CALL)
    together = engine.recognise(windows, "en")
    monkeypatch.setattr(faster, "AT_ONCE", 1)
    alone = engine.recognise(windows, "en")
    assert [[s.words for s in heard] for heard in together] == [
        [s.words for s in heard] for heard in alone
    ]
    assert any(together)


def test_the_order_in_which_windows_are_given_changes_nothing(engine: Recogniser) -> None:
    windows = windows_of(SHORT_CALL)
    assert engine.recognise(windows[::-1], "en")[::-1] == engine.recognise(windows, "en")


def test_the_number_of_threads_does_not_change_words() -> None:
    """Numpy is loaded first here, as in a notebook, so it has its threads before ours."""
    code = (
        "import sys, numpy; from pathlib import Path\n"
        "from qa_toolkit.transcribe import *\n"
        "options, engine = TranscribeOptions(), engine_for(TranscribeOptions())\n"
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


def test_with_the_agent_on_the_right_the_roles_change_sides(engine: Recogniser) -> None:
    options = TranscribeOptions(agent_side=AudioSide.RIGHT)
    call = transcribe(SHORT_CALL, "c-1", options, engine)
    assert call.turns[0].speaker is SpeakerRole.CUSTOMER


def test_hold_music_in_a_call_has_no_words(engine: Recogniser) -> None:
    call = transcribe(CALL_WITH_HOLD_MUSIC, "c-1", OPTIONS, engine)
    held = [turn for turn in call.turns if 32 < (turn.start_s or 0) < 45]
    assert held == []


@pytest.mark.parametrize(
    "sound",
    [chords(40), (np.random.default_rng(1).normal(0, 200, 320_000)).astype(np.int16)],
    ids=["music", "noise"],
)
def test_music_and_noise_alone_are_no_speech(
    tmp_path: Path, sound: Sound, engine: Recogniser
) -> None:
    call = transcribe(save(tmp_path / "call.wav", sound), "c-1", OPTIONS, engine)
    assert (call.turns, call.doubt) == ((), "no speech found")


def test_a_mono_call_has_words_without_roles(engine: Recogniser) -> None:
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


def test_speech_that_is_no_english_is_doubtful(tmp_path: Path, engine: Recogniser) -> None:
    """Played backwards: voices in no language that the model knows."""
    whole = np.concatenate(list(read_pieces(SHORT_CALL)), axis=1)[:, ::-2]
    call = transcribe(save(tmp_path / "call.flac", *whole), "c-1", OPTIONS, engine)
    assert call.doubt.startswith("language or audio doubtful")
    assert (call.language, bool(call.turns)) == ("", True)


def test_a_name_in_the_vocabulary_is_recognised(engine: Recogniser) -> None:
    options = TranscribeOptions(vocabulary=("Pebblewick",))
    without = transcribe(SHORT_CALL, "c-1", OPTIONS, engine)
    call = transcribe(SHORT_CALL, "c-1", options, engine_for(options))
    assert "Pebblewick" not in without.turns[0].text
    assert call.turns[0].text.startswith("Pebblewick")
    assert call.origin.options.endswith("vocabulary Pebblewick")


@pytest.mark.parametrize("preset", [Preset.FAST, Preset.BEST])
def test_a_preset_is_more_or_less_search(preset: Preset) -> None:
    options = TranscribeOptions(preset=preset)
    call = transcribe(SHORT_CALL, "c-1", options, engine_for(options))
    assert {"fast": "beam 1", "best": "beam 8"}[preset] in call.origin.options
    assert "my contract ends" in call.turns[1].text


def test_an_english_model_refuses_another_language(engine: Recogniser) -> None:
    with pytest.raises(Unusable, match="does not know the language 'de'"):
        transcribe(SHORT_CALL, "c-1", TranscribeOptions(language="de"), engine)


def test_a_model_that_cannot_be_loaded_is_told_in_one_line(tmp_path: Path) -> None:
    for name in ("model.bin", "config.json", "tokenizer.json", "vocabulary.txt"):
        (tmp_path / name).write_text("not a model")
    model = SpeechModel(name="mine", location=str(tmp_path), digest="ab")
    with pytest.raises(EnvironmentProblem, match="the speech model mine cannot be loaded"):
        FasterWhisper(model, beam=5)
