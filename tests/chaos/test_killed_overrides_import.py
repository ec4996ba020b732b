"""Workbooks are imported all or nothing: also by a command that is killed while it keeps them."""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commands import qa_process
from filled_workbooks import table
from openpyxl import load_workbook
from projects import chats_project

IMPORT = ("overrides", "import", "back.xlsx", "--reviewer", "Mo Berg")
KILLS = 6
# dies like a killed process, without a word, in the transaction: after so many overrides
DIES = """
import os, sys
from qa_toolkit.store import overrides
put_one, left = overrides._put_one, int(sys.argv.pop(1))
def dying(connection, item):
    global left
    left -= 1
    if left < 0:
        os._exit(9)
    return put_one(connection, item)
overrides._put_one = dying
from qa_toolkit.cli.main import app
app()
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """A project with a workbook in which every rating of a greeting is changed, and how many."""
    folder = chats_project(tmp_path_factory.mktemp("killed") / "p", each=20)
    for command in ("import chats", "sample draw --per-agent 20", "score", "export --to team.xlsx"):
        assert qa_process(*command.split(), cwd=folder).code == 0
    book = load_workbook(folder / "team.xlsx")
    page = book["Detail"]
    head, at = table(page, "Interaction", "Criterion", "Override", "Reason")
    changed = 0
    for row in page.iter_rows(min_row=head + 1):
        if row[at["Criterion"] - 1].value == "politeness.greeting":
            row[at["Override"] - 1].value = 1
            row[at["Reason"] - 1].value = "no name"
            changed += 1
    book.save(folder / "back.xlsx")
    return folder, changed


def kept(folder: Path) -> int:
    return len(qa_process("overrides", "list", "--json", cwd=folder).json)


@pytest.mark.slow
@pytest.mark.parametrize("after", [0, 1, 17, 39])
def test_an_import_that_dies_between_two_ratings_keeps_none_and_can_be_repeated(
    made: tuple[Path, int], tmp_path: Path, after: int
) -> None:
    original, changed = made
    folder = shutil.copytree(original, tmp_path / "p")
    command = [sys.executable, "-c", DIES, str(after), *IMPORT]
    assert subprocess.run(command, cwd=folder, check=False).returncode == 9
    assert kept(folder) == 0
    assert qa_process(*IMPORT, cwd=folder).code == 0
    assert kept(folder) == changed == 40


@pytest.mark.slow
@pytest.mark.parametrize("number", range(KILLS))
def test_an_import_that_is_killed_at_any_moment_keeps_all_or_nothing(
    made: tuple[Path, int], tmp_path: Path, number: int
) -> None:
    original, changed = made
    folder = shutil.copytree(original, tmp_path / "p")
    moment = 2.0 * (number + random.random()) / KILLS  # noqa: S311 - not a secret
    with subprocess.Popen([sys.executable, "-m", "qa_toolkit", *IMPORT], cwd=folder) as run:
        time.sleep(moment)
        run.kill()
    assert kept(folder) in (0, changed), f"killed after {moment:.2f} s"
    assert qa_process(*IMPORT, cwd=folder).code == 0
    assert kept(folder) == changed


@pytest.mark.slow
def test_exports_while_ratings_are_imported_show_all_of_them_or_none(
    made: tuple[Path, int], tmp_path: Path
) -> None:
    original, changed = made
    folder = shutil.copytree(original, tmp_path / "p")
    seen = []
    with subprocess.Popen([sys.executable, "-m", "qa_toolkit", *IMPORT], cwd=folder) as run:
        while run.poll() is None:
            ran = qa_process("export", "--to", "now.csv", cwd=folder)
            assert ran.code == 0, ran.err
            text = (folder / "now-detail.csv").read_text(encoding="utf-8-sig")
            seen.append(text.count("Mo Berg"))
    assert run.returncode == 0
    assert set(seen) <= {0, changed}, seen
