"""What failed, why, and what is done about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from qa_toolkit.domain.problem import Problem
from qa_toolkit.store import left_out
from qa_toolkit.workflow.project import Project

TRY_AGAIN = ""
"""The key under which a failure is recorded that another try may not meet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Something that no transcript or no interaction came of.

    Attributes:
        id: the interaction; empty where the import found none.
        source: the file, with the line where one is known.
        stage: `import` or `transcribe`.
        again: whether the next run tries it again without being asked.
    """

    id: str
    source: str
    stage: str
    reason: str
    hint: str
    again: bool


def failures(project: Project) -> Iterator[Failure]:
    """All that failed: recordings by interaction, then what imports could not use, by file."""
    for (name, key), problem in sorted(left_out.failures(project.database).items()):
        yield _failure(problem, name, "transcribe", again=key == TRY_AGAIN)
    for problem in left_out.of_imports(project.database):
        if problem.severity == "error":
            yield _failure(problem, "", "import", again=True)


def _failure(problem: Problem, name: str, stage: str, *, again: bool) -> Failure:
    return Failure(
        id=name,
        source=problem.place,
        stage=stage,
        reason=problem.message,
        hint=problem.hint,
        again=again,
    )
