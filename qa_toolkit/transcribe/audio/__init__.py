"""Recordings → samples, through PyAV, which brings its own codecs: no ffmpeg program is needed.

`formats` says which files are read, `raw` what a file without a header needs to be told,
`opening` lets nothing in but ordinary files of those formats, `decoding` gives what can be
decoded, `resampling` brings it to one sample rate, and `reader` joins them and tells what is
missing.
"""

from pathlib import Path

from qa_toolkit.transcribe.audio.formats import RAW_SUFFIXES, SUFFIXES
from qa_toolkit.transcribe.audio.raw import RawFormat, parse_raw
from qa_toolkit.transcribe.audio.reader import AudioReader
from qa_toolkit.transcribe.audio.samples import FULL_SCALE, PIECE_S, SAMPLE_RATE, Pieces, Samples

__all__ = [
    "FULL_SCALE",
    "PIECE_S",
    "RAW_SUFFIXES",
    "SAMPLE_RATE",
    "SUFFIXES",
    "AudioReader",
    "Pieces",
    "RawFormat",
    "Samples",
    "parse_raw",
    "read_pieces",
]


def read_pieces(path: Path, raw: RawFormat | None = None) -> Pieces:
    """The recording in pieces; see `AudioReader.pieces`."""
    return AudioReader(path, raw).pieces()
