"""Init: a rubric to start from, with its cases, the schemas for editors, and what CI runs."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from qa_toolkit.errors import UsageError
from qa_toolkit.findings.files import write_text
from qa_toolkit.rubric.layout import format_text
from qa_toolkit.rubric.starter import Choices, starter
from qa_toolkit.shipped import ci_folder
from qa_toolkit.workflow.rubric_schema import FILES, modeline, schema

RUBRICS = "rubrics"
CI = Literal["github", "gitlab", "none"]
# where each kind of CI looks for its file, and where ours lies among the shipped ones
_CI_FILES: dict[CI, tuple[str, str]] = {
    "github": (".github/workflows/rubrics.yml", "github/rubrics.yml"),
    "gitlab": (".gitlab-ci.rubrics.yml", "gitlab/.gitlab-ci.yml"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What `begin` did.

    Attributes:
        rubric: the rubric's file.
        written: files that are new, or that were there and differed.
        kept: files that were there and were left as they are, though ours differ.
    """

    rubric: Path
    written: tuple[Path, ...]
    kept: tuple[Path, ...]


def begin(folder: Path, choices: Choices, ci: CI, *, force: bool = False) -> Begun:
    """Write a new rubric below `folder`.

    Files of the rubric that are there already are a mistake; schemas and CI files, which other
    rubrics may share, are kept.

    Raises:
        UsageError: the rubric, or a case of it, is there already, and `force` is not set.
        StorageError: a file cannot be written.
    """
    rubrics = folder / RUBRICS
    own = {rubrics / name: _own_text(name, text) for name, text in starter(choices).items()}
    there = [path for path in own if path.exists()]
    if there and not force:
        listed = "\n".join(f"  {path}" for path in there)
        raise UsageError(
            f"already there, and left as it is:\n{listed}",
            hint="another name, or --force to write them again",
        )
    shared = dict(_shared(folder, ci))
    kept = [path for path, text in shared.items() if path.exists() and _text(path) != text]
    kept = [] if force else kept
    due = {
        path: text
        for path, text in (own | shared).items()
        if path not in kept and _text(path) != text
    }
    for path, text in due.items():
        write_text(path, text)
    rubric = rubrics / f"{choices.name}.yaml"
    return Begun(rubric=rubric, written=tuple(due), kept=tuple(kept))


def _own_text(name: str, text: str) -> str:
    depth = name.count("/")
    return format_text(modeline("cases" if depth else "rubric", depth) + text, name).text


def _shared(folder: Path, ci: CI) -> Iterator[tuple[Path, str]]:
    for kind, name in FILES.items():
        yield folder / RUBRICS / name, schema(kind)
    if ci in _CI_FILES:
        target, source = _CI_FILES[ci]
        yield folder / target, (ci_folder() / source).read_text(encoding="utf-8")


def _text(path: Path) -> str | None:
    """What a file says; None where there is none that can be read as text."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
