"""Audio in, `Transcript` out: decoding, the speech model, who speaks on which channel, turns.

The life of a recording here: `audio` decodes it, `levels` measures it, `channels` says which
audio channels to recognise and whose they are, `whisper` turns blocks of sound into segments of
words, `turns` puts the words of both parties in order, `doubt` says why they cannot be trusted,
and `recording` does all of it. `find` finds and verifies the model, `cache` keeps results.

Speech libraries are imported inside functions, so importing this package needs none of them.
"""

from qa_toolkit.transcribe.audio import SUFFIXES
from qa_toolkit.transcribe.cache import TranscriptCache, cache_key, user_cache
from qa_toolkit.transcribe.find import find_model
from qa_toolkit.transcribe.model import SpeechModel
from qa_toolkit.transcribe.options import TranscribeOptions
from qa_toolkit.transcribe.recording import transcribe, transcribe_cached
from qa_toolkit.transcribe.segment import Recogniser, Segment
from qa_toolkit.transcribe.whisper import WhisperEngine, engine_for

__all__ = [
    "SUFFIXES",
    "Recogniser",
    "Segment",
    "SpeechModel",
    "TranscribeOptions",
    "TranscriptCache",
    "WhisperEngine",
    "cache_key",
    "engine_for",
    "find_model",
    "transcribe",
    "transcribe_cached",
    "user_cache",
]
