"""Every setting with its type, its default and what it is for."""

from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from qa_toolkit.domain.languages import language_of

Role = Literal["agent", "customer", "bot", "system", "unknown"]


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


def known_settings() -> dict[str, str]:
    """What each setting is for, by its dotted name, in the order of the file."""
    return {
        f"{table}.{key}": field.description or ""
        for table, part in Settings()
        for key, field in type(part).model_fields.items()
    }
