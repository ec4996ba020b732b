"""A batch whose worker processes are killed ends as if nobody had touched it."""

import random
import signal
import time
from multiprocessing import active_children
from pathlib import Path

import numpy as np
import pytest
from sounds import save, silence, tone
from sqlalchemy import select

from qa_toolkit.shipped import quickstart_folder
from qa_toolkit.store import interactions, left_out, tables
from qa_toolkit.workflow.import_ import import_paths
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.project import init_project, open_project
from qa_toolkit.workflow.transcribe import TranscribeReport, transcribe_interactions

CALLS = 200
SPOKEN = 4
KILLS = 5
FRAME = 33  # bytes of GSM, 20 ms
SETTINGS = {"run.workers": 2}


class Killer(Progress):
    """Kills a worker at random moments."""

    def __init__(self) -> None:
        self.through = 0
        # apart from each other, so that one call is not met every time
        self.moments = [random.randrange(n, n + 20) for n in range(10, 35 * KILLS, 35)]  # noqa: S311

    def advance(self, stage: str, *, expected_s: float = 0, audio_s: float = 0) -> None:
        self.through += 1
        if self.through in self.moments:
            time.sleep(random.uniform(0, 0.05))  # noqa: S311 - they go on meanwhile
            victim = random.choice(active_children())  # noqa: S311
            victim.kill()
            victim.join()
            assert victim.exitcode == -signal.SIGKILL


def project(folder: Path) -> Path:
    """200 short calls: most are two tones, one each side, and some a few spoken words."""
    init_project(folder)
    calls = folder / "calls"
    calls.mkdir()
    speech = (quickstart_folder() / "recordings" / "call-0007.gsm").read_bytes()
    second = 50 * FRAME
    for n in range(SPOKEN):
        piece = speech[n * second : (n + 3) * second]
        (calls / f"spoken-{n:03}.gsm").write_bytes(piece)
    for n in range(CALLS - SPOKEN):
        agent = np.concatenate([tone(0.3 + n / 1000, hertz=300 + n), silence(0.5)])
        save(calls / f"tones-{n:03}.wav", agent, agent[::-1])
    names = sorted(path.name for path in calls.iterdir())
    (calls / "metadata.csv").write_text(
        "\n".join(["file,agent", *(f"{name},dana" for name in names)])
    )
    return folder


def transcribed(folder: Path, progress: Progress) -> tuple[TranscribeReport, list[str]]:
    """What is reported of a project, and all transcripts in it."""
    with open_project(folder, SETTINGS) as opened:
        import_paths(opened, [folder / "calls"])
        wanted = list(interactions.all_of(opened.database))
        report = transcribe_interactions(opened, wanted, progress)
        assert left_out.failures(opened.database) == {}
        columns = tables.transcripts.c
        query = select(columns.interaction_id, columns.key, columns.payload)
        return report, sorted(map(repr, opened.database.rows(query)))


@pytest.mark.whisper
@pytest.mark.slow
def test_a_batch_survives_a_worker_killed_five_times(tmp_path: Path) -> None:
    undisturbed = transcribed(project(tmp_path / "undisturbed"), SILENT)
    killer = Killer()
    disturbed = transcribed(project(tmp_path / "disturbed"), killer)
    assert killer.through > max(killer.moments)
    assert disturbed[0] == undisturbed[0] == TranscribeReport(made=CALLS, known=0)
    assert len(disturbed[1]) == CALLS
    assert disturbed[1] == undisturbed[1]
