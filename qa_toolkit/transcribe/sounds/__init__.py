"""What is heard on every audio channel and when: speech, silence, music, ringing, keys or noise.

`cells` cuts the sound into windows of 64 ms and gives their spectra; `steady` finds lines that
keep their pitch, as notes do; `keys` and `exchange` find the tones of telephones; `listening`
keeps the few numbers that matter for each cell. From these `music` and `named` tell what has a
name of its own, `kinds` puts it together with the words that were found, and `mapper` is what
others use.

Nothing is learned from data and no model is needed; the thresholds stand where they are used,
with what was measured.
"""

from qa_toolkit.transcribe.sounds.mapper import Mapper, Span

__all__ = ["Mapper", "Span"]
