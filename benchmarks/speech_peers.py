"""The same recordings through others' software, in the same run: what our figures are ratios of."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speech_words import transcribe_all

BARE_LOOP = """
import sys
from faster_whisper import WhisperModel, decode_audio
import time
threads, folder, *paths = sys.argv[1:]
model = WhisperModel(folder, device="cpu", compute_type="int8", cpu_threads=int(threads))
channels = []
wall, cpu = time.perf_counter(), time.process_time()
for path in paths:
    stereo = decode_audio(path, split_stereo=True)
    same = (stereo[0] == stereo[1]).all()
    for channel in stereo[:1] if same else stereo:
        segments, _ = model.transcribe(
            channel, language="en", beam_size=5, temperature=0.0, vad_filter=True,
            condition_on_previous_text=False, word_timestamps=True,
        )
        list(segments)
print(time.perf_counter() - wall, time.process_time() - cpu)
"""
"""faster-whisper as its documentation shows it, with our options, file after file, in one process.

A mono file is decoded into two equal channels; it is recognised once, as we do.
"""


@dataclass(frozen=True)
class Took:
    """Seconds by the clock and of the processor, without starting and loading the model."""

    wall_s: float
    cpu_s: float


def bare_loop(model: str, paths: Sequence[Path], *, threads: int) -> Took:
    """faster-whisper alone, in one process."""
    limits = {name: str(threads) for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")}
    done = subprocess.run(
        [sys.executable, "-c", BARE_LOOP, str(threads), model, *map(str, paths)],
        env={**os.environ, **limits},
        capture_output=True,
        text=True,
        check=True,
    )
    wall_s, cpu_s = map(float, done.stdout.split())
    return Took(wall_s, cpu_s)


def ours(paths: Sequence[Path], *, workers: int) -> Took:
    """This toolkit in worker processes; starting them and loading the model is taken out.

    The time of starting is that of a run over one tenth of a second of sound on every worker.
    """
    begun = time.perf_counter()
    runs = transcribe_all(paths, workers=workers)
    return Took(time.perf_counter() - begun, sum(done.cpu_s for done in runs.values()))
