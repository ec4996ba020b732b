"""Other people's evaluation forms into rubrics, and back."""

import json
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.errors import UsageError
from qa_toolkit.findings.files import write_bytes
from qa_toolkit.forms import amazon_connect, genesys, questions
from qa_toolkit.forms.build import Assumed
from qa_toolkit.forms.difference import Difference, Differences
from qa_toolkit.forms.documents import FORM_KINDS, MAX_BYTES, FormKind, kind_of, read_json
from qa_toolkit.forms.json_fields import Reading
from qa_toolkit.forms.question_list import csv_of, xlsx_of
from qa_toolkit.workflow.rubric_files import usable_rubric
from qa_toolkit.workflow.rubric_text import rubric_text

_CHANNELS = (Channel.CALL, Channel.CHAT)
_XLSX = ".xlsx"
_EXCEL_READS_UTF8 = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """A form of another kind.

    Attributes:
        content: text, or the bytes of a workbook.
        differences: what could not be carried over as it was, in both steps where there are two.
    """

    source_kind: FormKind
    kind: FormKind
    content: str | bytes
    differences: tuple[Difference, ...]

    @property
    def lossless(self) -> bool:
        """Whether nothing is lost or means something else; notes do not matter."""
        return all(known.kind == "note" for known in self.differences)


def convert(
    path: Path,
    *,
    source_kind: str = "",
    kind: str = "",
    channels: tuple[Channel, ...] = (),
    target: Path | None = None,
) -> Converted:
    """Convert a form; every kind goes by way of a rubric.

    Args:
        path: the form.
        source_kind: what it is; else its content tells.
        kind: what to make; else a rubric.
        channels: what a rubric made of a form is for; else calls and chats.
        target: where it is to be written, which says whether a list of questions is CSV or XLSX.

    Raises:
        UsageError: the form cannot be used; all that is wrong is in the message, with its places.
    """
    data = _content(path)
    found = _known(source_kind, "--from") or kind_of(data, str(path))
    wanted = _known(kind, "--to") or "rubric"
    if found == wanted == "rubric":
        others = ", ".join(name for name in FORM_KINDS if name != "rubric")
        raise UsageError(f"{path}: a rubric already", hint=f"say what to make of it: --to {others}")
    rubric, read = _read(found, data, path, channels)
    content, written = _write(wanted, rubric, path, target)
    return Converted(source_kind=found, kind=wanted, content=content, differences=(*read, *written))


def save(converted: Converted, target: Path, source: Path, *, force: bool = False) -> None:
    """Write what was converted, in one step.

    Raises:
        UsageError: the target is the source, or is there and `force` does not say to replace it.
        StorageError: it cannot be written.
    """
    if target.exists() and target.samefile(source):
        raise UsageError(f"{target} is the form itself", hint="give another file with --output")
    if target.is_file() and not force:
        raise UsageError(f"{target} is there already", hint="--force writes over it")
    content = converted.content
    if isinstance(content, str):
        mark = _EXCEL_READS_UTF8 if converted.kind == "questions" else ""
        content = (mark + content).encode()
    write_bytes(target, content)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UsageError(f"{path}: larger than {MAX_BYTES:,} bytes, not a form")
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error


def _known(name: str, option: str) -> FormKind | None:
    for kind in FORM_KINDS:
        if name == kind:
            return kind
    if name:
        raise UsageError(f"{option}: there is no form '{name}'", hint=", ".join(FORM_KINDS))
    return None


def _read(
    kind: FormKind, data: bytes, path: Path, channels: tuple[Channel, ...]
) -> tuple[Rubric, tuple[Difference, ...]]:
    if kind == "rubric":
        return usable_rubric(path).rubric, ()
    reading = Reading(str(path))
    title = path.stem.replace("_", " ").replace("-", " ").strip().capitalize()
    assumed = Assumed(title=title or "Form", channels=channels or _CHANNELS)
    match kind:
        case "questions":
            rubric = questions.read_form(data, reading, assumed)
        case "genesys":
            rubric = genesys.read_form(read_json(data, str(path)), reading, assumed)
        case _:
            rubric = amazon_connect.read_form(read_json(data, str(path)), reading, assumed)
    if rubric is None:
        problems = "\n".join(map(str, reading.problems))
        raise UsageError(f"the form cannot be used:\n{problems}", hint="correct the places named")
    return rubric, reading.differences.found


def _write(
    kind: FormKind, rubric: Rubric, path: Path, target: Path | None
) -> tuple[str | bytes, tuple[Difference, ...]]:
    differences = Differences()
    content: str | bytes
    match kind:
        case "rubric":
            content = rubric_text(rubric, path.name)
        case "amazon-connect":
            content = _json(amazon_connect.write_form(rubric, differences))
        case "genesys":
            content = _json(genesys.write_form(rubric, differences))
        case "questions":
            rows = questions.write_rows(rubric, differences)
            workbook = target is not None and target.suffix.lower() == _XLSX
            content = xlsx_of(rows, questions.WIDTHS) if workbook else csv_of(rows)
    return content, differences.found


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
