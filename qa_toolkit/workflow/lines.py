"""Lines → results: as long a stream as you like, in one process or in several."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from pydantic_core import to_json

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.errors import EnvironmentProblem
from qa_toolkit.intake.jsonl import read_line
from qa_toolkit.scorecards.data.json import as_result
from qa_toolkit.scoring import score
from qa_toolkit.scoring.plan import Plan
from qa_toolkit.signals import measure
from qa_toolkit.workflow.clock import facts_of_line
from qa_toolkit.workflow.provenance import provenance
from qa_toolkit.workflow.rubric_files import UsableRubric, usable_rubric

LINES_AT_ONCE = 100
"""Lines that travel to a worker process together."""
BYTES_AT_ONCE = 500_000
"""A chunk takes no further line beyond this, so that long interactions are spread, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of output; `failed` when it tells an error instead of a result."""

    text: str
    failed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Lines on their way to a worker process.

    Attributes:
        number: of the first line in the input.
        rubric: the file it was read from.
        rubric_hash: of what was read from it; a worker that reads something else gives up.
    """

    number: int
    lines: tuple[bytes, ...]
    source: str
    rubric: Path
    rubric_hash: str


def score_lines(
    lines: Iterable[bytes],
    source: str,
    rubric: UsableRubric,
    *,
    first: int = 1,
    plan: Plan | None = None,
) -> Iterator[Line]:
    """One result for each line that holds an interaction, an error for each that cannot be used.

    Args:
        lines: the format of `qa_toolkit.intake.jsonl`, in UTF-8; blank lines are passed over.
        source: what to call the input in errors.
        rubric: to score against.
        first: number of the first line, for messages.
        plan: of the rubric, where there is one already.
    """
    plan = plan or Plan(rubric.rubric)
    for number, raw in enumerate(lines, start=first):
        if raw.isspace():
            continue
        text = raw.decode("utf-8-sig" if number == 1 else "utf-8", errors="replace")
        found = read_line(text, source, number, require_agent=False)
        if isinstance(found, Problem):
            yield _passed_on(text) or error_line(found, {"line": number})
        elif found.transcript is not None:
            facts = facts_of_line(text, found.interaction) if rubric.facts_asked else {}
            yield Line(text=_result(found.interaction, found.transcript, rubric, plan, facts))


def score_in_parallel(
    lines: Iterable[bytes], source: str, rubric: UsableRubric, path: Path, workers: int
) -> Iterator[Line]:
    """What `score_lines` gives, in the same order, from several worker processes.

    A line that a worker does not survive is told as an error; the others are scored.

    Args:
        lines: as for `score_lines`.
        source: what to call the input in errors.
        rubric: to score against.
        path: the file that the rubric was read from.
        workers: number of processes.
    """
    # it brings multiprocessing along, which one process can do without
    from qa_toolkit.execution import Done, run

    chunks = _chunks(lines, source, path, rubric.hash)
    ready: dict[int, tuple[int, list[Line]]] = {}
    number = 1
    for result in run(score_chunk, chunks, workers=workers):
        chunk = result.item
        scored = result.value if isinstance(result, Done) else list(_one_by_one(chunk))
        ready[chunk.number] = (chunk.number + len(chunk.lines), scored)
        while number in ready:
            number, done = ready.pop(number)
            yield from done


def score_chunk(chunk: Chunk) -> list[Line]:
    """The results of a chunk; runs in a worker process.

    Raises:
        EnvironmentProblem: the rubric's file was changed meanwhile.
    """
    rubric, plan = _rubric_at(chunk.rubric, chunk.rubric_hash)
    return list(score_lines(chunk.lines, chunk.source, rubric, first=chunk.number, plan=plan))


@lru_cache(maxsize=1)
def _rubric_at(path: Path, rubric_hash: str) -> tuple[UsableRubric, Plan]:
    """The rubric, read once in each worker process."""
    rubric = usable_rubric(path)
    if rubric.hash != rubric_hash:
        raise EnvironmentProblem(f"{path} was changed while it was in use", hint="score again")
    return rubric, Plan(rubric.rubric)


def _chunks(lines: Iterable[bytes], source: str, rubric: Path, rubric_hash: str) -> Iterator[Chunk]:
    numbered = enumerate(lines, start=1)
    for number, line in numbered:
        held = [line]
        size = len(line)
        while size < BYTES_AT_ONCE and len(held) < LINES_AT_ONCE:
            following = next(numbered, None)
            if following is None:
                break
            held.append(following[1])
            size += len(following[1])
        yield Chunk(
            number=number,
            lines=tuple(held),
            source=source,
            rubric=rubric,
            rubric_hash=rubric_hash,
        )


def _one_by_one(chunk: Chunk) -> Iterator[Line]:
    """The lines of a chunk that failed as a whole, each alone: only what fails alone is an error."""
    from qa_toolkit.execution import Done, run

    alone = [
        replace(chunk, number=number, lines=(line,))
        for number, line in enumerate(chunk.lines, start=chunk.number)
    ]
    found = {result.item.number: result for result in run(score_chunk, alone, workers=1)}
    for _, result in sorted(found.items()):
        if isinstance(result, Done):
            yield from result.value
        else:
            number = result.item.number
            problem = Problem(
                source=chunk.source, line=number, message=result.reason, hint=result.hint
            )
            yield error_line(problem, {"line": number})


def _result(
    interaction: Interaction,
    transcript: Transcript,
    rubric: UsableRubric,
    plan: Plan,
    facts: Mapping[str, str],
) -> str:
    scorecard = score(
        transcript,
        measure(transcript),
        rubric.rubric,
        interaction.channel,
        provenance(rubric, transcript.origin),
        facts=facts,
        models=rubric.models,
        plan=plan,
    )
    return to_json(as_result(scorecard)).decode()


def _passed_on(text: str) -> Line | None:
    """An error of the filter before us goes through as it is; None for every other line."""
    with suppress(ValueError, RecursionError):
        said = json.loads(text)
        if isinstance(said, dict) and "id" in said and "error" in said:
            return Line(text=text.rstrip("\r\n"), failed=True)
    return None


def error_line(problem: Problem, which: dict[str, object]) -> Line:
    """A line that tells an error; `which` says of what, by id or by number."""
    error = {"message": problem.message, "hint": problem.hint}
    return Line(text=json.dumps(which | {"error": error}, ensure_ascii=False), failed=True)
