"""Speech models by size name: fetched once from the model hub, kept where its library keeps them.

The names are those of faster-whisper, which both local engines know.
"""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qa_toolkit.errors import EnvironmentProblem, MissingExtra
from qa_toolkit.transcribe.models.files import WEIGHTS, in_folder
from qa_toolkit.transcribe.models.model import Source, SpeechModel

_FILES = ["config.json", "preprocessor_config.json", "model.bin", "tokenizer.json", "vocabulary.*"]
_SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """A model that can be fetched.

    Attributes:
        repository: its name on the model hub.
        megabytes: about how much is fetched.
    """

    repository: str
    megabytes: int


SIZES: Mapping[str, Size] = {
    "tiny.en": Size(repository="Systran/faster-whisper-tiny.en", megabytes=78),
    "tiny": Size(repository="Systran/faster-whisper-tiny", megabytes=78),
    "base.en": Size(repository="Systran/faster-whisper-base.en", megabytes=148),
    "base": Size(repository="Systran/faster-whisper-base", megabytes=148),
    "small.en": Size(repository="Systran/faster-whisper-small.en", megabytes=486),
    "small": Size(repository="Systran/faster-whisper-small", megabytes=486),
    "medium.en": Size(repository="Systran/faster-whisper-medium.en", megabytes=1_530),
    "medium": Size(repository="Systran/faster-whisper-medium", megabytes=1_530),
    "large-v1": Size(repository="Systran/faster-whisper-large-v1", megabytes=3_090),
    "large-v2": Size(repository="Systran/faster-whisper-large-v2", megabytes=3_090),
    "large-v3": Size(repository="Systran/faster-whisper-large-v3", megabytes=3_090),
    "large": Size(repository="Systran/faster-whisper-large-v3", megabytes=3_090),
    "large-v3-turbo": Size(
        repository="mobiuslabsgmbh/faster-whisper-large-v3-turbo", megabytes=1_620
    ),
    "turbo": Size(repository="mobiuslabsgmbh/faster-whisper-large-v3-turbo", megabytes=1_620),
    "distil-small.en": Size(repository="Systran/faster-distil-whisper-small.en", megabytes=334),
    "distil-medium.en": Size(repository="Systran/faster-distil-whisper-medium.en", megabytes=791),
    "distil-large-v2": Size(repository="Systran/faster-distil-whisper-large-v2", megabytes=1_510),
    "distil-large-v3": Size(repository="Systran/faster-distil-whisper-large-v3", megabytes=1_510),
    "distil-large-v3.5": Size(repository="distil-whisper/distil-large-v3.5-ct2", megabytes=1_510),
}


def kept_folder(name: str) -> Path | None:
    """Where a model lies that was fetched before; None when it was not. Nothing is fetched.

    Raises:
        MissingExtra: the library of the model hub is not installed.
    """
    try:
        folder = _hub().snapshot_download(
            SIZES[name].repository, allow_patterns=_FILES, local_files_only=True
        )
    except OSError:
        return None
    return Path(folder)


def downloaded(name: str) -> SpeechModel | None:
    """A model that was fetched before; None when it was not. Nothing is fetched.

    Raises:
        MissingExtra: the library of the model hub is not installed.
        EnvironmentProblem: its files cannot be used.
    """
    folder = kept_folder(name)
    return in_folder(folder, name=name, source=Source.DOWNLOADED) if folder else None


def check_download(name: str) -> SpeechModel:
    """A model that was fetched, its weights compared with the hash that the hub gave for them.

    Raises:
        EnvironmentProblem: it is not there, incomplete or damaged.
    """
    model = downloaded(name)
    if model is None:
        raise EnvironmentProblem(f"the speech model {name} has not been fetched")
    # the hub's library keeps large files under their sha256 and links to them
    kept = (Path(model.location) / WEIGHTS).resolve()
    if _SHA256.fullmatch(kept.name) and kept.name != model.digest:
        raise EnvironmentProblem(
            f"the speech model {name} is damaged: {kept} is not what was fetched (sha256 differs)",
            hint="delete that file and let it be fetched again",
        )
    return model


def download(name: str) -> SpeechModel:
    """Fetch a model, with a progress bar where a person waits.

    Raises:
        MissingExtra: the library of the model hub is not installed.
        EnvironmentProblem: it cannot be fetched.
    """
    size, hub = SIZES[name], _hub()
    if not sys.stderr.isatty():
        hub.utils.disable_progress_bars()
    try:
        folder = hub.snapshot_download(size.repository, allow_patterns=_FILES)
    except (OSError, ValueError) as error:
        raise EnvironmentProblem(
            f"the speech model {name} cannot be fetched (about {size.megabytes:,} MB from the "
            f"model hub): {str(error).splitlines()[0]}",
            hint="fetch it where there is a network and name its directory with --model, or use "
            "a bundled one: qa models list",
        ) from error
    return in_folder(Path(folder), name=name, source=Source.DOWNLOADED)


def _hub() -> Any:
    try:
        import huggingface_hub
    except ImportError:
        raise MissingExtra("speech", "transcription") from None
    return huggingface_hub
