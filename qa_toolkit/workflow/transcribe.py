"""Transcribe: the recordings of a project → transcripts, in parallel, each once."""

from collections.abc import Iterable
from dataclasses import dataclass

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.problem import Problem
from qa_toolkit.execution import Done, run
from qa_toolkit.store import left_out, transcripts
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.project import Project, as_stored
from qa_toolkit.workflow.speech import job_for, key_of, transcribe_job, workers


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscribeReport:
    """How many recordings were transcribed now, how many had been, and what could not be."""

    made: int
    known: int
    failures: tuple[Problem, ...]


def transcribe_interactions(
    project: Project, wanted: Iterable[Interaction], progress: Progress = SILENT
) -> TranscribeReport:
    """Transcribe the recordings among the wanted interactions; chats need nothing.

    Every recording ends as a transcript or a recorded failure. What failed is tried again by the
    next run: a file may have been put back, and one that is damaged fails at once.

    Raises:
        EnvironmentProblem: no speech model, or the speech extra is missing.
    """
    database = project.database
    jobs = {
        (interaction.id, key_of(job)): job
        for interaction in wanted
        if interaction.recording is not None
        for job in [job_for(interaction, interaction.recording, project.settings)]
    }
    made = transcripts.made(database)
    transcripts.use(database, {name: key if (name, key) in made else None for name, key in jobs})
    keys = {job: key for (name, key), job in jobs.items() if (name, key) not in made}
    failures: list[Problem] = []
    progress.start("transcribe", len(keys))
    for result in run(transcribe_job, keys, workers=workers(project.settings)):
        job, key = result.item, keys[result.item]
        if isinstance(result, Done):
            transcripts.add(database, key, result.value)
        else:
            source = as_stored(project, job.path)
            failures.append(Problem(source=source, message=result.reason, hint=result.hint))
            left_out.add_failure(database, job.interaction_id, key, failures[-1])
        progress.advance("transcribe")
    progress.finish("transcribe")
    return TranscribeReport(
        made=len(keys) - len(failures), known=len(jobs) - len(keys), failures=tuple(failures)
    )
