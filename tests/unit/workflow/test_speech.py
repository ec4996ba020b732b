"""From settings and what the source says to the options for one recording."""

from dataclasses import replace

import pytest
from builders import interaction

from qa_toolkit.domain.interaction import AudioSide, Recording
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.errors import UsageError
from qa_toolkit.settings import Settings, TranscribeSettings
from qa_toolkit.transcribe import Endpoint, EngineName, Preset, TranscribeOptions
from qa_toolkit.workflow.speech import Job, job_for, key_of

AGENT, CUSTOMER, SYSTEM = SpeakerRole.AGENT, SpeakerRole.CUSTOMER, SpeakerRole.SYSTEM
JOB = Job(interaction_id="c-1", path="", content_hash="ab", options=TranscribeOptions())


def options(
    path: str = "/calls/call.wav",
    *,
    side: AudioSide | None = None,
    channels: tuple[SpeakerRole, ...] = (),
    spoken: str = "",
    everywhere: tuple[str, ...] = (),
    **chosen: object,
) -> TranscribeOptions:
    """The options where the source says a side, channels or a language, and the settings the rest.

    `everywhere` is the setting `channels`.
    """
    wanted = TranscribeSettings.model_validate({**chosen, "channels": everywhere})
    recording = Recording(path=path, agent_side=side, channels=channels)
    contact = replace(interaction(), recording=recording, language=spoken)
    return job_for(contact, recording, Settings(transcribe=wanted)).options


def test_without_settings_all_is_as_usual() -> None:
    assert options() == TranscribeOptions(speakers=True)


def test_every_setting_reaches_the_engine() -> None:
    assert options(
        engine="http",
        model="small",
        preset="fast",
        language="auto",
        vocabulary=("Northwind",),
        speakers=True,
        offline=True,
        raw="mulaw 8000 1",
        endpoint="http://localhost:1/v1",
        endpoint_key="KEY",
        endpoint_timeout=5,
        upload=True,
    ) == TranscribeOptions(
        engine=EngineName.HTTP,
        model="small",
        preset=Preset.FAST,
        language="auto",
        vocabulary=("Northwind",),
        speakers=True,
        offline=True,
        raw="mulaw 8000 1",
        endpoint=Endpoint(
            url="http://localhost:1/v1", key_variable="KEY", upload=True, timeout_s=5.0
        ),
    )


def test_what_the_source_says_of_the_language_comes_before_the_settings() -> None:
    assert options(spoken="es").language == "es"


@pytest.mark.parametrize(
    ("agent", "side", "expected"),
    [
        ("auto", None, None),
        ("right", None, AudioSide.RIGHT),
        ("right", AudioSide.LEFT, AudioSide.LEFT),
    ],
    ids=["nobody", "the settings", "source and settings"],
)
def test_the_source_knows_better_than_the_settings_where_the_agent_is(
    agent: str, side: AudioSide | None, expected: AudioSide | None
) -> None:
    assert options(side=side, agent=agent).agent_side == expected


MAPS = ("vendor-b/*: customer agent", "*.wav: agent customer", "late/*: agent")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/calls/vendor-b/2024/call.wav", (CUSTOMER, AGENT)),
        ("/calls/vendor-b/call.mp3", (CUSTOMER, AGENT)),
        ("/calls/vendor-c/call.wav", (AGENT, CUSTOMER)),
        ("/calls/late/call.wav", (AGENT, CUSTOMER)),
        ("/calls/late/call.mp3", (AGENT,)),
        ("/calls/my-vendor-b/call.mp3", ()),
        ("/calls/vendor-b.mp3", ()),
    ],
    ids=[
        "below a folder",
        "in a folder",
        "by suffix",
        "the first that fits",
        "the last",
        "a folder with a longer name",
        "no folder",
    ],
)
def test_the_first_map_that_fits_the_end_of_the_path_counts(
    path: str, expected: tuple[SpeakerRole, ...]
) -> None:
    assert options(path, channel_maps=MAPS).channels == expected


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [
        ("/calls/b/*", True),
        ("calls/b/*", True),
        ("b/call-?.wav", True),
        ("call-[0-4].wav", True),
        ("call-[5-9].wav", False),
        ("B/*", False),
        ("*", True),
    ],
)
def test_patterns_are_those_of_a_shell(pattern: str, fits: bool) -> None:  # noqa: FBT001
    found = options("/calls/b/call-1.wav", channel_maps=(f"{pattern}: agent customer",))
    assert bool(found.channels) is fits


@pytest.mark.parametrize(
    ("channels", "side", "expected"),
    [
        ((), None, (AGENT, CUSTOMER)),
        ((CUSTOMER, AGENT), None, (CUSTOMER, AGENT)),
        ((), AudioSide.RIGHT, ()),
    ],
    ids=["nothing", "channels", "a side"],
)
def test_what_the_source_says_of_channels_comes_before_maps_and_settings(
    channels: tuple[SpeakerRole, ...], side: AudioSide | None, expected: tuple[SpeakerRole, ...]
) -> None:
    found = options(
        channels=channels, side=side, channel_maps=("*: agent customer",), everywhere=("agent",)
    )
    assert found.channels == expected


def test_a_map_comes_before_the_channels_of_all() -> None:
    everywhere = ("customer", "agent")
    assert options(everywhere=everywhere).channels == (CUSTOMER, AGENT)
    assert options(everywhere=everywhere, channel_maps=("*: agent",)).channels == (AGENT,)


@pytest.mark.parametrize(
    ("side", "channels", "expected"),
    [
        (None, (), (AudioSide.RIGHT, ())),
        (AudioSide.RIGHT, (), (AudioSide.LEFT, ())),
        (None, (AGENT, CUSTOMER, SYSTEM), (AudioSide.RIGHT, (CUSTOMER, AGENT, SYSTEM))),
    ],
    ids=["nothing is told", "a side", "channels, which come first"],
)
def test_swapped_is_the_other_way_round_than_is_told_or_usual(
    side: AudioSide | None,
    channels: tuple[SpeakerRole, ...],
    expected: tuple[AudioSide, tuple[SpeakerRole, ...]],
) -> None:
    found = options(side=side, channels=channels, swap=True)
    assert (found.agent_side, found.channels) == expected


def test_the_key_of_a_recording_with_a_header_is_not_changed_by_how_others_are_read() -> None:
    kept = [
        key_of(replace(JOB, path=path, options=replace(JOB.options, raw=raw)))
        for path in ("/calls/call.wav", "/calls/call.ulaw")
        for raw in ("", "mulaw 8000")
    ]
    assert len(set(kept[:2])) == 1
    assert len(set(kept)) == 2


def test_a_wrong_description_of_raw_recordings_is_told_before_any_work() -> None:
    with pytest.raises(UsageError, match="no codec"):
        options(raw="sulaw 8000")
