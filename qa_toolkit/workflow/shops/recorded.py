"""The words of recorded shops: transcribed like any call, kept by the hash of the recording."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.interaction import AgentRef, Channel, Interaction, Recording
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.domain.shop.log import Attachment, ShopLog
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.errors import StorageError
from qa_toolkit.execution import Done, run
from qa_toolkit.files import replacing
from qa_toolkit.intake.hashing import hash_of_file
from qa_toolkit.shops.notes import recording_of
from qa_toolkit.store.records import TRANSCRIPT
from qa_toolkit.workflow import batch
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.attachments import attachment_file
from qa_toolkit.workflow.shops.shops import OpenShop, open_shop, open_shops
from qa_toolkit.workflow.speech import Job, identity_under, job_for, transcribe_job, workers

_WITH_EDITORS = frozenset(
    {ShopStatus.SUBMITTED, ShopStatus.IN_REVIEW, ShopStatus.RETURNED, ShopStatus.APPROVED}
)
FOLDER = "shop-transcripts"
"""In the project's folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcribed:
    """What became of the recordings of some shops.

    Attributes:
        made: shops whose recording was transcribed now.
        known: shops whose recording had been before.
        without: shops that have no recording.
        failures: recordings that could not be transcribed.
    """

    made: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    failures: tuple[Problem, ...] = ()


def transcribe_shops(
    project: Project, shops: Sequence[OpenShop], progress: Progress = SILENT
) -> Transcribed:
    """Transcribe the recordings of shops by the project's settings for speech, each once.

    Raises:
        EnvironmentProblem: no speech model, or the speech extra is missing.
        UsageError: what the settings ask for does not go together.
    """
    logs = {one.shop.id: one.shop.log or one.shop.draft for one in shops}
    recorded = {name: recording_of(log) if log else None for name, log in logs.items()}
    found = {name: known for name, known in recorded.items() if known is not None}
    known = tuple(name for name, one in found.items() if _place(project, one).is_file())
    language = {one.shop.id: one.scenario.scenario.language for one in shops}
    jobs = {
        _job(project, name, one, language[name]): one
        for name, one in found.items()
        if name not in known
    }
    made, failures = [], []
    if jobs:
        identity_under(project.settings)  # an engine that cannot work is told once
    progress.start("transcribe", len(jobs))
    lengths = batch.longest_first(jobs)
    limits = batch.limits(project.settings, lengths.__getitem__)
    for result in run(
        transcribe_job, lengths, workers=workers(project.settings), limits=limits, ahead=None
    ):
        job = result.item
        if isinstance(result, Done):
            _keep(project, jobs[job], result.value)
            made.append(job.interaction_id)
        else:
            source = f"{job.interaction_id}: {jobs[job].name}"
            hint = batch.hint_of(result)
            failures.append(Problem(source=source, message=result.reason, hint=hint))
        progress.advance("transcribe")
    progress.finish("transcribe")
    return Transcribed(
        made=tuple(made),
        known=known,
        without=tuple(name for name, one in recorded.items() if one is None),
        failures=tuple(failures),
    )


def words_of(project: Project, log: ShopLog) -> Transcript | None:
    """The words of a shop's recording; None where there is none, or nobody has transcribed it."""
    recording = recording_of(log)
    if recording is None:
        return None
    place = _place(project, recording)
    try:
        return TRANSCRIPT.load(json.loads(place.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise StorageError(
            f"cannot read {place}: {error}", hint="remove it, then qa shop transcribe"
        ) from error


def to_transcribe(project: Project, names: Sequence[str] = ()) -> tuple[OpenShop, ...]:
    """The shops of these ids; without any, those that were handed in and are not final yet.

    Raises:
        UsageError: there is no such shop.
    """
    if names:
        return tuple(open_shop(project, name) for name in names)
    return tuple(one for one in open_shops(project) if one.shop.status in _WITH_EDITORS)


def _job(project: Project, shop: str, recording: Attachment, language: str) -> Job:
    path = attachment_file(project, recording)
    as_found = Interaction(
        id=shop,
        channel=Channel.CALL,
        agent=AgentRef(id=""),
        content_hash=hash_of_file(path),
        source=recording.name,
        language=language,
    )
    return job_for(as_found, Recording(path=str(path)), project.settings)


def _place(project: Project, recording: Attachment) -> Path:
    return project.folder / FOLDER / f"{recording.hash}.json"


def _keep(project: Project, recording: Attachment, words: Transcript) -> None:
    with replacing(_place(project, recording), hint="make room on the disk") as file:
        file.write(json.dumps(TRANSCRIPT.dump(words), ensure_ascii=False).encode())
