"""Anonymised exports: whose names a project knows, and the key that its pseudonyms are made with."""

import os
import secrets
from pathlib import Path

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.errors import StorageError
from qa_toolkit.scorecards.anonymise import anonymised, reviewers_in
from qa_toolkit.scorecards.pseudonyms import Pseudonyms
from qa_toolkit.scorecards.report import Report
from qa_toolkit.store import interactions
from qa_toolkit.workflow.project import Project

KEY_FILE = "pseudonyms.key"
"""In the project's folder, for its owner alone; with another key, everybody gets another name."""
_KEY_BYTES = 32


def anonymise(project: Project, report: Report) -> Report:
    """The report with pseudonyms for everybody the project knows, the same in every export of it.

    Raises:
        StorageError: the key cannot be read or written, or is none.
    """
    people = Pseudonyms(
        _key(project),
        agents=interactions.agents(project.database),
        customers=interactions.customers(project.database),
        reviewers=reviewers_in(report),
    )
    return anonymised(report, people, _unscored(project, report))


def _unscored(project: Project, report: Report) -> dict[str, Interaction]:
    """The interactions of what was left out, as far as they are known, by source."""
    sources = {problem.source for problem in report.left_out}
    ids = [
        name
        for name, (_, source) in interactions.by_id(project.database).items()
        if source in sources
    ]
    known = (interactions.get(project.database, name) for name in ids)
    return {item.source: item for item in known if item is not None}


def _key(project: Project) -> bytes:
    """The project's key, made where there is none; only its owner may read it.

    It is made by one at a time, and stands there whole or not at all: of two exports at once, both
    give everybody the same name.
    """
    path = project.folder / KEY_FILE
    if not path.exists():
        with project.database.writing():
            if not path.exists():
                _make(path)
    return _read(path)


def _make(path: Path) -> None:
    unfinished = path.with_name(f".{path.name}.part")
    try:
        file = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(file, "w", encoding="ascii") as opened:
            opened.write(f"{secrets.token_bytes(_KEY_BYTES).hex()}\n")
        unfinished.replace(path)
    except OSError as error:
        raise StorageError(f"cannot write {path}: {error.strerror or error}") from error


def _read(path: Path) -> bytes:
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except OSError as error:
        raise StorageError(f"cannot read {path}: {error.strerror}") from error
    except ValueError:
        key = b""
    if len(key) != _KEY_BYTES:
        raise StorageError(
            f"{path} does not hold a key",
            hint="put back the file that was there, or remove it: everybody then gets another name",
        )
    return key
