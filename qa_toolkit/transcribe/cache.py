"""Transcripts kept by content and options: the same recording is recognised once."""

import json
import os
import tempfile
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

from platformdirs import user_cache_path
from pydantic import TypeAdapter, ValidationError

from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.transcribe.engines import identity
from qa_toolkit.transcribe.options import TranscribeOptions

RECIPE = 3
"""Raised whenever this package makes other turns of the same sound, so that old entries lapse."""


def cache_key(content_hash: str, options: TranscribeOptions) -> str:
    """BLAKE2b in hex over everything that changes words, times or roles.

    Raises:
        MissingExtra: the recogniser, whose version counts, is not installed.
        EnvironmentProblem: the model is not there, or is not the one it claims to be.
    """
    parts = [
        RECIPE,
        content_hash,
        identity(options),
        options.language,
        options.channels,
        options.agent_side,
        options.speakers,
        options.raw,
    ]
    return blake2b(json.dumps(parts).encode(), digest_size=20).hexdigest()


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
