"""The same words, whatever a telephone system makes of the sound."""

import re
from pathlib import Path

import av
import jiwer
import numpy as np
import pytest
from sounds import RATE, Sound, encode, wav49

from qa_toolkit.transcribe import Recogniser, TranscribeOptions, engine_for, transcribe

pytestmark = pytest.mark.whisper

RECORDINGS = Path(__file__).parents[2] / "examples" / "quickstart" / "recordings"
CALL = RECORDINGS / "call-0001.mp3"
GSM_CALL = RECORDINGS / "call-0007.gsm"
SECONDS = 22
GSM_BYTES_S = 33 * 50
OPTIONS = TranscribeOptions()


@pytest.fixture(scope="module")
def engine() -> Recogniser:
    return engine_for(OPTIONS)


def sound_of(path: Path, rate: int) -> Sound:
    """The first seconds of a call, both parties on one channel."""
    mixed = av.AudioResampler(format="s16", layout="mono", rate=rate)
    with av.open(path) as container:
        parts = [part for frame in container.decode(audio=0) for part in mixed.resample(frame)]
    return np.concatenate([part.to_ndarray()[0] for part in parts])[: SECONDS * rate]


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory, engine: Recogniser) -> str:
    path = tmp_path_factory.mktemp("plain") / "call.wav"
    return heard(encode(path, "pcm_s16le", sound_of(CALL, RATE)), engine)


def heard(path: Path, engine: Recogniser) -> str:
    turns = transcribe(path, "c-1", OPTIONS, engine).turns
    return re.sub(r"[^\w' ]", " ", " ".join(turn.text.lower() for turn in turns))


def wrong(words: str, others: str) -> int:
    found = jiwer.process_words(words, others)
    return found.substitutions + found.deletions + found.insertions


@pytest.mark.parametrize(
    ("name", "codec", "bit_rate"),
    [
        ("call.wav", "pcm_mulaw", 0),
        ("call.wav", "pcm_alaw", 0),
        ("call.wav", "pcm_u8", 0),
        ("call.wav", "adpcm_ima_wav", 0),
        ("call.wav", "adpcm_ms", 0),
        ("call.wav", "g726", 32_000),
        ("call.mp3", "libmp3lame", 32_000),
        ("call.opus", "libopus", 24_000),
    ],
)
def test_a_codec_changes_no_more_than_two_words(
    tmp_path: Path, words: str, engine: Recogniser, name: str, codec: str, bit_rate: int
) -> None:
    path = encode(tmp_path / name, codec, sound_of(CALL, RATE), bit_rate=bit_rate)
    assert len(words.split()) > 50
    assert wrong(words, heard(path, engine)) <= 2


def test_wide_band_telephony_changes_no_more_than_two_words(
    tmp_path: Path, words: str, engine: Recogniser
) -> None:
    path = encode(tmp_path / "call.wav", "g722", sound_of(CALL, 2 * RATE), rate=2 * RATE)
    assert wrong(words, heard(path, engine)) <= 2


@pytest.mark.parametrize("name", ["call.gsm", "call.wav"], ids=["gsm", "wav49"])
def test_gsm_gives_the_words_of_its_own_sound(
    tmp_path: Path, engine: Recogniser, name: str
) -> None:
    """Nothing here can write GSM, so a call that was recorded in it is compared with plain PCM."""
    plain = encode(tmp_path / "plain.wav", "pcm_s16le", sound_of(GSM_CALL, RATE))
    gsm = GSM_CALL.read_bytes()[: SECONDS * GSM_BYTES_S]
    (tmp_path / name).write_bytes(gsm if name == "call.gsm" else wav49(gsm))
    assert wrong(heard(plain, engine), heard(tmp_path / name, engine)) <= 2
