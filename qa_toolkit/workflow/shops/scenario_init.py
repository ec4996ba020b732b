"""Begin a scenario: its file, and the schema by which editors complete it."""

from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric.words import is_identifier
from qa_toolkit.errors import UsageError
from qa_toolkit.findings.files import write_text
from qa_toolkit.shops.scenarios.schema import FILE, schema_text
from qa_toolkit.shops.scenarios.starter import starter

SCENARIOS = "scenarios"


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """The scenario's file, and all files that were written."""

    scenario: Path
    written: tuple[Path, ...]


def begin(folder: Path, name: str, channel: Channel) -> Begun:
    """Write `scenarios/NAME.yaml` below a folder, and the schema where none lies there.

    Raises:
        UsageError: the name cannot be an id, or the file is there already.
        StorageError: a file cannot be written.
    """
    if not is_identifier(name):
        raise UsageError(
            f"'{name}' cannot be the id of a scenario",
            hint="a small letter, then small letters, digits and _, such as lost_card",
        )
    path, schema = folder / SCENARIOS / f"{name}.yaml", folder / SCENARIOS / FILE
    if path.exists():
        raise UsageError(f"{path} is there already, and left as it is", hint="choose another name")
    due = {path: starter(name, channel)}
    if not schema.exists():
        due[schema] = schema_text()
    for file, text in due.items():
        write_text(file, text)
    return Begun(scenario=path, written=tuple(due))
