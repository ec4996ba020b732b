"""Transcribe: the recordings of a project → transcripts, in parallel, each once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.problem import Problem
from qa_toolkit.execution import Cause, Done, Failed, run
from qa_toolkit.intake.hashing import hash_of_file
from qa_toolkit.store import left_out, transcripts
from qa_toolkit.workflow import batch
from qa_toolkit.workflow.existing import existing_keys, unwanted
from qa_toolkit.workflow.failures import TRY_AGAIN
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.project import Project, as_stored
from qa_toolkit.workflow.speech import Job, identity_under, job_for, key_of, transcribe_job, workers


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscribeReport:
    """What became of the recordings that were wanted.

    Attributes:
        made: how many were transcribed now.
        known: how many had been before, or came with a transcript.
        left: how many were not begun because the time for it was used.
        older: how many of those that failed or were left keep the words they had, made
            under other options.
        failures: what could not be transcribed now.
        failed_before: what could not be transcribed before, in this content and under these
            options, and was therefore not tried again.
    """

    made: int
    known: int
    left: int = 0
    older: int = 0
    failures: tuple[Problem, ...] = ()
    failed_before: tuple[Problem, ...] = ()


def transcribe_interactions(
    project: Project,
    wanted: Iterable[Interaction],
    progress: Progress = SILENT,
    *,
    budget_s: float | None = None,
    retry: bool = False,
) -> TranscribeReport:
    """Transcribe the recordings among the wanted interactions; chats need nothing.

    Every recording ends as a transcript or a recorded failure. One that failed for what is in it
    is told from the record as long as bytes and options are the same. One that failed for what
    may pass (the file was gone, the worker was killed, a limit was reached) is tried again.
    Words made under other options stay until there are new ones, so that a run which transcribes
    nothing takes none away, but are not scored; words of others that are not wanted go at once.

    Args:
        project: where transcripts and failures are kept.
        wanted: interactions, with or without a recording.
        progress: hears of every recording.
        budget_s: when so many seconds have passed, nothing more is begun; None for no such end.
        retry: try again whatever failed.

    Raises:
        EnvironmentProblem: no speech model, or the speech extra is missing.
        UsageError: what the settings ask for does not go together.
    """
    database = project.database
    wanted = tuple(wanted)
    existing = existing_keys(project, wanted)
    jobs = {
        (interaction.id, key_of(job)): job
        for interaction in wanted
        if interaction.recording is not None and interaction.id not in existing
        for job in [job_for(interaction, interaction.recording, project.settings)]
    }
    if jobs:
        identity_under(project.settings)  # an engine that cannot work is told once, not for each
    made = transcripts.made(database)
    keys_made = {name: key for name, key in jobs if (name, key) in made}
    transcripts.use(database, existing | unwanted(project, wanted) | keys_made)
    failed = {} if retry else left_out.failures(database)
    before = tuple(failed[which] for which in jobs if which in failed and which not in made)
    keys = {
        job: which[1] for which, job in jobs.items() if which not in made and which not in failed
    }
    older = transcripts.current_keys(database)
    left_out.wait_for(database, {job.interaction_id for job in keys} & older.keys())
    through, failures = _transcribe(project, keys, progress, budget_s)
    current = transcripts.current_keys(database)
    return TranscribeReport(
        made=through - len(failures),
        known=len(existing) + len(jobs) - len(keys) - len(before),
        left=len(keys) - through,
        older=sum(current.get(name, key) != key for name, key in jobs),
        failures=failures,
        failed_before=before,
    )


def _transcribe(
    project: Project, keys: Mapping[Job, str], progress: Progress, budget_s: float | None
) -> tuple[int, tuple[Problem, ...]]:
    """How many jobs were begun, and which of them failed; all of it is kept as it comes."""
    lengths = batch.longest_first(keys)
    failures: list[Problem] = []
    through = 0
    progress.start("transcribe", len(keys), expected_s=sum(lengths.values()))
    for result in run(
        transcribe_job,
        batch.within(lengths, budget_s),
        workers=workers(project.settings),
        limits=batch.limits(project.settings, lengths.__getitem__),
        ahead=None,
    ):
        job, audio_s = result.item, 0.0
        if isinstance(result, Done):
            transcripts.add(project.database, keys[job], result.value)
            audio_s = result.value.duration_s or 0.0
        else:
            source, hint = as_stored(project, job.path), batch.hint_of(result)
            problem = Problem(source=source, message=result.reason, hint=hint)
            key = keys[job] if _is_lasting(result) else TRY_AGAIN
            left_out.add_failure(project.database, job.interaction_id, key, problem)
            failures.append(problem)
        through += 1
        progress.advance("transcribe", expected_s=lengths[job], audio_s=audio_s)
    progress.finish("transcribe")
    return through, tuple(failures)


def _is_lasting(failed: Failed[Job]) -> bool:
    """Whether another try would end the same: it was refused, and for the bytes it has."""
    if failed.cause is not Cause.ITEM:
        return False
    path = Path(failed.item.path)
    try:
        return path.is_file() and hash_of_file(path) == failed.item.content_hash
    except OSError:
        return False
