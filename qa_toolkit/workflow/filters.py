"""Recordings → lines, without a project."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.interaction import AgentRef, Channel, Interaction, Recording
from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import Unusable
from qa_toolkit.execution import Done, run
from qa_toolkit.intake.hashing import hash_of_file
from qa_toolkit.intake.jsonl import write_line
from qa_toolkit.settings import Settings
from qa_toolkit.transcribe import SUFFIXES, find_model, transcribe_cached, user_cache
from qa_toolkit.workflow.lines import Line, error_line
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.speech import job_for, workers


@dataclass(frozen=True, slots=True, kw_only=True)
class FileJob:
    """One recording named on the command line; travels to a worker process."""

    number: int
    path: str
    settings: Settings
    use_cache: bool


def transcribe_files(
    paths: Sequence[Path], settings: Settings, *, use_cache: bool, progress: Progress = SILENT
) -> Iterator[Line]:
    """One line for each recording, in the order named; what cannot be used says why.

    Raises:
        EnvironmentProblem: no speech model, or the speech extra is missing.
    """
    find_model(settings.transcribe.model or None)
    jobs = [
        FileJob(number=number, path=str(path), settings=settings, use_cache=use_cache)
        for number, path in enumerate(paths)
    ]
    ready: dict[int, Line] = {}
    next_number = 0
    progress.start("transcribe", len(jobs))
    for result in run(transcribe_file, jobs, workers=min(workers(settings), len(jobs))):
        if isinstance(result, Done):
            ready[result.item.number] = Line(text=result.value)
        else:
            problem = Problem(source=result.item.path, message=result.reason, hint=result.hint)
            ready[result.item.number] = error_line(problem, {"id": _id_of(Path(result.item.path))})
        progress.advance("transcribe")
        while next_number in ready:
            yield ready.pop(next_number)
            next_number += 1
    progress.finish("transcribe")


def transcribe_file(job: FileJob) -> str:
    """The line of one recording; runs in a worker process.

    Raises:
        Unusable: it is missing, of a kind that is not read, or holds no usable sound.
    """
    path = Path(job.path)
    if path.suffix.lower() not in SUFFIXES:
        known = " ".join(sorted(SUFFIXES))
        raise Unusable(f"'{path.suffix}' is not a kind of recording", hint=f"known: {known}")
    try:
        content_hash = hash_of_file(path)
    except OSError as error:
        raise Unusable(f"cannot be read: {error.strerror}") from error
    interaction = Interaction(
        id=_id_of(path),
        channel=Channel.CALL,
        agent=AgentRef(id=""),
        content_hash=content_hash,
        source=job.path,
        recording=(recording := Recording(path=job.path)),
    )
    options = job_for(interaction, recording, job.settings).options
    cache = user_cache() if job.use_cache else None
    transcript = transcribe_cached(path, interaction.id, content_hash, options, cache)
    return write_line(interaction, transcript)


def _id_of(path: Path) -> str:
    return path.with_suffix("").as_posix() if path.name else str(path)
