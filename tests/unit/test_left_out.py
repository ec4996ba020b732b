"""Tests that need a missing program are left out in the open, and never in CI."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).parents[1] / "conftest.py"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two tests: one opens LibreOffice, one needs nothing."""
    shutil.copy(CONFTEST, tmp_path)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = office\n")
    (tmp_path / "test_it.py").write_text(
        "import pytest\n@pytest.mark.office\ndef test_workbook(): pass\ndef test_plain(): pass\n"
    )
    return tmp_path


@pytest.fixture(params=[(), ("-n", "2")], ids=["one process", "two"])
def options(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """Whether tests are run side by side."""
    chosen: tuple[str, ...] = request.param
    return chosen


def run_pytest(
    folder: Path, options: tuple[str, ...], **environment: str
) -> subprocess.CompletedProcess[str]:
    """A run on a machine that has no programs at all."""
    clean = {name: text for name, text in os.environ.items() if name != "QA_REQUIRE_ALL"}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-ra", *options],
        cwd=folder,
        env=clean | {"PATH": ""} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_is_left_out_is_listed_with_the_command_that_brings_it_in(
    folder: Path, options: tuple[str, ...]
) -> None:
    run = run_pytest(folder, options)
    assert "SKIPPED [1] test_it.py:2: needs: apt-get install libreoffice-calc" in run.stdout
    assert "1 passed, 1 skipped" in run.stdout
    assert run.returncode == 0


def test_a_missing_program_fails_the_run_where_all_is_required(
    folder: Path, options: tuple[str, ...]
) -> None:
    run = run_pytest(folder, options, QA_REQUIRE_ALL="1")
    assert "apt-get install libreoffice-calc" in run.stderr
    assert run.returncode != 0


def test_a_skipped_test_fails_the_run_where_all_is_required(
    folder: Path, options: tuple[str, ...]
) -> None:
    (folder / "test_it.py").write_text("import pytest\ndef test_it(): pytest.skip()\n")
    for program in ("soffice", "chromium", "pdftoppm"):
        (folder / program).touch(mode=0o755)
    run = run_pytest(folder, options, QA_REQUIRE_ALL="1", PATH=str(folder))
    assert "no test may be skipped" in run.stdout
    assert run.returncode != 0
