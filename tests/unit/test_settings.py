"""Settings: who comes first, and what is said about wrong ones."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_toolkit.errors import UsageError
from qa_toolkit.settings import Settings, load_settings


def test_without_a_file_all_settings_are_defaults(tmp_path: Path) -> None:
    loaded = load_settings(tmp_path, environment={})
    assert loaded.settings == Settings()
    assert {row.source for row in loaded.rows()} == {"default"}


def test_the_file_comes_before_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "qa.toml").write_text('[transcribe]\nagent = "right"\n')
    assert load_settings(tmp_path, environment={}).settings.transcribe.agent == "right"


def test_the_environment_comes_before_the_file_and_the_command_line_before_both(
    tmp_path: Path,
) -> None:
    (tmp_path / "qa.toml").write_text("[sample]\nper_agent = 1\nsize = 1\nseed = 'a'\n")
    loaded = load_settings(
        tmp_path,
        environment={"QA_SAMPLE_PER_AGENT": "2", "QA_SAMPLE_SIZE": "2", "QA_OTHER": "x", "X": "y"},
        overrides={"sample.size": 3, "sample.seed": None},
    )
    sample = loaded.settings.sample
    assert (sample.seed, sample.per_agent, sample.size) == ("a", 2, 3)
    assert loaded.sources == {
        "sample.per_agent": "QA_SAMPLE_PER_AGENT",
        "sample.size": "command line",
        "sample.seed": str(tmp_path / "qa.toml"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[sample]\nper_agnet = 1", "unknown setting 'sample.per_agnet', did you mean 'sample.per_agent'?", id="misspelt"),
        pytest.param("[sample]\nper_agent = 0", "sample.per_agent: Input should be greater than or equal to 1", id="too small"),
        pytest.param("colour = 1", "unknown setting 'colour'", id="no table"),
        pytest.param("sample = 1", "sample: Input should be a valid dictionary", id="not a table"),
        pytest.param("[sample", "not TOML", id="not TOML"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_told_with_its_name(tmp_path: Path, text: str, expected: str) -> None:
    (tmp_path / "qa.toml").write_text(text)
    with pytest.raises(UsageError) as error:
        load_settings(tmp_path, environment={})
    assert "qa.toml" in error.value.message
    assert expected in error.value.message


def test_every_wrong_setting_is_told_with_its_source(tmp_path: Path) -> None:
    (tmp_path / "qa.toml").write_text("[sample]\nsize = 'many'\n")
    with pytest.raises(UsageError) as error:
        load_settings(tmp_path, environment={"QA_TRANSCRIBE_AGENT": "up"})
    assert "QA_TRANSCRIBE_AGENT: transcribe.agent" in error.value.message
    assert "sample.size" in error.value.message


def test_every_setting_says_what_it_means(tmp_path: Path) -> None:
    assert all(row.description for row in load_settings(tmp_path, environment={}).rows())


def test_paths_in_the_environment_are_separated_as_in_path(tmp_path: Path) -> None:
    loaded = load_settings(tmp_path, environment={"QA_INTAKE_PATHS": os.pathsep.join("ab")})
    assert loaded.settings.intake.paths == ("a", "b")


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("QA_TRANSCRIBE_VOCABULARY", "Northwind, Dana Okafor", ("Northwind", "Dana Okafor")),
        ("QA_TRANSCRIBE_VOCABULARY", "", ()),
        ("QA_TRANSCRIBE_CHANNELS", "agent,customer, system,", ("agent", "customer", "system")),
        (
            "QA_TRANSCRIBE_CHANNEL_MAPS",
            "b/*: customer agent, c/*: agent",
            ("b/*: customer agent", "c/*: agent"),
        ),
    ],
    ids=["names", "none", "roles", "maps"],
)
def test_several_values_in_the_environment_are_separated_by_commas(
    tmp_path: Path, variable: str, value: str, expected: tuple[str, ...]
) -> None:
    loaded = load_settings(tmp_path, environment={variable: value})
    name = variable.removeprefix("QA_TRANSCRIBE_").lower()
    assert getattr(loaded.settings.transcribe, name) == expected


@pytest.mark.parametrize(
    "text",
    [
        "engine = 'magic'",
        "preset = 'fastest'",
        "agent = 'up'",
        "channels = ['agent', 'boss']",
        "channel_maps = ['b/*']",
        "channel_maps = ['b/*: boss']",
        "channel_maps = ['b/*: agent customer', ': agent']",
        "endpoint_timeout = 0",
        "existing = 'maybe'",
        "speakers = 'perhaps'",
    ],
)
def test_a_wrong_choice_for_transcription_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "qa.toml").write_text(f"[transcribe]\n{text}\n")
    with pytest.raises(UsageError, match=f"transcribe.{text.split(' ')[0]}: "):
        load_settings(tmp_path, environment={})


def test_a_wrong_channel_map_is_shown_with_a_right_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as error:
        load_settings(tmp_path, environment={"QA_TRANSCRIBE_CHANNEL_MAPS": "b/*: boss"})
    assert error.value.message == (
        "QA_TRANSCRIBE_CHANNEL_MAPS: transcribe.channel_maps: 'b/*: boss' is no channel map: "
        "write a pattern and a role for each channel, such as 'vendor-b/*: customer agent'"
    )


@pytest.mark.parametrize(
    ("written", "code"),
    [("EN", "en"), ("en-GB", "en"), ("pt_BR", "pt"), ("English", "en"), (" Auto ", "auto")],
)
def test_a_language_is_a_code_however_it_is_written(
    tmp_path: Path, written: str, code: str
) -> None:
    loaded = load_settings(tmp_path, environment={"QA_TRANSCRIBE_LANGUAGE": written})
    assert loaded.settings.transcribe.language == code


@pytest.mark.parametrize("written", ["englisch", "", "e", "en, es", "1n"])
def test_what_is_no_language_code_is_told_with_one_that_is(tmp_path: Path, written: str) -> None:
    with pytest.raises(UsageError) as error:
        load_settings(tmp_path, environment={"QA_TRANSCRIBE_LANGUAGE": written})
    assert error.value.message == (
        f"QA_TRANSCRIBE_LANGUAGE: transcribe.language: '{written}' is no language: "
        "write a code such as 'en', or 'auto'"
    )


def test_a_misspelt_variable_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="did you mean QA_TRANSCRIBE_MODEL"):
        load_settings(tmp_path, environment={"QA_TRANSCRIBE_MODLE": "x"})


@pytest.mark.parametrize("make", [Path.mkdir, Path.touch], ids=["folder", "file"])
def test_a_model_in_the_file_lies_in_the_project(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "models")
    (tmp_path / "qa.toml").write_text("[transcribe]\nmodel = 'models'\n")
    loaded = load_settings(tmp_path, environment={})
    assert loaded.settings.transcribe.model == str(tmp_path / "models")


def test_one_name_where_several_may_stand_is_told_how_to_be_written(tmp_path: Path) -> None:
    (tmp_path / "qa.toml").write_text('[transcribe]\nvocabulary = "Pebblewick"\n')
    with pytest.raises(UsageError, match=r'write a list, such as \["Pebblewick"\]'):
        load_settings(tmp_path, environment={})
