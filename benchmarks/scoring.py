"""How fast `qa score - --jsonl` is, beside a bare loop of VADER over the same lines.

    python -m benchmarks.scoring LINES.jsonl[.gz] [--rubric rubrics/service.yaml] [--million]

The bare loop reads each line with json, runs stock VADER on every turn, and writes what it gives
with json. All times are processor time of one core, but for those of several workers and of
start-up. A run over the lines and one over many times as many give the cost of a line without
start-up. Prints figures and judges nothing.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

from pydantic_core import to_json
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.scorecard import Scorecard
from qa_toolkit.intake.found import Found
from qa_toolkit.intake.jsonl import read_line
from qa_toolkit.scorecards.data.json import as_result
from qa_toolkit.scoring import score
from qa_toolkit.scoring.detectors.detect import detect
from qa_toolkit.scoring.models import predictions
from qa_toolkit.scoring.plan import Plan
from qa_toolkit.scoring.reading import Reading
from qa_toolkit.signals import measure
from qa_toolkit.workflow.lines import score_lines
from qa_toolkit.workflow.provenance import provenance
from qa_toolkit.workflow.rubric_files import UsableRubric, usable_rubric

TIMES = 8
ROUNDS = 3
LENGTHS = (10, 100, 1_000, 10_000)
MILLION = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One process: its seconds by the clock and of processor time, and its peak memory in MB."""

    wall_s: float
    cpu_s: float
    memory_mb: float


def filtered(lines: list[bytes], times: int, rubric: Path, workers: int = 1) -> Run:
    """Score the lines, `times` over, in a process of its own."""
    command = [sys.executable, "-m", "qa_toolkit", "score", "-", "--jsonl", "--rubric", str(rubric)]
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as target:
        for _ in range(times):
            source.writelines(lines)
        source.seek(0)
        began = time.perf_counter()
        child = subprocess.Popen([*command, "--workers", str(workers)], stdin=source, stdout=target)
        _, _, usage = os.wait4(child.pid, 0)
        child.returncode = 0  # wait4 has taken the exit code that Popen would wait for
        wall_s = time.perf_counter() - began
    cpu_s = usage.ru_utime + usage.ru_stime
    return Run(wall_s=wall_s, cpu_s=cpu_s, memory_mb=usage.ru_maxrss / 1024)


def bare_loop(lines: list[bytes]) -> Callable[[], None]:
    """What the filter is measured against."""
    analyzer = SentimentIntensityAnalyzer()

    def run() -> None:
        for line in lines:
            thread = json.loads(line)
            said = [analyzer.polarity_scores(turn["text"]) for turn in thread["turns"]]
            json.dumps({"id": thread["id"], "sentiment": said})

    return run


def seconds(run: Callable[[], object]) -> float:
    """Processor time of one call, the least of some."""
    return min(_took(run) for _ in range(ROUNDS))


def _took(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began


def stages(lines: list[bytes], usable: UsableRubric) -> Iterator[tuple[str, Callable[[], object]]]:
    """The parts of the way of a line, each with what came before it made ready."""
    plan = Plan(usable.rubric)
    found = [_read(line.decode()) for line in lines]
    signals = [measure(known.transcript) for known in found if known.transcript]
    both = [(k.transcript, s) for k, s in zip(found, signals, strict=True) if k.transcript]

    def readings() -> list[Reading]:
        return [Reading(transcript=t, signals=s, indexes=plan.indexes) for t, s in both]

    def cards() -> list[Scorecard]:
        return [
            score(
                t, s, usable.rubric, Channel.CHAT, provenance(usable, t.origin),
                models=usable.models, plan=plan,
            )
            for t, s in both
        ]  # fmt: skip

    ready = readings()
    yield "read", lambda: [_read(line.decode()) for line in lines]
    yield "sentiment and waits", lambda: [measure(t) for t, _ in both]
    yield "find all wordings, detectors", lambda: [detect(known) for known in readings()]
    for known in ready:
        detect(known)
    language = usable.rubric.languages[0]
    yield (
        "detectors, models",
        lambda: [predictions(usable.rubric, known, language, usable.models) for known in ready],
    )
    yield "score, all of it", cards
    made = cards()
    yield "write", lambda: [to_json(as_result(card)) for card in made]


def _read(text: str) -> Found:
    found = read_line(text, "-", 1, require_agent=False)
    if not isinstance(found, Found):
        raise SystemExit(f"not a line to score: {found}")
    return found


def _scored(line: bytes, usable: UsableRubric, plan: Plan) -> None:
    for _ in score_lines([line], "-", usable, plan=plan):
        pass


def grown(lines: list[bytes], turns: int) -> bytes:
    """One thread of so many turns, made of the turns of all threads."""
    known = [turn for line in lines for turn in json.loads(line)["turns"]]
    many = [known[number % len(known)] for number in range(turns)]
    return json.dumps({"id": f"of-{turns}", "turns": many}).encode()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("lines", type=Path)
    parser.add_argument("--rubric", type=Path, default=Path("rubrics/service.yaml"))
    parser.add_argument("--million", action="store_true", help="score a million lines, too")
    chosen = parser.parse_args()
    opener = gzip.open if chosen.lines.suffix == ".gz" else open
    with opener(chosen.lines, "rb") as file:
        lines = file.readlines()
    usable = usable_rubric(chosen.rubric)

    bare = bare_loop(lines)
    pairs = [_pair(lines, bare, chosen.rubric) for _ in range(ROUNDS)]
    ours_s, bare_s = min(pairs, key=lambda pair: pair[0] / pair[1])
    print(f"bare loop of VADER  {_each(bare_s, lines)}")
    print(f"qa score            {_each(ours_s, lines)}")
    print(f"ratio               {ours_s / bare_s:.2f}")

    for name, run in stages(lines, usable):
        print(f"  {name:30} {_each(seconds(run), lines)}")

    nothing = sorted(filtered([], 1, chosen.rubric).wall_s for _ in range(2 * ROUNDS + 1))
    print(f"start-up            {nothing[ROUNDS]:.2f} s")

    plan = Plan(usable.rubric)
    times = []
    for turns in LENGTHS:
        thread = grown(lines, turns)
        took = seconds(partial(_scored, thread, usable, plan))
        times.append(took)
        print(f"a thread of {turns:6,} turns {took * 1e6 / turns:8.1f} µs a turn")
    factor = max(later / sooner for sooner, later in pairwise(times))
    print(f"ten times the turns take at most {factor:.1f} times as long")

    one, ten = (filtered(lines, times, chosen.rubric).memory_mb for times in (1, 10))
    print(f"memory              {one:.0f} MB, for ten times the lines {ten:.0f} MB")
    if chosen.million:
        many = filtered(lines, -(-MILLION // len(lines)), chosen.rubric)
        print(f"a million lines     {many.wall_s:.0f} s, {many.memory_mb:.0f} MB")

    alone = filtered(lines, 4 * TIMES, chosen.rubric).wall_s
    two = filtered(lines, 4 * TIMES, chosen.rubric, workers=2).wall_s
    print(f"two workers         {alone / two:.2f} times as fast on {os.cpu_count()} cores")


def _pair(lines: list[bytes], bare: Callable[[], None], rubric: Path) -> tuple[float, float]:
    """Seconds for the lines: of the filter without its start-up, and of the bare loop."""
    sooner = filtered(lines, 2, rubric).cpu_s
    bare_s = seconds(bare)
    later = filtered(lines, 2 + TIMES, rubric).cpu_s
    return (later - sooner) / TIMES, bare_s


def _each(took_s: float, lines: list[bytes]) -> str:
    return f"{took_s / len(lines) * 1e6:7.1f} µs a thread"


if __name__ == "__main__":
    main()
