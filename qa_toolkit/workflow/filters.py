"""Recordings and transcripts → lines, without a project."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.interaction import AgentRef, Channel, Interaction, Recording
from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import Unusable
from qa_toolkit.execution import Done, run
from qa_toolkit.intake.hashing import hash_of_file
from qa_toolkit.intake.jsonl import write_line
from qa_toolkit.intake.transcripts import is_transcript
from qa_toolkit.settings import Settings
from qa_toolkit.transcribe import transcribe_cached, user_cache
from qa_toolkit.workflow.batch import expected_s, hint_of, limits
from qa_toolkit.workflow.existing_lines import existing_line
from qa_toolkit.workflow.lines import Line, error_line
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.speech import identity_under, job_for, workers


@dataclass(frozen=True, slots=True, kw_only=True)
class FileJob:
    """One recording named on the command line; travels to a worker process."""

    number: int
    path: str
    settings: Settings
    use_cache: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """The line of one recording, with the seconds of sound it holds."""

    text: str
    audio_s: float


def transcribe_files(
    paths: Sequence[Path], settings: Settings, *, use_cache: bool, progress: Progress = SILENT
) -> Iterator[Line]:
    """One line for each recording, in the order named; what cannot be used says why.

    Raises:
        EnvironmentProblem: no speech model, or the speech extra is missing.
        UsageError: what the settings ask for does not go together.
    """
    if not all(map(is_transcript, paths)):
        identity_under(settings)  # what is missing for all is told before anything is begun
    jobs = [
        FileJob(number=number, path=str(path), settings=settings, use_cache=use_cache)
        for number, path in enumerate(paths)
    ]
    lengths = [expected_s(path) for path in paths]
    ready: dict[int, Line] = {}
    next_number = 0
    progress.start("transcribe", len(jobs), expected_s=sum(lengths))
    for result in run(
        transcribe_file,
        jobs,
        workers=min(workers(settings), len(jobs)),
        limits=limits(settings, lambda job: lengths[job.number]),
    ):
        audio_s = 0.0
        if isinstance(result, Done):
            ready[result.item.number] = Line(text=result.value.text)
            audio_s = result.value.audio_s
        else:
            problem = Problem(source=result.item.path, message=result.reason, hint=hint_of(result))
            ready[result.item.number] = error_line(problem, {"id": _id_of(Path(result.item.path))})
        progress.advance("transcribe", expected_s=lengths[result.item.number], audio_s=audio_s)
        while next_number in ready:
            yield ready.pop(next_number)
            next_number += 1
    progress.finish("transcribe")


def transcribe_file(job: FileJob) -> FileLine:
    """The line of one recording; runs in a worker process.

    Raises:
        Unusable: it is missing, of a kind that is not read, or holds no usable sound.
    """
    path = Path(job.path)
    if is_transcript(path):
        return FileLine(text=existing_line(path, _id_of(path)), audio_s=0.0)  # nothing is heard
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
    text = write_line(interaction, transcript)
    return FileLine(text=text, audio_s=transcript.duration_s or 0.0)


def _id_of(path: Path) -> str:
    return path.with_suffix("").as_posix() if path.name else str(path)
