"""Words wrong, and whether the same sound always gives the same words."""

import json
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import av
import jiwer
import numpy as np
from numpy.typing import NDArray
from whisper_normalizer.english import EnglishTextNormalizer

from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.execution import Failed, run
from qa_toolkit.transcribe import TranscribeOptions, engine_for, transcribe

CODECS: Mapping[str, tuple[str, str, int]] = {
    # what people call it: suffix, FFmpeg's codec, samples a second
    "mu-law WAV": (".wav", "pcm_mulaw", 8_000),
    "A-law WAV": (".wav", "pcm_alaw", 8_000),
    "8-bit PCM": (".wav", "pcm_u8", 8_000),
    "MP3": (".mp3", "libmp3lame", 8_000),
    "Opus": (".opus", "libopus", 48_000),
    "IMA ADPCM": (".wav", "adpcm_ima_wav", 8_000),
    "MS ADPCM": (".wav", "adpcm_ms", 8_000),
    "G.722": (".wav", "g722", 16_000),
    "G.726": (".wav", "g726", 8_000),
}
LOSSY_BIT_RATE = {"libmp3lame": 32_000, "libopus": 32_000}
"""What telephone systems are mostly set to; FFmpeg's own 8 kbit/s for MP3 changes words."""
BY_SOX: Mapping[str, tuple[str, tuple[str, ...]]] = {
    # PyAV reads these and does not write them; the program sox does
    "GSM": (".gsm", ()),
    "WAV49": (".wav", ("-e", "gsm-full-rate")),
}


@dataclass(frozen=True)
class Run:
    """A transcript, the CPU seconds it took in its worker process, and from when to when."""

    transcript: Transcript
    cpu_s: float
    begun_s: float
    ended_s: float

    @property
    def text(self) -> str:
        """All words in order."""
        return " ".join(turn.text for turn in self.transcript.turns)


class Job(NamedTuple):
    """A recording and how to transcribe it."""

    path: Path
    options: TranscribeOptions = TranscribeOptions()


def transcribe_one(job: Job) -> Run:
    """Transcribe one file; runs in a worker process, with the model loaded before the clock starts."""
    engine = engine_for(job.options)
    begun_s, begun = time.time(), time.process_time()
    transcript = transcribe(job.path, job.path.stem, job.options, engine)
    return Run(transcript, time.process_time() - begun, begun_s, time.time())


def transcribe_all(
    paths: Sequence[Path], *, workers: int = 1, options: TranscribeOptions | None = None
) -> dict[Path, Run]:
    """The runs in the order of the paths; a file that cannot be used ends the benchmark."""
    jobs = [Job(path, options or TranscribeOptions()) for path in paths]
    runs: dict[Path, Run] = {}
    for result in run(transcribe_one, jobs, workers=workers):
        if isinstance(result, Failed):
            raise SystemExit(f"{result.item.path.name}: {result.reason}")
        runs[result.item.path] = result.value
    return {path: runs[path] for path in paths}


def references(folder: Path) -> dict[Path, str]:
    """The true words of the prompt files of a folder."""
    listed = json.loads((folder / "references.json").read_text(encoding="utf-8"))
    return {folder / entry["file"]: entry["text"] for entry in listed["references"]}


def words_wrong(said: Sequence[str], heard: Sequence[str]) -> float:
    """Word error rate over all texts, after Whisper's English normaliser."""
    normal = EnglishTextNormalizer()
    return float(jiwer.wer(list(map(normal, said)), list(map(normal, heard))))


def edits(one: str, other: str) -> int:
    """Words to change, add or leave out to make one text of the other, after the normaliser."""
    normal = EnglishTextNormalizer()
    found = jiwer.process_words(normal(one), normal(other))
    return int(found.substitutions + found.deletions + found.insertions)


def sound_of(path: Path, rate: int) -> NDArray[np.int16]:
    """All of a recording as one channel of 16-bit samples, by PyAV alone."""
    resampler = av.AudioResampler(format="s16", layout="mono", rate=rate)
    with av.open(path) as container:
        parts = [
            part.to_ndarray()[0]
            for frame in [*container.decode(audio=0), None]
            for part in resampler.resample(frame)
        ]
    return np.concatenate(parts).astype(np.int16)


def encoded(path: Path, sound: NDArray[np.int16], codec: str, rate: int) -> Path:
    """Write one channel of samples with a codec."""
    with av.open(path, "w") as container:
        stream = container.add_stream(codec, rate=rate, layout="mono")
        if not isinstance(stream, av.AudioStream):
            raise SystemExit(f"{codec} is no codec for sound")
        if codec in LOSSY_BIT_RATE:
            stream.bit_rate = LOSSY_BIT_RATE[codec]
        size = stream.codec_context.frame_size or 1_024
        for start in range(0, len(sound), size):
            frame = av.AudioFrame.from_ndarray(
                sound[np.newaxis, start : start + size], format="s16", layout="mono"
            )
            frame.sample_rate, frame.pts = rate, start
            frame.time_base = Fraction(1, rate)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def recoded(source: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """A recording in every codec that can be written here, each with its name."""
    for name, (suffix, codec, rate) in CODECS.items():
        target = folder / f"{name.replace(' ', '-')}{suffix}"
        yield name, encoded(target, sound_of(source, rate), codec, rate)
    if sox := shutil.which("sox"):
        for name, (suffix, encoding) in BY_SOX.items():
            target = folder / f"{name}{suffix}"
            subprocess.run([sox, source, "-r", "8000", *encoding, target], check=True)
            yield name, target
