"""How long `qa rubric check` and `qa rubric test` take, beside check-jsonschema on the same files.

    python -m benchmarks.rubric_check

check-jsonschema looks at the schema only: no references, no wording, no reachability. Every time
is the best of several runs of a new process, so that a busy machine disturbs the ratios little.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from qa_toolkit.rubric.load import LoadedRubric
from qa_toolkit.workflow.rubric_files import load
from qa_toolkit.workflow.rubric_test import cases_beside, run_case

ROOT = Path(__file__).parents[1]
RUBRICS = ROOT / "rubrics"
SERVICE = RUBRICS / "service.yaml"
BARE = "import typer, pydantic, yaml"
MANY = 200
CRITERIA = 2_000
_ROUNDS = 3


def main() -> None:
    """Print the times and their ratios."""
    bare = best([sys.executable, "-c", BARE])
    parse = f"{BARE}; yaml.load(open({str(SERVICE)!r}), yaml.CSafeLoader)"
    parsed = best([sys.executable, "-c", parse])
    print(f"{'bare imports of typer, pydantic, yaml':<52}{bare:6.2f} s")
    print(f"{'the same and parsing service.yaml':<52}{parsed:6.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        many, large = Path(folder) / "many", Path(folder) / "large.yaml"
        write_many(many)
        large.write_text(large_rubric(), encoding="utf-8")
        compare("service.yaml", [SERVICE], bare)
        compare(f"{MANY} rubrics", sorted(many.glob("*.yaml")), bare)
        compare(f"{CRITERIA:,} criteria", [large], bare)
    cases()


def compare(what: str, files: Sequence[Path], bare: float) -> None:
    """One line: ours, as a multiple of the bare imports, beside check-jsonschema's."""
    named = list(map(str, files))
    ours = best([sys.executable, "-m", "qa_toolkit", "rubric", "check", *named])
    schema = str(RUBRICS / "rubric.schema.json")
    theirs = best([sys.executable, "-m", "check_jsonschema", "--schemafile", schema, *named])
    print(
        f"{'qa rubric check, ' + what:<52}{ours:6.2f} s   {ours / bare:5.2f} x bare imports"
        f"   check-jsonschema {theirs:6.2f} s   ratio {ours / theirs:5.2f}"
    )


def best(command: list[str]) -> float:
    """Seconds of the fastest of several runs."""
    return min(timed(lambda: run(command)) for _ in range(_ROUNDS))


def run(command: list[str]) -> None:
    """Run to the end; findings are an answer, anything else is a mistake of the benchmark."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode not in (0, 1) or "No module named" in done.stderr:
        raise SystemExit(done.stderr or done.stdout)


def timed(action: Callable[[], object]) -> float:
    """Seconds of wall-clock time."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def write_many(folder: Path) -> None:
    """Copies of the shipped rubrics under other names."""
    folder.mkdir()
    text = SERVICE.read_text(encoding="utf-8")
    for number in range(MANY):
        (folder / f"service_{number}.yaml").write_text(
            text.replace("\nid: service\n", f"\nid: service_{number}\n"), encoding="utf-8"
        )


def large_rubric() -> str:
    """A rubric of many criteria, each with two indicators."""
    lines = [
        "format: 1", "id: large", "version: 1.0.0", "title: Large", "pass_mark: 50",
        "applies_to: {channels: [chat]}", "appeal_days: 14", "minimums: {s: 40}", "sections:",
        "  - id: s", "    title: S", "    weight: 1", "    criteria:",
    ]  # fmt: skip
    for number in range(CRITERIA):
        lines += [
            f"      - id: s.c{number}",
            f"        question: Does the agent say word {number}?",
            f"        scale: {{0: no word {number}, 1: a hint at {number}, 2: word {number} itself}}",
            "        indicators:",
            f"          - {{id: hint, kind: phrase, any: [hint ~2 n{number}, (a|the) h{number}], points: 1}}",
            f"          - {{id: word, kind: phrase, any: [word{number}, 'so [very] w{number}'], points: 2}}",
            "        tips: {0: Say it., 1: Say it outright.}",
        ]
    return "\n".join(lines) + "\n"


def cases() -> None:
    """How many cases a second run on one core, once everything is loaded."""
    loaded: LoadedRubric = load(SERVICE)
    if loaded.rubric is None:
        raise SystemExit("the shipped rubric cannot be used")
    rubric = loaded.rubric
    prepared, _ = cases_beside(SERVICE, rubric)
    start = timed(lambda: [run_case(case, rubric) for case in prepared])
    again = min(timed(lambda: [run_case(case, rubric) for case in prepared]) for _ in range(20))
    print(f"{'qa rubric test, first run of ' + str(len(prepared)) + ' cases':<52}{start:6.2f} s")
    print(f"{'qa rubric test, cases a second after start':<52}{len(prepared) / again:8,.0f}")


if __name__ == "__main__":
    main()
