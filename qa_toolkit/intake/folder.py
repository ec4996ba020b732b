"""A folder of recordings and chats, read in sorted order, one interaction after the other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import UsageError
from qa_toolkit.intake.chats_csv import read_chats_csv
from qa_toolkit.intake.dates import zone_named
from qa_toolkit.intake.file_names import FileNames
from qa_toolkit.intake.found import Found
from qa_toolkit.intake.jsonl import read_jsonl
from qa_toolkit.intake.links import unsafe_entry
from qa_toolkit.intake.metadata import Metadata, is_metadata, read_metadata
from qa_toolkit.intake.options import IntakeOptions
from qa_toolkit.intake.recordings import RecordingFile, read_recording
from qa_toolkit.intake.suffixes import Kind, is_hidden, kind_of, unknown_problem
from qa_toolkit.intake.transcribed import read_transcribed
from qa_toolkit.intake.transcripts import is_transcript
from qa_toolkit.intake.transcripts.beside import Transcripts, place_transcripts
from qa_toolkit.intake.unique import unique


def read_folder(folder: Path, options: IntakeOptions) -> Iterator[Found | Problem]:
    """Every interaction in a folder and below it, or in one file, each id once.

    Hidden files are passed over. Symbolic links are followed only to files inside the folder.

    Raises:
        UsageError: there is no such folder or file, or an option cannot be used.
    """
    zone_named(options.timezone)
    try:
        if folder.is_dir():
            return unique(_Reader(folder, options).all_of(folder))
        if folder.is_file():
            return unique(_Reader(folder.parent, options).single(folder))
    except OSError as reason:
        raise UsageError(f"{folder} cannot be read: {reason.strerror}") from None
    raise UsageError(f"there is no folder or file {folder}", hint="check the path")


class Beside(NamedTuple):
    """The files beside a recording that belong to it."""

    sidecar: Path | None = None
    transcript: Path | None = None


_NOTHING = Beside()


class _Reader:
    """One read of one folder: where it started and how to read it."""

    def __init__(self, top: Path, options: IntakeOptions) -> None:
        self._top = top
        self._options = options
        self._names = FileNames(options.filename_pattern)

    def all_of(self, folder: Path) -> Iterator[Found | Problem]:
        """A folder with all below it, then what holds for the read as a whole."""
        yield from self.folder(folder, ())
        yield from self._names.problems(str(folder))

    def folder(self, folder: Path, above: Sequence[Metadata]) -> Iterator[Found | Problem]:
        """A folder's files and sub-folders; `above` is the metadata of the folders around it."""
        paths, refused = self._entries(folder)
        own, wrong = self._metadata_among(paths)
        transcripts = _transcripts(paths)
        yield from (*refused, *wrong, *transcripts.problems)
        sidecars = _sidecars(paths, transcripts)
        side_files = {*sidecars.values(), *filter(is_metadata, paths), *transcripts.not_alone}
        known = (*own, *above)
        twins = _twins(paths)
        for path in paths:
            if path.is_dir():
                if not path.is_symlink():  # its files are met where they really are
                    yield from self.folder(path, known)
            elif path not in side_files:
                beside = Beside(sidecars.get(path), transcripts.of.get(path))
                yield from self._file(path, beside, known, has_twin=path in twins)
        for metadata in own:
            yield from metadata.unused()

    def single(self, path: Path) -> Iterator[Found | Problem]:
        """One file, with the side-cars beside it."""
        if kind_of(path) == "bystander" or is_metadata(path):
            yield unknown_problem(path)
        elif _kind(path) not in ("recording", "transcript"):
            yield from self._file(path, _NOTHING, ())
        else:
            near, _ = self._entries(path.parent)
            metadata, wrong = self._metadata_among(near)
            yield from wrong
            transcripts = _transcripts(near)
            sidecar = _sidecars(near, transcripts).get(path)
            beside = Beside(sidecar, transcripts.of.get(path))
            yield from self._file(path, beside, metadata, has_twin=path in _twins(near))
            yield from self._names.problems(str(path))

    def _entries(self, folder: Path) -> tuple[list[Path], list[Problem]]:
        """What a folder holds, sorted, with a Problem for each entry that is not opened."""
        try:
            entries = sorted(path for path in folder.iterdir() if not is_hidden(path.name))
        except OSError as reason:
            message = f"cannot be read: {reason.strerror}"
            return [], [Problem(source=str(folder), message=message, hint="check its permissions")]
        refusals = {path: unsafe_entry(path, self._top) for path in entries}
        return (
            [path for path, problem in refusals.items() if not problem],
            [problem for problem in refusals.values() if problem],
        )

    def _metadata_among(self, paths: Sequence[Path]) -> tuple[list[Metadata], list[Problem]]:
        read = [read_metadata(path, self._options) for path in filter(is_metadata, paths)]
        return [metadata for metadata, _ in read], [one for _, wrong in read for one in wrong]

    def _file(
        self,
        path: Path,
        beside: Beside,
        metadata: Sequence[Metadata],
        *,
        has_twin: bool = False,
    ) -> Iterator[Found | Problem]:
        match _kind(path):
            case "recording" | "transcript" as kind:
                rows = (row for known in metadata if (row := known.row_of(path)))
                file = RecordingFile(
                    path=path,
                    folder=self._top,
                    sidecar=beside.sidecar,
                    row=next(rows, None),
                    has_twin=has_twin,
                    transcript=beside.transcript,
                )
                read = read_recording if kind == "recording" else read_transcribed
                yield from read(file, self._names, self._options)
            case "jsonl":
                yield from read_jsonl(path, self._options)
            case "csv":
                yield from read_chats_csv(path, self._options)
            case "unknown":
                yield unknown_problem(path)
            case "bystander":
                pass


def _kind(path: Path) -> Kind:
    """What a file is by its name or, of JSON, by its shape."""
    return "transcript" if is_transcript(path) else kind_of(path)


def _transcripts(paths: Sequence[Path]) -> Transcripts:
    recordings = [path for path in paths if kind_of(path) == "recording"]
    others = (path for path in paths if path.is_file() and not is_metadata(path))
    return place_transcripts(recordings, filter(is_transcript, others))


def _sidecars(paths: Sequence[Path], transcripts: Transcripts) -> dict[Path, Path]:
    """For each recording or lone transcript the JSON file of its name, where there is one."""
    said = {*transcripts.alone, *transcripts.not_alone}
    by_stem = {p.stem: p for p in paths if p.suffix.casefold() == ".json" and p not in said}
    calls = (path for path in paths if kind_of(path) == "recording" or path in transcripts.alone)
    return {path: by_stem[path.stem] for path in calls if path.stem in by_stem}


def _twins(paths: Sequence[Path]) -> set[Path]:
    """The recordings that differ from another one in the suffix alone, as call.wav and call.mp3."""
    recordings = [path for path in paths if kind_of(path) == "recording"]
    stems = Counter(path.stem for path in recordings)
    return {path for path in recordings if stems[path.stem] > 1}
