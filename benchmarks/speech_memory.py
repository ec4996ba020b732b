"""Memory of a worker. Imports no more than a worker does, so that what is measured is the worker's."""

import resource
from pathlib import Path

from qa_toolkit.execution import Failed, run
from qa_toolkit.transcribe import TranscribeOptions, engine_for, transcribe


def peak_mb(path: Path) -> float:
    """Largest resident memory of a process that transcribes one recording; runs in a worker."""
    options = TranscribeOptions()
    transcribe(path, path.stem, options, engine_for(options))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1_024 / 1e6  # told in KiB


def worker_mb(path: Path) -> float:
    """The same, asked from outside: a fresh worker for one recording."""
    (result,) = run(peak_mb, [path], workers=1)
    if isinstance(result, Failed):
        raise SystemExit(f"{path.name}: {result.reason}")
    return result.value
