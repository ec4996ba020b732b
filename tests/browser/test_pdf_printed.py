"""The PDF as the browser and the office suite of this machine really print it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from page_views import full_report, full_view

from qa_toolkit import printing
from qa_toolkit.scorecards.pages.pdf import write_pdf

pytestmark = [pytest.mark.slow]


def words_of(folder: Path, monkeypatch: pytest.MonkeyPatch, **only: tuple[str, ...]) -> str:
    """The text of a team's PDF, printed by these programs only."""
    for table, names in only.items():
        monkeypatch.setattr(printing, table, names)
    known = full_report()
    (made,) = write_pdf(known, full_view(known), folder / "team.pdf")
    done = subprocess.run(["pdftotext", str(made), "-"], capture_output=True, check=True)
    return done.stdout.decode()


needs_pdftotext = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")


@pytest.mark.browser
@needs_pdftotext
def test_chromium_prints_the_overview_and_each_agent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = words_of(tmp_path, monkeypatch, OFFICES=())
    assert "Coaching scorecards" in text
    assert "\fDana Price" in text  # begins on a page of its own
    assert "Practise:" in text


@pytest.mark.browser
def test_chromium_prints_the_same_report_to_the_same_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "OFFICES", ())
    text = "<!doctype html><title>x</title><p>Hello, مرحبا"
    assert printing.printed(text) == printing.printed(text)


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("lowriter"), reason="needs LibreOffice Writer")
@needs_pdftotext
def test_libreoffice_prints_the_overview_and_each_agent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = words_of(tmp_path, monkeypatch, BROWSERS=())
    assert "Coaching scorecards" in text
    assert "Practise:" in text
