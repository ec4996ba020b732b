"""A PDF is printed by what is on the machine; these programs stand in for browser and office."""

import os
import shlex
import sys
from pathlib import Path

import pytest
from scored_builders import report, scored

from qa_toolkit import printing
from qa_toolkit.errors import EnvironmentProblem
from qa_toolkit.scorecards.interface import write

pytestmark = pytest.mark.skipif(os.name == "nt", reason="programs here are shell scripts")

PRINTS = """
import shlex
import sys
from pathlib import Path
target = next((a.partition("=")[2] for a in sys.argv if a.startswith("--print-to-pdf=")), "")
if not target:
    target = str(Path(sys.argv[sys.argv.index("--outdir") + 1], "page.pdf"))
Path(target).write_bytes(b"%PDF-1.4 " + " ".join(sys.argv).encode())
"""
DATED = PRINTS.replace(
    '" ".join(sys.argv).encode()', "b\"/CreationDate (D:20261122111124+00'00')\""
)
FAILS = "import sys; sys.exit('cannot open display')"
HANGS = "import time; time.sleep(60)"


def programs(folder: Path, monkeypatch: pytest.MonkeyPatch, **texts: str) -> None:
    """A PATH with nothing but these programs."""
    folder.mkdir()
    for name, text in texts.items():
        path = folder / name.replace("_", "-")
        code = folder / f"{path.name}.py"
        code.write_text(text)
        # a line of #! cannot name a Python whose path has a blank in it
        path.write_text(
            f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {shlex.quote(str(code))} "$@"\n'
        )
        path.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def exported(folder: Path) -> bytes:
    (made,) = write(report(scored()), folder / "team.pdf")
    return made.read_bytes()


def test_a_browser_prints_with_a_profile_of_its_own_and_no_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs(tmp_path / "bin", monkeypatch, google_chrome=PRINTS)
    asked = exported(tmp_path).decode()
    assert "--headless" in asked
    assert "--user-data-dir=" in asked
    assert "--host-resolver-rules=MAP * ~NOTFOUND" in asked


def test_an_office_suite_prints_where_there_is_no_browser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs(tmp_path / "bin", monkeypatch, soffice=PRINTS)
    assert b"-env:UserInstallation=file://" in exported(tmp_path)


def test_an_office_suite_prints_where_the_browser_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs(tmp_path / "bin", monkeypatch, chromium=FAILS, libreoffice=PRINTS)
    assert b"--convert-to" in exported(tmp_path)


def test_without_any_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs(tmp_path / "bin", monkeypatch)
    with pytest.raises(EnvironmentProblem, match="needs Chromium or LibreOffice") as caught:
        exported(tmp_path)
    assert "apt-get install chromium" in caught.value.hint
    assert not (tmp_path / "team.pdf").exists()


def test_a_program_that_fails_is_named_with_its_last_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs(tmp_path / "bin", monkeypatch, chromium=FAILS)
    (tmp_path / "team.pdf").write_text("of last week")
    with pytest.raises(EnvironmentProblem, match="chromium: cannot open display"):
        exported(tmp_path)
    assert (tmp_path / "team.pdf").read_text() == "of last week"


def test_a_program_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs(tmp_path / "bin", monkeypatch, chromium=HANGS)
    monkeypatch.setattr(printing, "TIMEOUT_S", 0.2)
    with pytest.raises(EnvironmentProblem, match="was not ready"):
        exported(tmp_path)


def test_a_program_with_two_names_is_asked_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs(tmp_path / "bin", monkeypatch, google_chrome_stable=FAILS)
    (tmp_path / "bin" / "google-chrome").symlink_to(tmp_path / "bin" / "google-chrome-stable")
    with pytest.raises(EnvironmentProblem) as caught:
        exported(tmp_path)
    assert caught.value.message.count("cannot open display") == 1


def test_the_moment_of_printing_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two exports of the same report are the same file."""
    programs(tmp_path / "bin", monkeypatch, chromium=DATED)
    assert exported(tmp_path) == b"%PDF-1.4 /CreationDate (D:20000101000000+00'00')"
