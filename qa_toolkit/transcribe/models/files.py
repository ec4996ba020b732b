"""The files of a speech model: which there must be, and proof that they are the right ones."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from qa_toolkit.errors import EnvironmentProblem
from qa_toolkit.transcribe.models.model import Source, SpeechModel

WEIGHTS = "model.bin"
_MULTILINGUAL_PIECES = 51_865
"""Word pieces of Whisper's multilingual vocabulary; the English one has one fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a file has to be: its size in bytes and its sha256 in hex."""

    size: int
    sha256: str


def verify(folder: Path, files: Mapping[str, Known], *, hint: str) -> None:
    """Compare files with what they have to be.

    Raises:
        EnvironmentProblem: a file is missing or differs; it is named, with the hint.
    """
    for name, known in files.items():
        path = folder / name
        if not path.is_file():
            raise _damaged(path, "is missing", hint)
        if path.stat().st_size != known.size or sha256(path) != known.sha256:
            raise _damaged(path, "is not the file it should be (sha256 differs)", hint)


def in_folder(folder: Path, *, name: str = "", source: Source = Source.OWN) -> SpeechModel:
    """The model in a directory in CTranslate2's format; its hash is computed, which takes a moment.

    Raises:
        EnvironmentProblem: it is not such a directory, or cannot be read.
    """
    needed = (WEIGHTS, "config.json", "tokenizer.json", _vocabulary(folder).name)
    missing = [file for file in needed if not (folder / file).is_file()]
    if missing:
        raise EnvironmentProblem(
            f"{folder} is not a speech model: {', '.join(missing)} missing",
            hint="give a directory in CTranslate2's format, such as Systran/faster-whisper-small.en",
        )
    return SpeechModel(
        name=name or folder.resolve().name,
        location=str(folder.resolve()),
        digest=sha256(folder / WEIGHTS),
        multilingual=is_multilingual(folder),
        source=source,
    )


def sha256(path: Path) -> str:
    """The sha256 of a file in hex.

    Raises:
        EnvironmentProblem: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EnvironmentProblem(f"{path} cannot be read: {error.strerror}") from error


def is_multilingual(folder: Path) -> bool | None:
    """Whether a model knows more than English, told from its vocabulary alone; None if it is not."""
    vocabulary = _vocabulary(folder)
    try:
        text = vocabulary.read_text(encoding="utf-8")
        pieces = json.loads(text) if vocabulary.suffix == ".json" else text.splitlines()
    except (OSError, ValueError):
        return None  # the engine will say what is wrong with it
    return len(pieces) >= _MULTILINGUAL_PIECES if isinstance(pieces, list) else None


def _vocabulary(folder: Path) -> Path:
    lists = folder / "vocabulary.json"
    return lists if lists.is_file() else folder / "vocabulary.txt"


def _damaged(path: Path, what: str, hint: str) -> EnvironmentProblem:
    return EnvironmentProblem(f"a bundled speech model is damaged: {path} {what}", hint=hint)
