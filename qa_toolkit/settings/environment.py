"""Settings in the environment: `QA_TRANSCRIBE_MODEL` sets `transcribe.model`."""

import os
from collections.abc import Collection, Iterator, Mapping

from qa_toolkit.domain.close_words import closest
from qa_toolkit.errors import UsageError
from qa_toolkit.settings.tables import Settings, known_settings

_SEVERAL = {
    "intake.paths": os.pathsep,
    "transcribe.vocabulary": ",",
    "transcribe.channels": ",",
    "transcribe.channel_maps": ",",
}
"""Settings with several values, and what separates these in an environment variable."""


def set_in_environment(environment: Mapping[str, str]) -> Iterator[tuple[str, str, object]]:
    """Variable, dotted name and value of each setting that the environment has.

    Raises:
        UsageError: a variable names a table of settings and none of its settings.
    """
    known = known_settings()
    for variable, value in sorted(environment.items()):
        name = _setting_of(variable, known)
        if name:
            between = _SEVERAL.get(name)
            yield variable, name, _several(value, between) if between else value


def _several(value: str, between: str) -> list[str]:
    return [part.strip() for part in value.split(between) if part.strip()]


def _setting_of(variable: str, known: Collection[str]) -> str:
    if not variable.startswith("QA_"):
        return ""
    table, _, key = variable.removeprefix("QA_").lower().partition("_")
    name = f"{table}.{key}"
    if name in known or table not in Settings.model_fields:
        return name if name in known else ""
    near = closest(name, known)
    tail = f", did you mean QA_{near.replace('.', '_').upper()}?" if near else ""
    raise UsageError(f"{variable}: there is no such setting{tail}", hint="qa config show")
