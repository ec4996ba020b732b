"""Demo: the shipped example, copied to a folder of the user's and run the whole way."""

import shutil
from pathlib import Path

from qa_toolkit.errors import StorageError, UsageError
from qa_toolkit.settings import FILE_NAME
from qa_toolkit.shipped import quickstart_folder
from qa_toolkit.transcripts.format import Format
from qa_toolkit.workflow.project import EXPORTS, init_project, open_project
from qa_toolkit.workflow.transcript import write_all

CALLS = {
    "call-0003": "hold music in the middle",
    "call-0004": "two people who talk over each other",
    "call-0007": "one channel for both: the voices are told apart",
    "call-0014": "a line so bad that the words are doubtful",
}
"""What a recording may hold beside two people who take turns, and the call that shows it."""
_NOT_COPIED = shutil.ignore_patterns("*.py", "dialogue*.yaml", "__pycache__")


def prepare_demo(folder: Path) -> None:
    """Copy the quickstart to `folder`; one that is there already is used as it is.

    Raises:
        UsageError: the folder holds something else.
        StorageError: it cannot be written.
    """
    copy_example(quickstart_folder(), folder, "qa demo OTHER_FOLDER")


def copy_example(example: Path, folder: Path, other: str) -> None:
    """Make `folder` a project with a shipped example; a project that is there is left as it is.

    Args:
        example: the folder of the example.
        folder: where to put it.
        other: the command to give when the folder cannot be used.

    Raises:
        UsageError: the folder holds something else.
        StorageError: it cannot be written.
    """
    folder = folder.resolve()
    if (folder / FILE_NAME).is_file():
        return
    if folder.exists() and (folder.is_file() or any(folder.iterdir())):
        raise UsageError(f"{folder} holds something else", hint=other)
    # copied beside and moved, so that a copy that was interrupted is never taken for whole
    unfinished = folder.with_name(f".{folder.name}.part")
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.copytree(example, unfinished, ignore=_NOT_COPIED)
        init_project(unfinished)
        unfinished.replace(folder)
    except (OSError, shutil.Error) as error:
        raise StorageError(f"{folder}: the example cannot be copied there: {error}") from error


def write_calls(folder: Path) -> dict[Path, str]:
    """Write the transcripts of `CALLS` as pages; each file with what is to be seen in it.

    Raises:
        StorageError: a page cannot be written.
    """
    with open_project(folder) as project:
        written = write_all(project, list(CALLS), Format.HTML, folder / EXPORTS / "transcripts")
    return {path: CALLS[path.stem] for path in written.files}
