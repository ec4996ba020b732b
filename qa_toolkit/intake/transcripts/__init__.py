"""Transcripts that others made: WebVTT, SubRip, JSON of whisper programs and of WhisperX.

`read` tells a file's format, one module for each format turns it into `Said` values, `speakers` says
whose voices they are, `turns` joins them, and `beside` tells transcripts of recordings from those
that stand alone.
"""

from qa_toolkit.intake.transcripts.read import TranscriptFile, is_transcript, read_transcript
from qa_toolkit.intake.transcripts.speakers import NOBODY_NAMED, Names

__all__ = ["NOBODY_NAMED", "Names", "TranscriptFile", "is_transcript", "read_transcript"]
