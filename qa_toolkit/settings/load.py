"""Settings put together: defaults < `qa.toml` < `QA_*` environment < command line."""

import os
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.errors import UsageError
from qa_toolkit.settings.environment import set_in_environment
from qa_toolkit.settings.file import FILE_NAME, set_in_file
from qa_toolkit.settings.loaded import LoadedSettings
from qa_toolkit.settings.tables import Settings, known_settings


def load_settings(
    folder: Path,
    environment: Mapping[str, str] | None = None,
    overrides: Mapping[str, object] | None = None,
) -> LoadedSettings:
    """Read the settings of a project folder.

    Args:
        folder: where `qa.toml` may lie.
        environment: `QA_TRANSCRIBE_MODEL` sets `transcribe.model`; the process's own by default.
            Several paths in one variable are separated as in PATH, other values by commas.
        overrides: dotted names and values from the command line; None leaves a setting alone.

    Raises:
        UsageError: the file is not TOML, or a value or key is wrong; all wrong ones are named.
    """
    values = set_in_file(folder)
    sources = dict.fromkeys(values, str(folder / FILE_NAME))
    for variable, name, value in set_in_environment(
        os.environ if environment is None else environment
    ):
        values[name], sources[name] = value, variable
    for name, value in (overrides or {}).items():
        if value is not None:
            values[name], sources[name] = value, "command line"
    try:
        settings = Settings.model_validate(_nested(values))
    except ValidationError as error:
        raise UsageError(_told(error, sources)) from error
    return LoadedSettings(settings=settings, sources=sources)


def _nested(values: Mapping[str, object]) -> dict[str, object]:
    nested: dict[str, object] = {}
    for name, value in values.items():
        table, _, key = name.partition(".")
        if key:
            inner = nested.setdefault(table, {})
            if isinstance(inner, dict):
                inner[key] = value
        else:
            nested[table] = value
    return nested


def _told(error: ValidationError, sources: Mapping[str, str]) -> str:
    return "; ".join(_tell(detail, sources) for detail in error.errors(include_url=False))


def _tell(detail: ErrorDetails, sources: Mapping[str, str]) -> str:
    name = ".".join(str(step) for step in detail["loc"][:2])
    where = sources.get(name, FILE_NAME)
    if detail["type"] == "extra_forbidden":
        known = [*Settings.model_fields, *known_settings()]
        return f"{where}: unknown setting '{name}'{did_you_mean(name, known)}"
    if detail["type"] == "tuple_type":
        return f'{where}: {name}: write a list, such as ["{detail["input"]}"]'
    return f"{where}: {name}: {detail['msg'].removeprefix('Value error, ')}"
