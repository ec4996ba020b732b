"""Which engine is made of which options, and what of them changes words."""

from dataclasses import replace
from pathlib import Path

import pytest

from qa_toolkit.errors import EnvironmentProblem, MissingExtra, QaToolkitError, UsageError
from qa_toolkit.transcribe import Endpoint, EngineName, Preset, TranscribeOptions, engine_for
from qa_toolkit.transcribe.engines import ENGINES, check_language, identity, openai

USUAL = TranscribeOptions()
SERVER = TranscribeOptions(engine=EngineName.HTTP, endpoint=Endpoint(url="http://localhost/v1"))


def test_every_engine_can_be_made() -> None:
    assert set(ENGINES) == set(EngineName)


@pytest.mark.parametrize(
    "other",
    [
        replace(USUAL, preset=Preset.FAST),
        replace(USUAL, vocabulary=("Quibblo",)),
        replace(SERVER, model="large"),
        replace(SERVER, endpoint=Endpoint(url="http://localhost:9/v1")),
    ],
    ids=["preset", "vocabulary", "model of a server", "server"],
)
def test_what_changes_words_changes_the_identity(other: TranscribeOptions) -> None:
    assert identity(other) not in (identity(USUAL), identity(SERVER))


@pytest.mark.parametrize(
    "other",
    [
        replace(USUAL, offline=True),
        replace(USUAL, speakers=True),
        replace(USUAL, model="tiny.en"),
        replace(USUAL, endpoint=Endpoint(timeout_s=5.0)),
    ],
    ids=["offline", "speakers", "the bundled model by name", "time limit"],
)
def test_what_does_not_change_words_does_not(other: TranscribeOptions) -> None:
    assert identity(other) == identity(USUAL)


def test_the_identity_names_software_model_and_beam() -> None:
    assert identity(USUAL)[0].startswith("faster-whisper 1.")
    assert identity(USUAL)[1:] == (
        "tiny.en",
        "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
        "beam 5",
    )


def test_an_engine_is_kept_for_options_that_do_not_matter_to_it() -> None:
    other = replace(SERVER, speakers=True, raw="mulaw 8000 1")
    assert engine_for(other) is engine_for(SERVER)
    assert engine_for(replace(SERVER, vocabulary=("Quibblo",))) is not engine_for(SERVER)


def test_a_checkpoint_file_is_refused_for_faster_whisper_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "ours.pt").write_bytes(b"weights")
    with pytest.raises(UsageError, match="a checkpoint of openai-whisper") as raised:
        identity(replace(USUAL, model=str(tmp_path / "ours.pt")))
    assert "openai-whisper" in raised.value.hint


@pytest.mark.parametrize(
    ("options", "kind", "told"),
    [
        (replace(USUAL, model="tiny.en", language="es"), EnvironmentProblem, "English only"),
        (replace(USUAL, language="xx"), UsageError, "no speech model knows the language 'xx'"),
    ],
    ids=["an English model", "no language"],
)
def test_a_language_that_no_recording_can_be_heard_in_is_refused_before_any_work(
    options: TranscribeOptions, kind: type[QaToolkitError], told: str
) -> None:
    with pytest.raises(kind, match=told):
        check_language(options)


@pytest.mark.parametrize(
    "options",
    [USUAL, replace(USUAL, language="auto"), replace(SERVER, language="xx")],
    ids=["English", "told from the sound", "a server, which knows itself"],
)
def test_a_language_that_may_be_known_is_let_through(options: TranscribeOptions) -> None:
    check_language(options)


def test_a_server_that_may_not_be_asked_is_told_before_any_work() -> None:
    elsewhere = replace(SERVER, endpoint=Endpoint(url="https://speech.example/v1"))
    with pytest.raises(UsageError, match="which is not this machine"):
        identity(elsewhere)


@pytest.mark.parametrize("ask", [identity, engine_for])
def test_without_openai_whisper_the_extra_is_named(
    ask: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openai, "distributions", lambda **_: iter(()))
    with pytest.raises(MissingExtra) as raised:
        ask(replace(USUAL, engine=EngineName.OPENAI_WHISPER))  # type: ignore[operator]
    assert raised.value.hint == "pip install 'qa-toolkit[whisper]'"
