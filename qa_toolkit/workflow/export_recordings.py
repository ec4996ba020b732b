"""Recordings beside exported pages, so that these can play them: copied once, and taken away again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from glob import escape
from pathlib import Path, PurePosixPath

from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.errors import StorageError, Unusable
from qa_toolkit.files import replacing
from qa_toolkit.intake.hashing import hash_of_file
from qa_toolkit.scorecards.pages.page_names import page_names

FOLDER = "recordings"
"""Beside the overview of a folder of pages."""
_LIST = ".copied-by-qa"
"""In that folder: the names of the files that an export has put there, or was about to."""
_PIECE_BYTES = 1 << 20
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
    """For each interaction with a recording as it was imported, its place beside the pages."""
    there = {
        item.interaction.id: Path(item.interaction.recording.path)
        for item in scored
        if item.interaction.recording is not None
        and _has_content(Path(item.interaction.recording.path), item.interaction.content_hash)
    }
    pages = page_names(there, "recording")
    return {
        name: Path(FOLDER, PurePosixPath(pages[name]).stem + path.suffix.lower())
        for name, path in there.items()
    }


def copy_recordings(scored: Iterable[Scored], places: Mapping[str, Path], folder: Path) -> Copied:
    """Bring a folder's recordings to what its pages play; a file that is there already stays.

    Recordings of an earlier export that no page plays any more are removed, also where that export
    was interrupted; files that somebody else put there are left alone.

    Args:
        scored: with the recordings.
        places: where each goes, relative to `folder`.
        folder: of the pages.

    Raises:
        StorageError: the folder or a file in it cannot be written, or a recording not read.
    """
    home = folder / FOLDER
    listed = _listed(home)
    if places:  # what is listed first is found again, wherever the copying ends
        listed |= {place.name for place in places.values()}
        _list(home, listed)
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
        is_new = not _has_content(target, item.interaction.content_hash)
        if is_new:
            _copy(Path(recording.path), target)
        count, new, size = count + 1, new + is_new, size + target.stat().st_size
        kept.add(target.name)
    _take_away(home, listed, kept)
    return Copied(count=count, size=size, new=new, gone=tuple(gone))


def _has_content(path: Path, content_hash: str) -> bool:
    """By its content: a file of the same size and time can still be another recording."""
    try:
        return hash_of_file(path) == content_hash
    except (OSError, Unusable):
        return False


def _copy(source: Path, target: Path) -> None:
    with replacing(target, hint=_HINT) as file:
        for piece in _pieces(source):
            file.write(piece)


def _pieces(source: Path) -> Iterator[bytes]:
    """A recording's bytes; one that cannot be read is not taken for a full disk."""
    try:
        with source.open("rb") as file:
            while piece := file.read(_PIECE_BYTES):
                yield piece
    except OSError as error:
        message = f"cannot read {source}: {error.strerror or error}"
        raise StorageError(message, hint="check the file, then: qa import again") from error


def _listed(home: Path) -> set[str]:
    """The names of the files that exports have put into a folder of recordings."""
    known = home / _LIST
    try:
        names = known.read_text(encoding="utf-8").splitlines() if known.is_file() else []
    except OSError as error:
        raise StorageError(f"cannot read {known}: {error.strerror or error}") from error
    return {name for name in names if name and name == Path(name).name}


def _list(home: Path, names: Iterable[str]) -> None:
    with replacing(home / _LIST, hint=_HINT) as file:
        file.write("".join(f"{name}\n" for name in sorted(names)).encode())


def _take_away(home: Path, listed: set[str], kept: set[str]) -> None:
    """Remove what an earlier export put there and this one did not; remember what this one did."""
    try:
        for name in listed - kept:
            (home / name).unlink(missing_ok=True)
            for unfinished in home.glob(f".{escape(name)}.*.part"):  # of an export that was killed
                unfinished.unlink(missing_ok=True)
        if listed and not kept:
            (home / _LIST).unlink()
            if not any(home.iterdir()):
                home.rmdir()
    except OSError as error:
        raise StorageError(
            f"cannot bring {home} up to date: {error.strerror or error}", hint=_HINT
        ) from error
    if kept:
        _list(home, kept)
