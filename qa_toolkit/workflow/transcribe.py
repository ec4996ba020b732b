"""Transcribe: the recordings of a project → transcripts, in parallel, each once."""

from collections.abc import Iterable
from dataclasses import dataclass

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.problem import Problem
from qa_toolkit.execution import Done, run
from qa_toolkit.store import left_out, transcripts
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.speech import job_for, key_of, transcribe_job, workers


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscribeReport:
    """How many recordings were transcribed now, how many had been, and what could not be."""

    made: int
    known: int
    failures: tuple[Problem, ...]


def transcribe_interactions(
    project: Project,
    wanted: Iterable[Interaction],
    progress: Progress = SILENT,
    *,
    retry: bool = False,
) -> TranscribeReport:
    """Transcribe the recordings among the wanted interactions; chats need nothing.

    Every recording ends as a transcript or a recorded failure. Failed ones are tried again only
    on demand: the same bytes with the same options fail the same way.

    Raises:
        EnvironmentProblem: no speech model, or the speech extra is missing.
    """
    jobs = {
        (interaction.id, key_of(job)): job
        for interaction in wanted
        if interaction.recording is not None
        for job in [job_for(interaction, interaction.recording, project.settings)]
    }
    made = transcripts.made(project.database)
    failed = {} if retry else left_out.failures(project.database)
    for interaction_id, key in jobs.keys() & made:
        transcripts.use(project.database, interaction_id, key)
    to_do = {place: job for place, job in jobs.items() if place not in made and place not in failed}
    keys = {job: key for (_, key), job in to_do.items()}
    progress.start("transcribe", len(to_do))
    for result in run(transcribe_job, to_do.values(), workers=workers(project.settings)):
        key = keys[result.item]
        if isinstance(result, Done):
            transcripts.add(project.database, key, result.value)
        else:
            problem = Problem(source=result.item.path, message=result.reason, hint=result.hint)
            left_out.add_failure(project.database, result.item.interaction_id, key, problem)
        progress.advance("transcribe")
    progress.finish("transcribe")
    failures = left_out.failures(project.database)
    lost = tuple(failures[place] for place in jobs if place in failures)
    return TranscribeReport(
        made=len(to_do.keys() - failures.keys()), known=len(jobs.keys() & made), failures=lost
    )
