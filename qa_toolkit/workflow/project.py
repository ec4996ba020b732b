"""A project: a folder with `qa.toml`, its rubrics, and the database with all that was done."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.errors import StorageError, UsageError
from qa_toolkit.settings import FILE_NAME, LoadedSettings, Settings, find_folder, load_settings
from qa_toolkit.shipped import rubrics_folder
from qa_toolkit.store import Database, open_database

DATABASE_NAME = "qa.db"
EXPORTS = "exports"
"""The folder of a project that scorecards are written to when no target is named."""

_TEMPLATE = """\
# Settings of this project; `qa config show` prints each with its source.
# Environment variables (QA_TRANSCRIBE_MODEL=…) and the command line come first.

[intake]
# folders or files that `qa run` and `qa import` read when none is named
paths = []
# metadata from file names, for example "dana_2026-11-02_call-17.wav":
# filename_pattern = '(?P<agent>[a-z]+)_(?P<started_at>[0-9-]+)_(?P<id>.+)'

[sample]
per_agent = 5
# same seed, same sample; without one each new draw takes a new seed and shows it
# seed = "2026-11"

[transcribe]
# the stereo side the agent speaks on; "auto" tells it from the greeting
agent = "auto"
# names of products and people that may be said: no speech model can know them
# vocabulary = ["Northwind", "Ada Okafor"]

[score]
rubric = "rubrics/service.yaml"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """An open project."""

    folder: Path
    loaded: LoadedSettings
    database: Database

    @property
    def settings(self) -> Settings:
        return self.loaded.settings


def as_stored(project: Project, text: str) -> str:
    """A path, or a text that names one, with the project's own folder left out.

    What a project keeps and exports must not depend on where it lies or was called from.
    """
    return text.replace(f"{project.folder.as_posix()}/", "")


@contextmanager
def open_project(
    folder: Path | None = None, overrides: Mapping[str, object] | None = None
) -> Iterator[Project]:
    """Open the project in `folder`, or the one around the current folder.

    Raises:
        UsageError: no project there, or its settings are wrong.
        StorageError: its database refuses.
    """
    found = find_folder(folder or Path.cwd())
    if folder is not None and found != folder.resolve():
        raise UsageError(f"{folder} is not a project: it has no {FILE_NAME}", hint="qa init")
    loaded = load_settings(found, overrides=overrides)
    database = open_database(found / DATABASE_NAME)
    try:
        yield Project(folder=found, loaded=loaded, database=database)
    finally:
        database.close()


def init_project(folder: Path) -> tuple[Path, ...]:
    """Make a folder a project: settings and the shipped rubric; what is there stays.

    Returns:
        The files written.

    Raises:
        StorageError: the folder cannot be written.
    """
    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        settings = folder / FILE_NAME
        if not settings.exists():
            settings.write_text(_TEMPLATE, encoding="utf-8")
            written.append(settings)
        for source in sorted(_shipped_rubrics()):
            target = folder / "rubrics" / source.relative_to(rubrics_folder())
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
                written.append(target)
    except OSError as error:
        raise StorageError(f"{folder}: cannot be written: {error.strerror}") from error
    return tuple(written)


def _shipped_rubrics() -> Iterator[Path]:
    """The rubrics with their cases, and the schemas by which editors complete them."""
    folder = rubrics_folder()
    yield from folder.rglob("*.yaml")
    yield from folder.glob("*.schema.json")
