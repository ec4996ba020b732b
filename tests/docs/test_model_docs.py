"""The pages of detectors and models are what the files say."""

from pathlib import Path

import model_docs
import pytest

from qa_toolkit.scoring.detectors import DETECTORS, Detector

PAGES = model_docs.pages()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_page_is_what_the_files_say(path: Path) -> None:
    """After a change of detectors or models: .venv/bin/python tools/model_docs.py."""
    assert path.read_text(encoding="utf-8") == PAGES[path]


def test_there_is_no_page_of_a_model_that_is_gone() -> None:
    folder = model_docs.DOCS / "models"
    assert set(folder.glob("*.md")) == {path for path in PAGES if path.parent == folder}


@pytest.mark.parametrize("detector", DETECTORS.values(), ids=lambda known: known.name)
def test_the_finds_of_every_detector_were_read(detector: Detector) -> None:
    assert detector.false_alarms
