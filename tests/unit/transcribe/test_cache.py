"""Keeping transcripts."""

from dataclasses import replace
from pathlib import Path

import pytest
from builders import transcript

from qa_toolkit.domain.interaction import AudioSide
from qa_toolkit.domain.transcript import Origin, SpeakerRole, Word
from qa_toolkit.transcribe import engines
from qa_toolkit.transcribe.cache import TranscriptCache, cache_key, user_cache
from qa_toolkit.transcribe.models import SpeechModel
from qa_toolkit.transcribe.options import Endpoint, Preset, TranscribeOptions

OPTIONS = TranscribeOptions()
MODEL = SpeechModel(name="tiny.en", location="/models/tiny.en", digest="1a5afae0")
CALL = replace(
    transcript("[0-1.5] A: Hello\n[2-3] C: Hi", duration_s=3.0, log_probability=-0.25),
    origin=Origin(engine="faster-whisper 1", model="tiny.en@1a5afae0", options="beam 5"),
)


def key(content: str = "abc", *, model: SpeechModel = MODEL, **chosen: object) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "find_model", lambda *_, **__: model)
        return cache_key(content, replace(OPTIONS, **chosen))  # type: ignore[arg-type] # any option


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
        {"raw": "mulaw 8000 1"},
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
        key(raw="agent"),
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
    ],
    ids=["offline", "upload", "timeout", "name of the key", "where the model lies"],
)
def test_nothing_else_does(chosen: dict[str, object]) -> None:
    assert key(**chosen) == KEY  # type: ignore[arg-type] # any option


def test_what_was_kept_comes_back_the_same(tmp_path: Path) -> None:
    word = Word(text="Hello", start_s=0.0, end_s=1.5, probability=0.9)
    call = replace(CALL, turns=(replace(CALL.turns[0], words=(word,)), CALL.turns[1]))
    cache = TranscriptCache(tmp_path)
    cache.put(KEY, call)
    assert cache.get(KEY) == call


def test_nothing_kept_is_none(tmp_path: Path) -> None:
    assert TranscriptCache(tmp_path).get(KEY) is None


@pytest.mark.parametrize("content", [b"", b"{", b'{"interaction_id": 1}'], ids=repr)
def test_a_broken_file_is_ignored_and_written_again(tmp_path: Path, content: bytes) -> None:
    cache = TranscriptCache(tmp_path)
    cache.put(KEY, CALL)
    (path,) = tmp_path.rglob("*.json")
    path.write_bytes(content)
    assert cache.get(KEY) is None
    cache.put(KEY, CALL)
    assert cache.get(KEY) == CALL


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = TranscriptCache(tmp_path / "file")
    cache.put(KEY, CALL)
    assert cache.get(KEY) is None


def test_no_half_written_file_is_left(tmp_path: Path) -> None:
    TranscriptCache(tmp_path).put(KEY, CALL)
    assert [path.suffix for path in tmp_path.rglob("*") if path.is_file()] == [".json"]


def test_the_users_cache_lies_in_the_users_home() -> None:
    assert user_cache().folder.is_relative_to(Path.home())
