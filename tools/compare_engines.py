"""Both local engines on the same weights and the same windows of speech, on one thread, as JSON.

    .venv-torch/bin/python tools/compare_engines.py RECORDING [--preset accurate]

`make engines` makes that environment. Time is that of recognising alone: models are loaded and
warmed up before. Seconds of the processor are the fairer measure where other work is going on.
"""

import os

os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"), "1")

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from qa_toolkit.transcribe import EngineName, Preset, TranscribeOptions, engine_for
from qa_toolkit.transcribe.audio import FULL_SCALE, SAMPLE_RATE, AudioReader
from qa_toolkit.transcribe.speech import speech_spans
from qa_toolkit.transcribe.windows import Window, in_windows

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".venv-torch" / "bin" / "python"
LOCAL = (EngineName.FASTER_WHISPER, EngineName.OPENAI_WHISPER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one engine did with the windows of one recording.

    Attributes:
        took_s: by the clock on the wall.
        processor_s: of one processor.
        text: all words in order.
    """

    engine: str
    model: str
    configuration: str
    audio_s: float
    took_s: float
    processor_s: float
    text: str


def compare_in_its_environment(recording: Path, preset: Preset) -> list[Measured] | None:
    """What `compare` gives, run in `.venv-torch`; None where that was not made."""
    if not PYTHON.exists():
        return None
    command = [str(PYTHON), __file__, str(recording), "--preset", str(preset)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, cwd=ROOT)
    return [Measured(**one) for one in json.loads(done.stdout)]


def compare(recording: Path, preset: Preset) -> list[Measured]:
    """Recognise the first channel of a recording with each engine, the default one first."""
    import numpy as np

    pieces = [piece[0] for piece in AudioReader(recording).pieces()]
    sound = np.concatenate(pieces).astype(np.float32) / np.float32(FULL_SCALE)
    windows = list(in_windows(sound, speech_spans(sound)))
    return [_measure(name, preset, windows, len(sound) / SAMPLE_RATE) for name in LOCAL]


def _measure(
    name: EngineName, preset: Preset, windows: Sequence[Window], audio_s: float
) -> Measured:
    engine = engine_for(TranscribeOptions(engine=name, preset=preset))
    engine.recognise(windows[:1], "en")
    begun_s, processor_s = time.perf_counter(), time.process_time()
    heard = engine.recognise(windows, "en")
    return Measured(
        engine=engine.engine,
        model=engine.model,
        configuration=engine.configuration,
        audio_s=round(audio_s, 2),
        took_s=round(time.perf_counter() - begun_s, 2),
        processor_s=round(time.process_time() - processor_s, 2),
        text=" ".join(word.text for segments in heard for one in segments for word in one.words),
    )


def main() -> int:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description="Compare the local speech engines.")
    parser.add_argument("recording", type=Path)
    parser.add_argument("--preset", type=Preset, choices=list(Preset), default=Preset.ACCURATE)
    options = parser.parse_args()
    measured = compare(options.recording, options.preset)
    json.dump([asdict(one) for one in measured], sys.stdout, indent=2)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
