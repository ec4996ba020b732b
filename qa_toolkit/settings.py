"""Settings: defaults < `qa.toml` < `QA_*` environment < command line, as one frozen value."""

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from qa_toolkit.domain.close_words import closest, did_you_mean
from qa_toolkit.domain.languages import language_of
from qa_toolkit.errors import UsageError

FILE_NAME = "qa.toml"


Role = Literal["agent", "customer", "bot", "system", "unknown"]
_SEVERAL = {
    "intake.paths": os.pathsep,
    "transcribe.vocabulary": ",",
    "transcribe.channels": ",",
    "transcribe.channel_maps": ",",
}
"""Settings with several values, and what separates these in an environment variable."""


def _language(text: str) -> str:
    """`en` for `en`, `EN`, `en-GB` and `English`; refuse what is none."""
    told = text.strip().lower()
    code = told if told == "auto" else language_of(told)
    if not code:
        raise ValueError(f"'{text}' is no language: write a code such as 'en', or 'auto'")
    return code


def _channel_map(line: str) -> str:
    """Refuse what is not a pattern, a colon and roles."""
    pattern, _, roles = line.rpartition(":")
    if not pattern.strip() or not roles.split() or set(roles.split()) - set(get_args(Role)):
        raise ValueError(
            f"'{line}' is no channel map: write a pattern and a role for each channel, such as "
            "'vendor-b/*: customer agent'"
        )
    return line


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class IntakeSettings(_Part):
    """How recordings and chats are found."""

    paths: tuple[str, ...] = Field(
        default=(), description="folders or files to import when none is named"
    )
    filename_pattern: str = Field(
        default="", description="regular expression with named groups: id, agent, started_at…"
    )
    date_order: Literal["", "dmy", "mdy", "ymd"] = Field(
        default="", description="order of day, month and year where dates do not prove it"
    )
    timezone: str = Field(default="UTC", description="time zone of times that name none")


class SampleSettings(_Part):
    """How interactions are drawn."""

    seed: str = Field(default="", description="same seed, same sample; empty draws a new seed")
    per_agent: Annotated[int, Field(ge=1)] | None = Field(
        default=None, description="interactions of each agent"
    )
    size: Annotated[int, Field(ge=1)] | None = Field(
        default=None, description="interactions in all"
    )


class TranscribeSettings(_Part):
    """How recordings become words."""

    engine: Literal["faster-whisper", "openai-whisper", "http"] = Field(
        default="faster-whisper", description="what recognises speech"
    )
    model: str = Field(
        default="", description="model folder, file or size name; empty: the bundled one"
    )
    preset: Literal["fast", "accurate", "best"] = Field(
        default="accurate", description="how much time may go into a better transcript"
    )
    language: Annotated[str, AfterValidator(_language)] = Field(
        default="en", description="language spoken; auto: told from the sound"
    )
    vocabulary: tuple[str, ...] = Field(
        default=(), description="names of products and people that may be said"
    )
    agent: Literal["auto", "left", "right"] = Field(
        default="auto", description="the agent's stereo side; auto: told from the greeting"
    )
    channels: tuple[Role, ...] = Field(
        default=(), description="whose voice each audio channel carries, such as agent, customer"
    )
    channel_maps: tuple[Annotated[str, AfterValidator(_channel_map)], ...] = Field(
        default=(), description="the same for some recordings: 'vendor-b/*: customer agent'"
    )
    swap: bool = Field(
        default=False, description="agent and customer are the other way round than is told"
    )
    speakers: bool = Field(
        default=True, description="tell two people on one channel apart by their voices"
    )
    existing: Literal["use", "ignore"] = Field(
        default="use", description="transcripts beside recordings: stand for them, or ignored"
    )
    raw: str = Field(
        default="", description="codec, rate and channels of recordings without a header"
    )
    offline: bool = Field(default=False, description="never download a model")
    endpoint: str = Field(
        default="", description="address of the server of the engine http, as far as /v1"
    )
    endpoint_key: str = Field(
        default="OPENAI_API_KEY", description="environment variable with the key of that server"
    )
    endpoint_timeout: Annotated[float, Field(gt=0)] = Field(
        default=120.0, description="seconds to wait for one answer of that server"
    )
    upload: bool = Field(
        default=False, description="whether recordings may be sent to another machine"
    )


class ScoreSettings(_Part):
    """What interactions are scored against."""

    rubric: str = Field(
        default="service", description="rubric file, or the name of a shipped rubric"
    )


class RunSettings(_Part):
    """How the work is carried out."""

    workers: Annotated[int, Field(ge=0, le=256)] = Field(
        default=0, description="processes for transcription; 0: one for each core"
    )
    time_limit: Annotated[float, Field(ge=0)] = Field(
        default=10.0,
        description="seconds a recording may take for each second it lasts, and five minutes more; "
        "0: no limit",
    )
    memory_limit_mb: Annotated[int, Field(ge=0)] = Field(
        default=4_000,
        description="memory of a process above which its recording is given up; 0: no limit",
    )


class ExportSettings(_Part):
    """What outputs are made with."""

    templates: str = Field(
        default="", description="folder of your own templates for pages; empty: the shipped ones"
    )


class ShopSettings(_Part):
    """What shoppers may bring."""

    attachment_mb: Annotated[int, Field(ge=1, le=2_000)] = Field(
        default=50, description="size in MB up to which a photo, receipt or document is kept"
    )
    recording_mb: Annotated[int, Field(ge=1, le=2_000)] = Field(
        default=150, description="the same for recordings of shops"
    )


class Settings(_Part):
    """Every setting, with its default."""

    intake: IntakeSettings = IntakeSettings()
    sample: SampleSettings = SampleSettings()
    transcribe: TranscribeSettings = TranscribeSettings()
    score: ScoreSettings = ScoreSettings()
    run: RunSettings = RunSettings()
    export: ExportSettings = ExportSettings()
    shops: ShopSettings = ShopSettings()


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
        for name, description in _names():
            table, _, key = name.partition(".")
            value = getattr(getattr(self.settings, table), key)
            yield SettingRow(
                name=name,
                value=_shown(value),
                source=self.sources.get(name, "default"),
                description=description,
            )


def find_folder(start: Path) -> Path:
    """The project folder that holds `start`: the nearest with a `qa.toml`, going up.

    Raises:
        UsageError: there is none.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder
    raise UsageError(
        f"no {FILE_NAME} in {start} or above: not a project",
        hint="'qa init .' makes this folder one, '--project DIR' names another",
    )


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
    known = dict(_names())
    values: dict[str, object] = {}
    sources: dict[str, str] = {}
    path = folder / FILE_NAME
    for name, value in _flat(_read(path)).items():
        values[name], sources[name] = value, str(path)
    model = values.get("transcribe.model")
    if isinstance(model, str) and model and (folder / model).exists():
        values["transcribe.model"] = str(folder / model)
    for variable, value in sorted((os.environ if environment is None else environment).items()):
        name = _setting_of(variable, known)
        if name:
            between = _SEVERAL.get(name)
            values[name] = _several(value, between) if between else value
            sources[name] = variable
    for name, value in (overrides or {}).items():
        if value is not None:
            values[name], sources[name] = value, "command line"
    try:
        settings = Settings.model_validate(_nested(values))
    except ValidationError as error:
        raise UsageError(_told(error, sources)) from error
    return LoadedSettings(settings=settings, sources=sources)


def _names() -> Iterator[tuple[str, str]]:
    for table, part in Settings():
        for key, field in type(part).model_fields.items():
            yield f"{table}.{key}", field.description or ""


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not TOML: {error}") from error
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error


def _several(value: str, between: str) -> list[str]:
    return [part.strip() for part in value.split(between) if part.strip()]


def _flat(tables: Mapping[str, object]) -> dict[str, object]:
    flat: dict[str, object] = {}
    for table, inner in tables.items():
        if isinstance(inner, dict):
            flat.update({f"{table}.{key}": value for key, value in inner.items()})
        else:
            flat[table] = inner
    return flat


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


def _setting_of(variable: str, known: Mapping[str, str]) -> str:
    if not variable.startswith("QA_"):
        return ""
    table, _, key = variable.removeprefix("QA_").lower().partition("_")
    name = f"{table}.{key}"
    if name in known or table not in Settings.model_fields:
        return name if name in known else ""
    near = closest(name, known)
    tail = f", did you mean QA_{near.replace('.', '_').upper()}?" if near else ""
    raise UsageError(f"{variable}: there is no such setting{tail}", hint="qa config show")


def _told(error: ValidationError, sources: Mapping[str, str]) -> str:
    return "; ".join(_tell(detail, sources) for detail in error.errors(include_url=False))


def _tell(detail: ErrorDetails, sources: Mapping[str, str]) -> str:
    name = ".".join(str(step) for step in detail["loc"][:2])
    where = sources.get(name, FILE_NAME)
    if detail["type"] == "extra_forbidden":
        known = [*Settings.model_fields, *(known for known, _ in _names())]
        return f"{where}: unknown setting '{name}'{did_you_mean(name, known)}"
    if detail["type"] == "tuple_type":
        return f'{where}: {name}: write a list, such as ["{detail["input"]}"]'
    return f"{where}: {name}: {detail['msg'].removeprefix('Value error, ')}"
