"""Settings as they were loaded: each value with where it came from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qa_toolkit.settings.tables import Settings, known_settings


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow:
    """One setting as `qa config show` prints it: dotted name, value, source, description."""

    name: str
    value: str
    source: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedSettings:
    """Settings with the source of each value that is not a default, by dotted name."""

    settings: Settings
    sources: Mapping[str, str]

    def rows(self) -> Iterator[SettingRow]:
        """All settings in the order of the file."""
        for name, description in known_settings().items():
            table, _, key = name.partition(".")
            value = getattr(getattr(self.settings, table), key)
            yield SettingRow(
                name=name,
                value=_shown(value),
                source=self.sources.get(name, "default"),
                description=description,
            )


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
