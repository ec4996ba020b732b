"""Files that shoppers brought and no log names, as they were taken out again: to be removed."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from qa_toolkit.domain.shop.life import Shop
from qa_toolkit.errors import StorageError
from qa_toolkit.files import is_ordinary
from qa_toolkit.store import shops
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops import way_back
from qa_toolkit.workflow.shops.attachments import FOLDER

KEPT_DAYS = 30
"""A phone without a network may still name what it brought; browsers keep its notes no longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """What was removed, or would be.

    Attributes:
        files: how many.
        size: their bytes.
        waiting: files that no log names either, brought less than `KEPT_DAYS` ago.
    """

    files: int
    size: int
    waiting: int


def clean(project: Project, *, dry_run: bool = False, now: datetime | None = None) -> Cleaned:
    """Remove what no draft, no log that was ever handed in and no way back names.

    Nobody can save or hand in a log meanwhile, nor bring a file again that lies there already.

    Args:
        project: whose attachments.
        dry_run: only look.
        now: the moment; this one where none is given.

    Raises:
        StorageError: a file cannot be removed.
    """
    before = (now or datetime.now(UTC)) - timedelta(days=KEPT_DAYS)
    files = size = waiting = 0
    with project.database.writing() as transaction:
        known = shops.within(transaction, shops.ids(project.database))
        named = {one for shop in known.values() for one in _named(shop)}
        undone = b"".join(_ways_back(project))
        for path, status in _attachments(project):
            name = path.name.partition(".")[0]  # empty of what a power cut left unfinished
            if name and (name in named or name.encode() in undone):
                continue
            if datetime.fromtimestamp(status.st_mtime, UTC) > before:
                waiting += 1
                continue
            files, size = files + 1, size + status.st_size
            if not dry_run:
                _remove(path)
    return Cleaned(files=files, size=size, waiting=waiting)


def _named(shop: Shop) -> Iterator[str]:
    """The hashes of the files that a shop's draft and everything it handed in name."""
    logs = [one.log for one in shop.submitted] + ([shop.draft] if shop.draft else [])
    return (one.hash for log in logs for one in log.attachments)


def _ways_back(project: Project) -> Iterator[bytes]:
    """What :undo in the guided form can bring back, with the files it names."""
    for path in sorted((project.folder / way_back.FOLDER).glob("*.jsonl")):
        with suppress(FileNotFoundError):  # just handed in
            yield path.read_bytes()


def _attachments(project: Project) -> Iterator[tuple[Path, os.stat_result]]:
    """Every kept file, also one that a power cut left unfinished; nothing that somebody put there."""
    home = project.folder / FOLDER
    try:
        for path in sorted(home.glob("??/*")):
            if not path.name.lstrip(".").startswith(path.parent.name):
                continue
            with suppress(FileNotFoundError):  # it was just being written, and has its own name now
                status = path.lstat()
                if is_ordinary(status):
                    yield path, status
    except OSError as error:
        raise StorageError(f"cannot read {home}: {error.strerror or error}") from error


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(f"cannot remove {path}: {error.strerror or error}") from error
