"""Recordings beside exported pages, so that these can play them: copied once, and taken away again."""

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.errors import StorageError, Unusable
from qa_toolkit.files import replacing
from qa_toolkit.intake.hashing import hash_of_file
from qa_toolkit.scorecards.pages.page_names import page_names

FOLDER = "recordings"
"""Beside the overview of a folder of pages."""
_LIST = ".copied-by-qa"
"""In that folder: the names of the files that an export has put there."""
_HINT = "free some space, close the file where it is open, or export to another folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """The recordings in a folder of pages.

    Attributes:
        count, size: how many lie there now, and their bytes.
        new: how many of them were copied now.
        gone: interactions whose recordings are no longer where they were imported from, or have
            changed since.
    """

    count: int = 0
    size: int = 0
    new: int = 0
    gone: tuple[str, ...] = ()


def recordings_of(scored: Iterable[Scored]) -> dict[str, Path]:
    """For each interaction with a recording that is still there, its place beside the pages."""
    recorded = {
        item.interaction.id: Path(item.interaction.recording.path)
        for item in scored
        if item.interaction.recording is not None
    }
    there = {name: path for name, path in recorded.items() if path.is_file()}
    pages = page_names(there, "recording")
    return {
        name: Path(FOLDER, PurePosixPath(pages[name]).stem + path.suffix.lower())
        for name, path in there.items()
    }


def copy_recordings(scored: Iterable[Scored], places: Mapping[str, Path], folder: Path) -> Copied:
    """Bring a folder's recordings to what its pages play; a file that is there already stays.

    Recordings of an earlier export that no page plays any more are removed; files that somebody
    else put there are left alone.

    Args:
        scored: with the recordings.
        places: where each goes, relative to `folder`.
        folder: of the pages.

    Raises:
        StorageError: the folder or a file in it cannot be written.
    """
    count = size = new = 0
    gone = []
    kept = set()
    for item in scored:
        recording, place = item.interaction.recording, places.get(item.interaction.id)
        if recording is None:
            continue
        if place is None:
            gone.append(item.interaction.id)
            continue
        target = folder / place
        source = Path(recording.path)
        is_new = not _is_copy(target, source, item.interaction.content_hash)
        if is_new:
            _copy(source, target)
        count, new, size = count + 1, new + is_new, size + target.stat().st_size
        kept.add(target.name)
    _take_away(folder / FOLDER, kept)
    return Copied(count=count, size=size, new=new, gone=tuple(gone))


def _is_copy(target: Path, source: Path, content_hash: str) -> bool:
    """By its content: a file of the same size and time can still be another recording."""
    try:
        if target.stat().st_size != source.stat().st_size:
            return False
        return hash_of_file(target) == content_hash
    except (OSError, Unusable):
        return False


def _copy(source: Path, target: Path) -> None:
    with replacing(target, hint=_HINT) as file, source.open("rb") as original:
        shutil.copyfileobj(original, file, 1 << 20)


def _take_away(folder: Path, kept: set[str]) -> None:
    """Remove what an earlier export put there and this one did not; remember what this one did."""
    known = folder / _LIST
    try:
        earlier = known.read_text(encoding="utf-8").splitlines() if known.is_file() else []
        for name in set(earlier) - kept:
            if name == Path(name).name:
                (folder / name).unlink(missing_ok=True)
        if kept:
            known.write_text("".join(f"{name}\n" for name in sorted(kept)), encoding="utf-8")
        elif earlier:
            known.unlink()
            if not any(folder.iterdir()):
                folder.rmdir()
    except OSError as error:
        raise StorageError(
            f"cannot bring {folder} up to date: {error.strerror or error}", hint=_HINT
        ) from error
