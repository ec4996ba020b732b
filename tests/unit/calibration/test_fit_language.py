"""Which transcripts a model is fitted to: those in its language, however that is written."""

import pytest
from builders import interaction, transcript

from qa_toolkit.scoring.models import shipped
from qa_toolkit.workflow.calibrate_fit import _rated


@pytest.mark.parametrize("language", ["", "en", "EN", "en-US"])
def test_a_language_is_what_it_is_in_scoring(language: str) -> None:
    words = transcript("C: It broke.\nA: I'm sorry, let me look.", language=language)
    assert _rated(shipped("politeness-en"), interaction(), words, 1.0, (0.0, 2.0)) is not None


@pytest.mark.parametrize("language", ["de", "de-AT", "enm"])
def test_another_language_is_left_out(language: str) -> None:
    words = transcript("C: Es ist kaputt.\nA: Das tut mir leid.", language=language)
    assert _rated(shipped("politeness-en"), interaction(), words, 1.0, (0.0, 2.0)) is None
