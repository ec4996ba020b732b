"""What settings let people choose about transcription is what there is to choose."""

from enum import StrEnum
from typing import get_args

import pytest

from qa_toolkit.settings import TranscribeSettings
from qa_toolkit.transcribe import EngineName, Preset


@pytest.mark.parametrize(("setting", "choices"), [("preset", Preset), ("engine", EngineName)])
def test_settings_offer_every_choice_that_there_is(setting: str, choices: type[StrEnum]) -> None:
    offered = get_args(TranscribeSettings.model_fields[setting].annotation)
    assert offered == tuple(choices)
