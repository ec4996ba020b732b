"""Keeping transcripts."""

from dataclasses import replace
from pathlib import Path

import pytest
from builders import transcript

from qa_toolkit.domain.interaction import AudioSide
from qa_toolkit.domain.transcript import Origin, SpeakerRole, Word
from qa_toolkit.transcribe import cache, engines, speech
from qa_toolkit.transcribe.cache import TranscriptCache, cache_key, user_cache
from qa_toolkit.transcribe.models import SpeechModel
from qa_toolkit.transcribe.options import Endpoint, EngineName, Preset, TranscribeOptions

OPTIONS = TranscribeOptions()
MODEL = SpeechModel(name="tiny.en", location="/models/tiny.en", digest="1a5afae0")
CALL = replace(
    transcript("[0-1.5] A: Hello\n[2-3] C: Hi", duration_s=3.0, log_probability=-0.25),
    origin=Origin(engine="faster-whisper 1", model="tiny.en@1a5afae0", options="beam 5"),
)


def key(
    content: str = "abc",
    *,
    model: SpeechModel = MODEL,
    path: str = "call.wav",
    **chosen: object,
) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "find_model", lambda *_, **__: model)
        return cache_key(Path(path), content, replace(OPTIONS, **chosen))  # type: ignore[arg-type] # any option


KEY = key()


def test_another_recording_has_another_key() -> None:
    assert key("abd") != KEY


@pytest.mark.parametrize(
    "chosen",
    [
        {"language": "de"},
        {"preset": Preset.FAST},
        {"vocabulary": ("Northwind",)},
        {"channels": (SpeakerRole.CUSTOMER, SpeakerRole.AGENT)},
        {"agent_side": AudioSide.LEFT},
        {"agent_side": AudioSide.RIGHT},
        {"speakers": True},
        {"raw": "mulaw 8000 1", "path": "call.ULAW"},
        {"model": replace(MODEL, digest="ffff")},
        {"model": replace(MODEL, name="tiny")},
    ],
    ids=lambda chosen: "-".join(map(str, [*chosen, *chosen.values()]))[:40],
)
def test_whatever_changes_words_times_or_roles_changes_the_key(chosen: dict[str, object]) -> None:
    assert key(**chosen) != KEY  # type: ignore[arg-type] # any option


def test_every_choice_makes_a_key_of_its_own() -> None:
    keys = [
        key(channels=(SpeakerRole.AGENT,)),
        key(vocabulary=("agent",)),
        key(language="agent"),
        key(raw="mulaw 8000", path="call.raw"),
        key(raw="alaw 8000", path="call.raw"),
        key(agent_side=AudioSide.LEFT),
        key(agent_side=AudioSide.RIGHT),
        key(preset=Preset.FAST),
        key(preset=Preset.BEST),
        KEY,
    ]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    "chosen",
    [
        {"offline": True},
        {"endpoint": Endpoint(upload=True)},
        {"endpoint": Endpoint(timeout_s=5.0)},
        {"endpoint": Endpoint(key_variable="OTHER")},
        {"model": replace(MODEL, location="/elsewhere")},
        {"raw": "mulaw 8000 1"},
        {"path": "moved/call.wav"},
    ],
    ids=[
        "offline",
        "upload",
        "timeout",
        "name of the key",
        "where the model lies",
        "what is told of other files",
        "where the recording lies",
    ],
)
def test_nothing_else_does(chosen: dict[str, object]) -> None:
    assert key(**chosen) == KEY  # type: ignore[arg-type] # any option


def test_a_side_counts_for_nothing_where_channels_are_told() -> None:
    told = (SpeakerRole.CUSTOMER, SpeakerRole.AGENT)
    assert key(channels=told, agent_side=AudioSide.LEFT) == key(channels=told)


def test_what_is_told_of_recordings_without_a_header_may_be_written_in_any_way() -> None:
    assert key(raw="mulaw 8000 1", path="call.raw") == key(raw="MULAW  8000", path="call.raw")


@pytest.mark.parametrize("engine", list(EngineName))
def test_another_voice_detector_has_another_key_with_every_engine(
    monkeypatch: pytest.MonkeyPatch, engine: EngineName
) -> None:
    monkeypatch.setattr(cache, "identity", lambda _: ("engine 1",))
    before = key(engine=engine)
    monkeypatch.setattr(speech, "identity", lambda: ("another detector", "faster-whisper 1"))
    assert key(engine=engine) != before


def test_another_version_of_what_multiplies_has_another_key_for_the_engine_that_uses_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cache, "identity", lambda _: ("engine 1",))
    before = {engine: key(engine=engine) for engine in EngineName}
    monkeypatch.setattr(cache, "version", lambda _: "0.0.1")
    cache._numerics.cache_clear()
    try:
        changed = {engine for engine in EngineName if key(engine=engine) != before[engine]}
    finally:
        cache._numerics.cache_clear()
    assert changed == {EngineName.FASTER_WHISPER}


def test_what_was_kept_comes_back_the_same(tmp_path: Path) -> None:
    word = Word(text="Hello", start_s=0.0, end_s=1.5, probability=0.9)
    call = replace(CALL, turns=(replace(CALL.turns[0], words=(word,)), CALL.turns[1]))
    kept = TranscriptCache(tmp_path)
    kept.put(KEY, call)
    assert kept.get(KEY) == call


def test_nothing_kept_is_none(tmp_path: Path) -> None:
    assert TranscriptCache(tmp_path).get(KEY) is None


@pytest.mark.parametrize("content", [b"", b"{", b'{"interaction_id": 1}'], ids=repr)
def test_a_broken_file_is_ignored_and_written_again(tmp_path: Path, content: bytes) -> None:
    kept = TranscriptCache(tmp_path)
    kept.put(KEY, CALL)
    (path,) = tmp_path.rglob("*.json")
    path.write_bytes(content)
    assert kept.get(KEY) is None
    kept.put(KEY, CALL)
    assert kept.get(KEY) == CALL


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    kept = TranscriptCache(tmp_path / "file")
    kept.put(KEY, CALL)
    assert kept.get(KEY) is None


def test_no_half_written_file_is_left(tmp_path: Path) -> None:
    TranscriptCache(tmp_path).put(KEY, CALL)
    assert [path.suffix for path in tmp_path.rglob("*") if path.is_file()] == [".json"]


def test_the_users_cache_lies_in_the_users_home() -> None:
    assert user_cache().folder.is_relative_to(Path.home())
