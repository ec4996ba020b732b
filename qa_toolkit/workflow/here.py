"""The settings that hold where somebody stands, in a project or outside of any."""

from collections.abc import Mapping
from pathlib import Path

from qa_toolkit.errors import UsageError
from qa_toolkit.settings import Settings, find_folder, load_settings


def settings_from_here(
    overrides: Mapping[str, object] | None = None,
) -> tuple[Path, Settings]:
    """The settings of the project around the current folder, else the defaults; and the folder."""
    try:
        folder = find_folder(Path.cwd())
    except UsageError:
        folder = Path.cwd()
    return folder, load_settings(folder, overrides=overrides).settings
