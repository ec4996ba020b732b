"""openai-whisper on the same weights, in the environment that `make engines` makes."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PYTHON = Path(__file__).parents[1] / ".venv-torch" / "bin" / "python"
SCRIPT = """
import json, sys, time
import torch
from benchmarks.speech_words import sound_of
from qa_toolkit.transcribe import EngineName, TranscribeOptions, engine_for
import numpy as np
import whisper

torch.set_num_threads(1)
engine = engine_for(TranscribeOptions(engine=EngineName.OPENAI_WHISPER))
texts, cpu_s = [], 0.0
for path in sys.argv[1:]:
    begun = time.process_time()
    sound = sound_of(path, 16_000).astype(np.float32) / 32_768
    said = engine._whisper.transcribe(
        sound, language="en", beam_size=5, temperature=0.0, condition_on_previous_text=False,
        word_timestamps=True, fp16=False,
    )
    cpu_s += time.process_time() - begun
    texts.append(said["text"])
print(json.dumps({"cpu_s": cpu_s, "texts": texts}))
"""


@dataclass(frozen=True)
class Peer:
    """What it heard in each file, and the CPU seconds for all of them."""

    cpu_s: float
    texts: list[str]


def openai_peer(paths: Sequence[Path]) -> Peer | None:
    """The library's own `transcribe` with our options; None where its environment is not there."""
    if not PYTHON.exists():
        return None
    done = subprocess.run(
        [PYTHON, "-c", SCRIPT, *map(str, paths)],
        cwd=PYTHON.parents[2],
        env={"OMP_NUM_THREADS": "1", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout.splitlines()[-1])
    return Peer(found["cpu_s"], found["texts"])
