"""Demo: the shipped example, copied to a folder of the user's and run the whole way."""

import shutil
from pathlib import Path

from qa_toolkit.errors import StorageError, UsageError
from qa_toolkit.settings import FILE_NAME
from qa_toolkit.shipped import quickstart_folder
from qa_toolkit.workflow.project import init_project

_NOT_COPIED = shutil.ignore_patterns("*.py", "dialogues.yaml", "__pycache__")


def prepare_demo(folder: Path) -> None:
    """Copy the example project to `folder`; one that is there already is used as it is.

    Raises:
        UsageError: the folder holds something else.
        StorageError: it cannot be written.
    """
    folder = folder.resolve()
    if (folder / FILE_NAME).is_file():
        return
    if folder.exists() and (folder.is_file() or any(folder.iterdir())):
        raise UsageError(f"{folder} holds something else", hint="qa demo OTHER_FOLDER")
    # copied beside and moved, so that a copy that was interrupted is never taken for whole
    unfinished = folder.with_name(f".{folder.name}.part")
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.copytree(quickstart_folder(), unfinished, ignore=_NOT_COPIED)
        init_project(unfinished)
        unfinished.replace(folder)
    except (OSError, shutil.Error) as error:
        raise StorageError(f"{folder}: the example cannot be copied there: {error}") from error
