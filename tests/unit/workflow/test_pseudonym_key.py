"""The key of the pseudonyms: one for a project, whoever asks for it first."""

import secrets
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from scored_builders import report, scored

from qa_toolkit.errors import StorageError
from qa_toolkit.store import interactions
from qa_toolkit.workflow.project import init_project, open_project
from qa_toolkit.workflow.pseudonyms import KEY_FILE, anonymise


@pytest.fixture
def project(tmp_path: Path) -> Path:
    init_project(tmp_path)
    with open_project(tmp_path) as opened:
        interactions.add(opened.database, [(scored().interaction, None)])
    return tmp_path


def called(project: Path) -> str:
    """What an anonymised export calls an agent."""
    with open_project(project) as opened:
        return anonymise(opened, report(scored())).scored[0].interaction.agent.name


def test_exports_at_once_give_everybody_the_same_name(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = secrets.token_bytes

    def slowly(count: int) -> bytes:
        time.sleep(0.2)
        return made(count)

    monkeypatch.setattr(secrets, "token_bytes", slowly)
    with ThreadPoolExecutor(3) as pool:
        names = list(pool.map(called, [project] * 3))
    assert set(names) == {called(project)}


def test_a_key_that_cannot_be_written_leaves_no_half_of_one(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_count: int) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(secrets, "token_bytes", stopped)
        with pytest.raises(KeyboardInterrupt):
            called(project)
    assert not (project / KEY_FILE).exists()
    assert called(project)


def test_a_folder_in_the_way_of_the_key_is_told(project: Path) -> None:
    (project / f".{KEY_FILE}.part").mkdir()
    with pytest.raises(StorageError, match=r"cannot write .*pseudonyms\.key"):
        called(project)
