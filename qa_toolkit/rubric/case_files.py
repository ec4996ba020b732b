"""Where cases lie: beside their rubric, and beside those it builds on."""

from collections.abc import Iterable
from pathlib import Path


def case_files(rubric_file: Path, bases: Iterable[Path] = ()) -> list[Path]:
    """The files of cases that lie beside a rubric: `cases/<its name>/`, ending in `.yaml` or `.yml`.

    Args:
        rubric_file: the rubric.
        bases: the files it extends, the nearest first: their cases of single criteria hold for it
            too, where it has no file of the same name.
    """
    files = _beside(rubric_file)
    for base in bases:
        files = {file.name: file for file in _beside(base).values()} | files
    return sorted(files.values(), key=lambda file: (file.parent != _folder(rubric_file), file))


def _beside(rubric_file: Path) -> dict[str, Path]:
    folder = _folder(rubric_file)
    files = (*folder.glob("*.yaml"), *folder.glob("*.yml"))
    return {file.name: file for file in files if file.is_file()}


def _folder(rubric_file: Path) -> Path:
    return rubric_file.parent / "cases" / rubric_file.stem
