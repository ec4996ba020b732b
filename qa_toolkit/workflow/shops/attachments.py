"""Keeping what shoppers bring: each file under the hash of its content, whole or not at all."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from io import FileIO
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from qa_toolkit.domain.shop.log import Attachment
from qa_toolkit.domain.shop.scenario import EvidenceKind
from qa_toolkit.errors import StorageError, UsageError
from qa_toolkit.files import content_digest, is_changed, is_ordinary, replacing, without_waiting
from qa_toolkit.shops.attachments.accept import accept
from qa_toolkit.shops.attachments.file_types import suffix_for
from qa_toolkit.shops.attachments.names import clean_name
from qa_toolkit.shops.attachments.photo_time import taken_at
from qa_toolkit.shops.attachments.recognise import blocks_of
from qa_toolkit.workflow.project import Project

FOLDER = "attachments"
_MB = 1_000_000
_FREE_SPACE = "free space on the disk, or ask who looks after the project's folder"
_ONE_AT_A_TIME = Lock()
"""Two requests of the page may bring the same file at once."""


def attach(project: Project, path: Path, kind: EvidenceKind, *, name: str = "") -> Attachment:
    """Copy a file into the project as evidence.

    Args:
        project: an open project.
        path: an ordinary file, no link.
        kind: what it is evidence of.
        name: how it is called; else as the file.

    Raises:
        UsageError: it cannot be read, is empty or too large, is not of a type that this kind of
            evidence may have, or changed while it was read.
        StorageError: the disk is full, or the project's folder cannot be written.
    """
    return _from_path(project, path, kind, name or path.name, keep=True)


def looked_at(project: Project, path: Path, kind: EvidenceKind) -> Attachment:
    """What `attach` would make of a file, without keeping it.

    Raises:
        UsageError, StorageError: as `attach`.
    """
    return _from_path(project, path, kind, path.name, keep=False)


def attach_bytes(
    project: Project, data: Iterable[bytes], kind: EvidenceKind, *, name: str
) -> Attachment:
    """Keep what comes in blocks, such as an upload, as evidence; as `attach`.

    It is first written aside, at most the cap of its kind, and only what was checked is kept.

    Raises:
        UsageError, StorageError: as `attach`.
    """
    return _taken(project, data, kind, name, keep=True)


def most_bytes(project: Project, kind: EvidenceKind) -> int:
    """How large a file of this kind may be."""
    settings = project.settings.shops
    return (settings.recording_mb if kind == "recording" else settings.attachment_mb) * _MB


def attachment_file(project: Project, attachment: Attachment) -> Path:
    """Where the content of an attachment lies.

    Raises:
        UsageError: it is not in the project's folder.
    """
    path = _place(project, attachment)
    if not path.is_file():
        raise UsageError(
            f"the attachment '{attachment.name}' is not in the project ({path})",
            hint=f"copy the project's folder '{FOLDER}' back, or attach the file again",
        )
    return path


def _from_path(
    project: Project, path: Path, kind: EvidenceKind, shown: str, *, keep: bool
) -> Attachment:
    try:
        if path.is_symlink():
            raise UsageError(f"{path} is a link", hint="name the file that it points to")
        with FileIO(path, opener=_without_links) as file:
            before = os.fstat(file.fileno())
            if not is_ordinary(before):
                raise UsageError(f"{path} is no ordinary file", hint="name a file")
            _check_size(before.st_size, project, kind, shown)
            return _taken(project, _blocks(file, before, path), kind, shown, keep=keep)
    except IsADirectoryError as error:
        raise UsageError(f"{path} is a folder", hint="name a file in it") from error
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from error


def _taken(
    project: Project, data: Iterable[bytes], kind: EvidenceKind, name: str, *, keep: bool
) -> Attachment:
    shown = clean_name(name, instead=kind)
    folder = project.folder / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        aside = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 closed below; never has a name
    except OSError as error:
        raise _storage(folder, error) from error
    with aside as file:
        size, digest = _written_aside(file, data, project, kind, shown)
        is_a = accept(file, name=shown, kind=kind)
        attachment = Attachment(
            hash=digest,
            name=shown,
            kind=kind,
            media_type=is_a.media_type,
            size=size,
            taken_at=taken_at(file, is_a),
        )
        if keep:
            with _ONE_AT_A_TIME:
                _keep(project, file, _place(project, attachment), size)
    return attachment


def _place(project: Project, attachment: Attachment) -> Path:
    """Under its hash; the suffix of its type is there for programs that go by it."""
    name = attachment.hash + suffix_for(attachment.media_type)
    return project.folder / FOLDER / attachment.hash[:2] / name


def _written_aside(
    file: BinaryIO, data: Iterable[bytes], project: Project, kind: EvidenceKind, name: str
) -> tuple[int, str]:
    """Write the blocks; gives their size and hash."""
    size, digest = 0, content_digest()
    for block in data:
        size += len(block)
        _check_size(size, project, kind, name)
        digest.update(block)
        try:
            file.write(block)
        except OSError as error:
            raise _storage(project.folder / FOLDER, error) from error
    if not size:
        raise UsageError(f"{name} is empty", hint="bring it again")
    try:
        file.flush()
    except OSError as error:
        raise _storage(project.folder / FOLDER, error) from error
    return size, digest.hexdigest()


def _keep(project: Project, file: BinaryIO, place: Path, size: int) -> None:
    if place.is_file():
        with project.database.writing():  # nobody cleans up meanwhile
            if _is_brought_again(place, size):
                return
    with replacing(place, hint=_FREE_SPACE) as kept:
        kept.writelines(blocks_of(file))


def _is_brought_again(place: Path, size: int) -> bool:
    """Whether it lies there whole already; from now on it counts as brought today."""
    try:
        if place.stat().st_size != size:
            return False
        os.utime(place)
    except FileNotFoundError:
        return False
    return True


def _check_size(size: int, project: Project, kind: EvidenceKind, name: str) -> None:
    if size > most_bytes(project, kind):
        key = "shops.recording_mb" if kind == "recording" else "shops.attachment_mb"
        raise UsageError(
            f"{name} is larger than {most_bytes(project, kind) // _MB} MB",
            hint=f"make it smaller; {key} in qa.toml sets the limit",
        )


def _without_links(path: str, flags: int) -> int:
    return without_waiting(path, flags | getattr(os, "O_NOFOLLOW", 0))


def _blocks(file: FileIO, before: os.stat_result, path: Path) -> Iterator[bytes]:
    """The content; refused at its end, before anything is kept, where somebody wrote meanwhile."""
    yield from blocks_of(file)
    if is_changed(file, before):
        raise UsageError(
            f"{path} changed while it was read", hint="wait until it is complete, then try again"
        )


def _storage(folder: Path, error: OSError) -> StorageError:
    return StorageError(f"cannot write {folder}: {error.strerror or error}", hint=_FREE_SPACE)
