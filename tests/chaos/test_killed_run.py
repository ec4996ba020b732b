"""A run that is killed and started again ends as if nothing had happened."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commands import qa_process
from projects import add_recordings, chats_project

RUN = ("run", "chats", "recordings", "--seed", "7", "--to", "exports/scorecards.json")
KILLS = 10


def project(folder: Path) -> Path:
    chats_project(folder, each=4)
    add_recordings(folder, "call-0002.flac", "call-0007.gsm")
    return folder


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, float]:
    """What a run exports when nobody disturbs it, and how many seconds it takes."""
    folder = project(tmp_path_factory.mktemp("undisturbed") / "p")
    began = time.monotonic()
    assert qa_process(*RUN, cwd=folder).code == 0
    took = time.monotonic() - began
    return (folder / "exports" / "scorecards.json").read_bytes(), took


@pytest.mark.whisper
@pytest.mark.slow
@pytest.mark.parametrize("number", range(KILLS))
def test_a_killed_run_started_again_ends_in_the_same_scorecards(
    tmp_path: Path, undisturbed: tuple[bytes, float], number: int
) -> None:
    expected, took = undisturbed
    # one moment in each tenth of the run, so that every stage is hit
    moment = took * (number + random.random()) / KILLS  # noqa: S311 - not a secret
    folder = project(tmp_path / "p")
    with subprocess.Popen([sys.executable, "-m", "qa_toolkit", *RUN], cwd=folder) as run:
        time.sleep(moment)
        run.kill()
    again = qa_process(*RUN, cwd=folder)
    assert again.code == 0, f"killed after {moment:.2f} s: {again.err}"
    assert (folder / "exports" / "scorecards.json").read_bytes() == expected, f"{moment:.2f} s"


@pytest.mark.whisper
@pytest.mark.slow
def test_what_was_transcribed_before_a_kill_is_not_transcribed_again(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    command = [sys.executable, "-m", "qa_toolkit", *RUN, "--workers", "1"]
    with subprocess.Popen(command, cwd=folder) as run:
        while not _transcribed(folder):
            time.sleep(0.05)
        run.kill()
    before = _transcribed(folder)
    again = qa_process(*RUN, "--json", cwd=folder).json
    assert again["transcribed"] == {"made": 2 - before, "known": before, "left": 0, "older": 0}


def _transcribed(folder: Path) -> int:
    ran = qa_process("list", "--state", "transcribed", "--json", cwd=folder)
    return len(ran.json) if ran.code == 0 else 0
