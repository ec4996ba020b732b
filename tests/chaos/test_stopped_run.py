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
def test_ctrl_c_is_no_traceback_and_loses_nothing(tmp_path: Path) -> None:
    folder = chats_project(tmp_path / "p")
    add_recordings(folder, "call-0002.flac", "call-0007.gsm")
    command = [sys.executable, "-m", "qa_toolkit", "run", "chats", "recordings", "--seed", "7"]
    # a group of its own, as a shell gives each command; the terminal signals all of it
    run = subprocess.Popen(
        command,
        cwd=folder,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # a shell's background job, as these tests may be, hands an ignored SIGINT down
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    while _workers_of(run.pid) < 2:  # they have just been started and are about to transcribe
        assert run.poll() is None
        time.sleep(0.02)
    os.killpg(run.pid, signal.SIGINT)
    _, said = run.communicate(timeout=30)
    assert run.returncode == 130
    assert "Traceback" not in said
    assert "goes on from here" in said
    again = qa_process("run", "chats", "recordings", "--seed", "7", "--json", cwd=folder)
    assert again.json["sample"]["drawn"] == 8
    assert again.json["transcribed"]["made"] == 2


def _workers_of(pid: int) -> int:
    """How many processes a command has started, the one that tracks its resources aside."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    return len(children.read_text().split()) - 1 if children.exists() else 0
