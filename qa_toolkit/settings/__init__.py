"""Settings: defaults < `qa.toml` < `QA_*` environment < command line, as one frozen value."""

from qa_toolkit.settings.file import FILE_NAME, find_folder
from qa_toolkit.settings.load import load_settings
from qa_toolkit.settings.loaded import LoadedSettings
from qa_toolkit.settings.tables import RunSettings, Settings, TranscribeSettings

__all__ = [
    "FILE_NAME",
    "LoadedSettings",
    "RunSettings",
    "Settings",
    "TranscribeSettings",
    "find_folder",
    "load_settings",
]
