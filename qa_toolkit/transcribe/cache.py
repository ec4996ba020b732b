"""Transcripts kept by content and options: the same recording is recognised once."""

import json
import os
import tempfile
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from platformdirs import user_cache_path
from pydantic import TypeAdapter, ValidationError

from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.transcribe import speech
from qa_toolkit.transcribe.audio import RAW_SUFFIXES, parse_raw
from qa_toolkit.transcribe.engines import identity
from qa_toolkit.transcribe.options import EngineName, TranscribeOptions

RECIPE = 4
"""Raised whenever this package makes other turns of the same sound, so that old entries lapse."""


def cache_key(path: Path, content_hash: str, options: TranscribeOptions) -> str:
    """BLAKE2b in hex over everything that changes words, times or roles, and nothing else.

    Args:
        path: the recording; its suffix says whether it may be one without a header.
        content_hash: of its bytes.
        options: the choices for it.

    Raises:
        MissingExtra: the recogniser, whose version counts, is not installed.
        EnvironmentProblem: the model is not there, or is not the one it claims to be.
        UsageError: what is told of recordings without a header cannot be read.
    """
    headerless = path.suffix.lower() in RAW_SUFFIXES
    parts = [
        RECIPE,
        content_hash,
        identity(options),
        speech.identity(),
        _numerics(options.engine),
        options.language,
        options.channels,
        None if options.channels else options.agent_side,  # see `channels.cast`
        options.speakers,
        str(parse_raw(options.raw)) if headerless and options.raw else "",
    ]
    return blake2b(json.dumps(parts).encode(), digest_size=20).hexdigest()


@cache
def _numerics(engine: EngineName) -> str:
    """What multiplies for faster-whisper: another version may round otherwise, and so hear others."""
    return version("ctranslate2") if engine is EngineName.FASTER_WHISPER else ""


@dataclass(frozen=True, slots=True)
class TranscriptCache:
    """A folder with one JSON file per transcript. It may be deleted at any time."""

    folder: Path

    def get(self, key: str) -> Transcript | None:
        """The transcript, or None where there is none or the file is broken."""
        try:
            return _adapter().validate_json(self._path(key).read_bytes())
        except (OSError, ValidationError):
            return None

    def put(self, key: str, transcript: Transcript) -> None:
        """Keep a transcript. A folder that cannot be written is not an error: it only costs time."""
        path = self._path(key)
        data = _adapter().dump_json(transcript)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # written beside and moved: another process never sees half a file
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        except OSError:
            return
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.json"


def user_cache() -> TranscriptCache:
    """The cache for use without a project, where the system keeps a user's caches."""
    return TranscriptCache(user_cache_path("qa-toolkit") / "transcripts")


@cache
def _adapter() -> TypeAdapter[Transcript]:
    return TypeAdapter(Transcript)
