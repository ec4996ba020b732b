"""How much of the time that a recording takes is not recognition."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

from qa_toolkit.store import interactions, transcripts
from qa_toolkit.transcribe import (
    Recogniser,
    Segment,
    TranscribeOptions,
    engine_for,
    hearing,
    recording,
)
from qa_toolkit.transcribe.speech import speech_spans
from qa_toolkit.transcribe.windows import Window
from qa_toolkit.workflow.import_ import import_paths
from qa_toolkit.workflow.project import init_project, open_project
from qa_toolkit.workflow.speech import job_for, key_of, transcribe_job


@dataclass
class Stopwatch:
    """An engine that adds up the CPU seconds spent in it."""

    inner: Recogniser
    cpu_s: float = 0.0
    engine: str = field(init=False)
    model: str = field(init=False)
    configuration: str = field(init=False)
    languages: Sequence[str] = field(init=False)

    def __post_init__(self) -> None:
        self.engine, self.model = self.inner.engine, self.inner.model
        self.configuration, self.languages = self.inner.configuration, self.inner.languages

    def language_of(self, windows: Sequence[Window]) -> tuple[str, float]:
        """As the engine does."""
        return self.inner.language_of(windows)

    def recognise(self, windows: Sequence[Window], language: str) -> Sequence[Sequence[Segment]]:
        """As the engine does, with the time it takes."""
        begun = time.process_time()
        try:
            return self.inner.recognise(windows, language)
        finally:
            self.cpu_s += time.process_time() - begun


def overhead(paths: Sequence[Path], folder: Path, *, speakers: bool) -> float:
    """The share of CPU time that is neither the engine nor the voice activity detector.

    What is left: hashing, decoding, levels, the map of sounds, windows, roles, turns and the store.

    Args:
        paths: recordings.
        folder: an empty one, for a project.
        speakers: whether two people on one channel are told apart by their voices.
    """
    watch = Stopwatch(engine_for(TranscribeOptions()))
    detector = Clocked(speech_spans)
    init_project(folder)
    overrides = {
        "transcribe.speakers": speakers,
        "intake.filename_pattern": "(?P<id>(?P<agent>[a-z]+).*)",
    }
    with open_project(folder, overrides) as project:
        import_paths(project, [path.resolve() for path in paths])
        found = list(interactions.all_of(project.database))
        if len(found) != len(paths):
            raise SystemExit(f"{len(found)} of {len(paths)} recordings could be imported")
        begun = time.process_time()
        with (
            mock.patch.object(recording, "engine_for", return_value=watch),
            mock.patch.object(hearing, "speech_spans", detector),
        ):
            for interaction in found:
                if interaction.recording is not None:
                    job = job_for(interaction, interaction.recording, project.settings)
                    transcripts.add(project.database, key_of(job), transcribe_job(job))
        total = time.process_time() - begun
    return (total - watch.cpu_s - detector.cpu_s) / total


@dataclass
class Clocked:
    """A function that adds up the CPU seconds spent in it."""

    inner: Callable[..., Any]
    cpu_s: float = 0.0

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        begun = time.process_time()
        try:
            return self.inner(*args, **kwargs)
        finally:
            self.cpu_s += time.process_time() - begun
