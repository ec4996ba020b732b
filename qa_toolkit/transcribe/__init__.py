"""Audio in, `Transcript` out: decoding, the speech model, who speaks, turns.

The life of a recording here: `audio` decodes it; `study` measures it in a first pass (`levels`,
`sounds`, `waveform`); `channels` says which audio channels to recognise and whose they are;
`hearing` finds speech in blocks (`blocks`, `speech`), cuts it into `windows` and has one of the
`engines` turn them into words; `voices` says who said them (`who`, `speakers`); `turns` puts them
in order; `doubt` says why they cannot be trusted; and `recording` does all of it. `find` finds and
verifies the model, `cache` keeps results.

Speech libraries are imported inside functions, so importing this package needs none of them.
"""

from qa_toolkit.transcribe.audio import SUFFIXES
from qa_toolkit.transcribe.cache import TranscriptCache, cache_key, user_cache
from qa_toolkit.transcribe.engines import engine_for, identity
from qa_toolkit.transcribe.engines.interface import Recogniser
from qa_toolkit.transcribe.models import Source, SpeechModel, find_model
from qa_toolkit.transcribe.options import Endpoint, EngineName, Preset, TranscribeOptions
from qa_toolkit.transcribe.recording import transcribe, transcribe_cached
from qa_toolkit.transcribe.segment import Segment

__all__ = [
    "SUFFIXES",
    "Endpoint",
    "EngineName",
    "Preset",
    "Recogniser",
    "Segment",
    "Source",
    "SpeechModel",
    "TranscribeOptions",
    "TranscriptCache",
    "cache_key",
    "engine_for",
    "find_model",
    "identity",
    "transcribe",
    "transcribe_cached",
    "user_cache",
]
