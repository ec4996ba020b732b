"""The same recordings through others' software, in the same run: what our figures are ratios of."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speech_words import transcribe_all
from qa_toolkit.workflow.batch import expected_s

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
    """This toolkit in worker processes, the longest file first, as `qa transcribe` does it.

    The clock runs from the first recording that a worker begins to the last that one ends, so
    starting workers and loading models is taken out, as it is for the others.
    """
    longest_first = sorted(paths, key=lambda path: -expected_s(path))
    runs = transcribe_all(longest_first, workers=workers).values()
    wall_s = max(done.ended_s for done in runs) - min(done.begun_s for done in runs)
    return Took(wall_s, sum(done.cpu_s for done in runs))
