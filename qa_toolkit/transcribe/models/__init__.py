"""Speech models: bundled, fetched by size name, or named by the user; each with its hash."""

from qa_toolkit.transcribe.models.find import find_model
from qa_toolkit.transcribe.models.model import Source, SpeechModel

__all__ = ["Source", "SpeechModel", "find_model"]
