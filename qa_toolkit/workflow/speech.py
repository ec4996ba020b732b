"""The work on one recording, as it travels to a worker process."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path

from qa_toolkit.domain.interaction import AudioSide, Interaction, Recording
from qa_toolkit.domain.transcript import OTHER_PARTY, SpeakerRole, Transcript
from qa_toolkit.execution import core_count
from qa_toolkit.settings import Settings, TranscribeSettings
from qa_toolkit.transcribe import (
    Endpoint,
    EngineName,
    Preset,
    TranscribeOptions,
    cache_key,
    identity,
    transcribe_cached,
)
from qa_toolkit.transcribe.audio import parse_raw
from qa_toolkit.transcribe.engines import check_language


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
    """What a worker needs to transcribe an interaction under the settings.

    What the source says of a recording comes before what the settings say of all.

    Raises:
        UsageError: what the settings say of recordings without a header cannot be read.
    """
    return Job(
        interaction_id=interaction.id,
        path=recording.path,
        content_hash=interaction.content_hash,
        options=_options(interaction, recording, settings.transcribe),
    )


def _options(
    interaction: Interaction, recording: Recording, wanted: TranscribeSettings
) -> TranscribeOptions:
    chosen = _chosen(wanted)
    side = recording.agent_side or chosen.agent_side
    told = recording.channels
    if not told and not recording.agent_side:
        told = _mapped(recording.path, wanted.channel_maps) or chosen.channels
    if wanted.swap:
        side = AudioSide.LEFT if side is AudioSide.RIGHT else AudioSide.RIGHT
        told = tuple(OTHER_PARTY.get(role, role) for role in told)
    return replace(
        chosen, language=interaction.language or chosen.language, channels=told, agent_side=side
    )


def _chosen(wanted: TranscribeSettings) -> TranscribeOptions:
    """What holds for all recordings."""
    if wanted.raw:
        parse_raw(wanted.raw)
    return TranscribeOptions(
        engine=EngineName(wanted.engine),
        model=wanted.model or None,
        language=wanted.language,
        preset=Preset(wanted.preset),
        vocabulary=wanted.vocabulary,
        channels=_roles(wanted.channels),
        agent_side=AudioSide(wanted.agent) if wanted.agent != "auto" else None,
        speakers=wanted.speakers,
        offline=wanted.offline,
        endpoint=Endpoint(
            url=wanted.endpoint,
            key_variable=wanted.endpoint_key,
            upload=wanted.upload,
            timeout_s=wanted.endpoint_timeout,
        ),
        raw=wanted.raw,
    )


def _mapped(path: str, channel_maps: tuple[str, ...]) -> tuple[SpeakerRole, ...]:
    """The roles of the first map whose pattern fits a path or the end of it."""
    place = Path(path).as_posix()
    for line in channel_maps:
        pattern, _, roles = line.rpartition(":")
        wanted = pattern.strip()
        if fnmatchcase(place, wanted) or fnmatchcase(place, f"*/{wanted}"):
            return _roles(roles.split())
    return ()


def _roles(names: Iterable[str]) -> tuple[SpeakerRole, ...]:
    return tuple(map(SpeakerRole, names))


def identity_under(settings: Settings) -> tuple[str, ...]:
    """Engine and model that the settings ask for.

    Raises:
        EnvironmentProblem: one of them is not there, or the model does not know the language.
        UsageError: they do not go together, or no model knows the language.
    """
    options = _chosen(settings.transcribe)
    check_language(options)
    return identity(options)


def key_of(job: Job) -> str:
    """The key of the transcript a job makes."""
    return cache_key(Path(job.path), job.content_hash, job.options)


def workers(settings: Settings) -> int:
    """The number of worker processes the settings ask for: one for each core unless told."""
    return settings.run.workers or core_count()
