"""`qa models`: what is here, whether it is whole, and what would be used."""

from hashlib import sha256
from pathlib import Path

import pytest
from commands import qa

from qa_toolkit.transcribe import find_model
from qa_toolkit.transcribe.models.bundled import TINY
from qa_toolkit.transcribe.models.files import Known
from qa_toolkit.workflow.models import known_models, used_model


@pytest.fixture(autouse=True)
def no_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without a project, where nothing has been found yet."""
    monkeypatch.chdir(tmp_path)
    find_model.cache_clear()
    return tmp_path


def own_model(folder: Path, *, pieces: int = 51_865) -> Path:
    folder.mkdir()
    for name in ("model.bin", "config.json", "tokenizer.json"):
        (folder / name).write_text(name)
    (folder / "vocabulary.txt").write_text("piece\n" * pieces)
    return folder


def fetched_model(hub: Path, *, weights: str, named: str) -> None:
    """As the hub's library keeps a model: weights under their hash, with a link to them."""
    place = hub / "models--Systran--faster-whisper-small"
    for part in ("blobs", "refs", "snapshots"):
        (place / part).mkdir(parents=True)
    (place / "refs/main").write_text("0123abc")
    folder = own_model(place / "snapshots/0123abc")
    (place / "blobs" / named).write_text(weights)
    (folder / "model.bin").unlink()
    (folder / "model.bin").symlink_to(place / "blobs" / named)


def test_the_bundled_model_is_listed_and_used() -> None:
    ran = qa("models", "list")
    assert "tiny.en   bundled   78    English" in ran.out
    assert "Used: tiny.en@1a5afae0, no model is named" in ran.out


def test_programs_learn_the_same() -> None:
    listed = qa("models", "list", "--json").json
    assert [model["name"] for model in listed["models"]] == ["tiny.en", "base"]
    assert listed["used"]["model"]["digest"].startswith("1a5afae0")


def test_the_model_that_is_named_is_listed_with_who_names_it(
    no_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = own_model(no_project / "ours")
    monkeypatch.setenv("QA_TRANSCRIBE_MODEL", str(folder))
    ran = qa("models", "list")
    assert f"own       0     99 or more   {folder}" in ran.out
    assert "named by QA_TRANSCRIBE_MODEL" in ran.out


def test_a_model_is_told_to_know_the_same_languages_in_the_list_and_as_the_used_one(
    no_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = {row.name: row.languages for row in known_models()}
    assert rows == {"tiny.en": "English", "base": "99 or more"}
    folder = own_model(no_project / "ours", pieces=51_864)
    monkeypatch.setenv("QA_TRANSCRIBE_MODEL", str(folder))
    [*_, own], used = known_models(), used_model().model
    assert used is not None
    assert own.languages == used.languages == "English"


def test_where_prints_the_folder_and_nothing_else(
    no_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = own_model(no_project / "ours")
    monkeypatch.setenv("QA_TRANSCRIBE_MODEL", str(folder))
    assert qa("models", "where").out == f"{folder}\n"


def test_where_nothing_can_be_used_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_TRANSCRIBE_MODEL", "medium")
    ran = qa("models", "where")
    assert (ran.code, ran.out) == (3, "")
    assert "nothing may be fetched" in ran.err


def test_a_server_needs_no_model_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_TRANSCRIBE_ENGINE", "http")
    assert "asks a server" in qa("models", "where").out


def test_what_is_whole_is_verified() -> None:
    ran = qa("models", "verify")
    assert ran.code == 0
    assert "✓ tiny.en        1a5afae06a4d" in ran.out


def test_a_damaged_model_is_a_finding_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is as it was; what it should be is changed, which comes to the same."""
    monkeypatch.setitem(TINY.files, "config.json", Known(size=2_317, sha256="0" * 64))
    ran = qa("models", "verify")
    assert ran.code == 1
    assert "config.json is not the file it should be" in ran.out
    assert "→ pip install --force-reinstall" in ran.out


@pytest.mark.parametrize(
    ("weights", "code", "told"),
    [("whole", 0, "✓ small"), ("half", 1, "is not what was fetched")],
    ids=["whole", "damaged"],
)
def test_fetched_weights_are_compared_with_the_hash_they_came_with(
    weights: str, code: int, told: str, no_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched_model(no_project, weights=weights, named=sha256(b"whole").hexdigest())
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(no_project))
    ran = qa("models", "verify")
    assert ran.code == code
    assert told in ran.out
