"""Score lines through `qa score - --jsonl`: errors, speed and memory, once and ten times over.

    python -m benchmarks.filter LINES.jsonl[.gz] [--rubric rubrics/service.yaml]

Exits 1 when a line gives an error or when ten times the input takes more than 1.1 times the memory.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One run: how many results and errors, seconds, and peak memory in MB."""

    results: int
    errors: int
    seconds: float
    memory_mb: float


def measure(lines: bytes, times: int, rubric: Path) -> Measured:
    """Score the lines, `times` over, in a process of its own."""
    command = [sys.executable, "-m", "qa_toolkit", "score", "-", "--jsonl", "--rubric", str(rubric)]
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as target:
        for _ in range(times):
            source.write(lines)
        source.seek(0)
        began = time.perf_counter()
        child = subprocess.Popen(command, stdin=source, stdout=target)
        _, _, usage = os.wait4(child.pid, 0)
        child.returncode = 0  # wait4 has taken the exit code that Popen would wait for
        seconds = time.perf_counter() - began
        target.seek(0)
        failed = ["error" in json.loads(line) for line in target]
    return Measured(
        results=len(failed), errors=sum(failed), seconds=seconds, memory_mb=usage.ru_maxrss / 1024
    )


def main() -> int:
    """Print the figures of both runs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("lines", type=Path)
    parser.add_argument("--rubric", type=Path, default=Path("rubrics/service.yaml"))
    chosen = parser.parse_args()
    opener = gzip.open if chosen.lines.suffix == ".gz" else open
    with opener(chosen.lines, "rb") as file:
        lines = file.read()
    runs = [measure(lines, times, chosen.rubric) for times in (1, 10)]
    for run in runs:
        print(
            f"{run.results:7,} lines  {run.errors} errors  {run.seconds:6.1f} s  "
            f"{run.results / run.seconds:6,.0f} lines/s  peak {run.memory_mb:.0f} MB"
        )
    grown = runs[1].memory_mb / runs[0].memory_mb
    print(f"ten times the lines take {grown:.2f} times the memory")
    return int(any(run.errors for run in runs) or grown > 1.1)


if __name__ == "__main__":
    sys.exit(main())
