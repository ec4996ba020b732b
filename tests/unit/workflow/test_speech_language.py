"""A language that nothing could be recognised in is told before anything is begun."""

import pytest

from qa_toolkit.errors import QaToolkitError
from qa_toolkit.settings import Settings, TranscribeSettings
from qa_toolkit.workflow.speech import identity_under


@pytest.mark.parametrize(
    ("model", "language", "told"),
    [("tiny.en", "es", "knows English only, not 'es'"), ("", "xx", "no speech model knows")],
)
def test_a_language_that_the_settings_cannot_have_is_refused(
    model: str, language: str, told: str
) -> None:
    wanted = TranscribeSettings(model=model, language=language)
    with pytest.raises(QaToolkitError, match=told):
        identity_under(Settings(transcribe=wanted))
