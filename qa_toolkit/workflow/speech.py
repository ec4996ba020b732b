"""The work on one recording, as it travels to a worker process."""

from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.interaction import Interaction, Recording
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.execution import core_count
from qa_toolkit.settings import Settings
from qa_toolkit.transcribe import TranscribeOptions, cache_key, find_model, transcribe_cached


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One recording to transcribe; travels to a worker process."""

    interaction_id: str
    path: str
    content_hash: str
    options: TranscribeOptions


def transcribe_job(job: Job) -> Transcript:
    """Transcribe one recording; runs in a worker process."""
    return transcribe_cached(
        Path(job.path), job.interaction_id, job.content_hash, job.options, cache=None
    )


def job_for(interaction: Interaction, recording: Recording, settings: Settings) -> Job:
    """What a worker needs to transcribe an interaction under the settings."""
    wanted = settings.transcribe
    options = TranscribeOptions(
        model=wanted.model or None,
        language=interaction.language or wanted.language,
        agent_side=recording.agent_side or wanted.agent,
    )
    return Job(
        interaction_id=interaction.id,
        path=recording.path,
        content_hash=interaction.content_hash,
        options=options,
    )


def key_of(job: Job) -> str:
    """The key of the transcript a job makes."""
    return cache_key(job.content_hash, find_model(job.options.model), job.options)


def workers(settings: Settings) -> int:
    """The number of worker processes the settings ask for: one for each core unless told."""
    return settings.run.workers or core_count()
