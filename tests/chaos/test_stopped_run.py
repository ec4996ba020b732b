"""Ctrl-C stops a run at once, in words, and the next run goes on."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commands import qa_process
from projects import add_recordings, chats_project


@pytest.mark.whisper
@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0.7, 2.5, 4.0], ids="after {} s".format)
def test_ctrl_c_is_no_traceback_and_loses_nothing(tmp_path: Path, seconds: float) -> None:
    folder = chats_project(tmp_path / "p")
    add_recordings(folder, "call-0002.flac", "call-0007.gsm")
    command = [sys.executable, "-m", "qa_toolkit", "run", "chats", "recordings", "--seed", "7"]
    # a group of its own, as a shell gives each command; the terminal signals all of it
    run = subprocess.Popen(
        command, cwd=folder, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    time.sleep(seconds)
    os.killpg(run.pid, signal.SIGINT)
    _, said = run.communicate(timeout=30)
    assert "Traceback" not in said
    if run.returncode != 0:  # else it had finished already
        assert run.returncode == 130
        assert "goes on from here" in said
    again = qa_process("run", "chats", "recordings", "--seed", "7", "--json", cwd=folder)
    assert again.json["sample"]["drawn"] == 8
    assert again.json["transcribed"]["made"] + again.json["transcribed"]["known"] == 2
