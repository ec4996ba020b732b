"""`docs/calibration.md` shows what the commands say, and its example can be made again."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from commands import qa

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "calibration"
PAGE = (ROOT / "docs" / "calibration.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^```console\n\$ qa (.*)\n((?:.*\n)*?)```", PAGE, re.MULTILINE)


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example, as a reader would have it."""
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(command: str) -> str:
    ran = qa(*command.split())
    assert ran.code == 0, ran.err
    return "".join(f"{line.rstrip()}\n" for line in ran.out.splitlines())


@pytest.mark.parametrize(
    ("command", "shown"), [shown for shown in SHOWN if "agreement" in shown[0]]
)
def test_agreement_is_what_the_page_shows(example: Path, command: str, shown: str) -> None:
    assert said(command).endswith(shown.removeprefix("…\n"))


@pytest.mark.parametrize(("command", "shown"), [shown for shown in SHOWN if "fit" in shown[0]])
def test_a_fit_says_what_the_page_shows(example: Path, command: str, shown: str) -> None:
    """Numbers apart: they follow the model that ships."""
    assert without_numbers(said(command)) == without_numbers(shown)


def test_the_page_shows_both_commands() -> None:
    assert {command.split()[1] for command, _ in SHOWN} == {"agreement", "fit"}


def test_the_example_is_made_again_byte_for_byte(tmp_path: Path) -> None:
    maker = shutil.copy(EXAMPLE / "make_example.py", tmp_path)
    subprocess.run([sys.executable, maker], check=True)
    for name in ("dana.csv", "eli.csv", "ratings.csv", "chats.jsonl"):
        assert (tmp_path / name).read_bytes() == (EXAMPLE / name).read_bytes(), name


def without_numbers(text: str) -> list[str]:
    """The words of each line: columns are as wide as their numbers."""
    return [" ".join(re.sub(r"[-+]?[\d.]+", "#", line).split()) for line in text.splitlines()]
