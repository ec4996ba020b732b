"""Keeping transcripts."""

from dataclasses import replace
from pathlib import Path

import pytest
from builders import transcript

from qa_toolkit.domain.interaction import AudioSide
from qa_toolkit.domain.transcript import Origin, Word
from qa_toolkit.transcribe.cache import TranscriptCache, cache_key, user_cache
from qa_toolkit.transcribe.model import SpeechModel
from qa_toolkit.transcribe.options import TranscribeOptions

MODEL = SpeechModel(name="tiny.en", location="/models/tiny.en", digest="1a5afae0")
OPTIONS = TranscribeOptions()
KEY = cache_key("abc", MODEL, OPTIONS)
CALL = replace(
    transcript("[0-1.5] A: Hello\n[2-3] C: Hi", duration_s=3.0, log_probability=-0.25),
    origin=Origin(engine="faster-whisper 1", model="tiny.en@1a5afae0", options="beam 5"),
)


@pytest.mark.parametrize(
    ("content", "model", "options"),
    [
        ("abd", MODEL, OPTIONS),
        ("abc", replace(MODEL, digest="ffff"), OPTIONS),
        ("abc", MODEL, replace(OPTIONS, language="de")),
        ("abc", MODEL, replace(OPTIONS, agent_side=AudioSide.RIGHT)),
    ],
    ids=["content", "model", "language", "agent's side"],
)
def test_whatever_changes_words_or_roles_changes_the_key(
    content: str, model: SpeechModel, options: TranscribeOptions
) -> None:
    assert cache_key(content, model, options) != KEY


def test_where_the_model_lies_does_not() -> None:
    assert cache_key("abc", replace(MODEL, location="/elsewhere"), OPTIONS) == KEY


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
