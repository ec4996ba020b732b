"""Which files are recordings: what they are called, and what may be inside.

The content decides how a file is read, never its name: an MP3 file named `.wav` is read as MP3.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioFormat:
    """A kind of file with sound in it.

    Attributes:
        demuxers: its names in FFmpeg (`ffmpeg -demuxers`).
        suffixes: what such files are called (docs/recordings.md says what may be inside).
        tells_length: whether its header says how long the recording should be.
    """

    demuxers: tuple[str, ...]
    suffixes: tuple[str, ...]
    tells_length: bool = True


FORMATS = (
    AudioFormat(demuxers=("wav", "w64"), suffixes=(".wav", ".wave", ".w64")),
    AudioFormat(demuxers=("aiff",), suffixes=(".aiff", ".aif", ".aifc")),
    AudioFormat(demuxers=("au",), suffixes=(".au", ".snd")),
    AudioFormat(demuxers=("caf",), suffixes=(".caf",)),
    AudioFormat(demuxers=("flac",), suffixes=(".flac",)),
    AudioFormat(
        demuxers=("mov", "mp4", "m4a"),
        suffixes=(".m4a", ".mp4", ".m4v", ".mov", ".3gp", ".3g2"),
    ),
    AudioFormat(
        demuxers=("matroska", "webm"),
        suffixes=(".mkv", ".mka", ".webm"),
    ),
    AudioFormat(demuxers=("avi",), suffixes=(".avi",)),
    AudioFormat(demuxers=("asf",), suffixes=(".wma", ".wmv", ".asf")),
    # where the first frame counts them, which `opening` looks after
    AudioFormat(demuxers=("mp3",), suffixes=(".mp3", ".mp2")),
    # the rest tell no length: what FFmpeg gives for them is an estimate from the size of the file
    AudioFormat(
        demuxers=("ogg",),
        suffixes=(".ogg", ".oga", ".opus", ".spx"),
        tells_length=False,
    ),
    AudioFormat(demuxers=("aac",), suffixes=(".aac",), tells_length=False),
    AudioFormat(demuxers=("amr",), suffixes=(".amr", ".awb"), tells_length=False),
    AudioFormat(demuxers=("gsm",), suffixes=(".gsm",), tells_length=False),
)
SUFFIXES = frozenset(suffix for known in FORMATS for suffix in known.suffixes)
RAW_SUFFIXES = frozenset(
    (".raw", ".pcm", ".ulaw", ".ul", ".mulaw", ".alaw", ".al", ".sln", ".vox", ".g722", ".g726")
)
"""Sound without any header: read only when codec and rate are told (see `RawFormat`)."""

# A playlist or subtitle file named .wav could make the decoder open other files or addresses:
# only plain sound containers are let in.
DEMUXERS = ",".join(name for known in FORMATS for name in known.demuxers)
_SPEECH = """
    pcm_mulaw pcm_alaw pcm_u8 pcm_s8 pcm_s16le pcm_s16be pcm_s24le pcm_s24be pcm_s32le pcm_s32be
    pcm_f32le pcm_f32be pcm_f64le pcm_f64be pcm_bluray pcm_dvd
    adpcm_ima_wav adpcm_ima_qt adpcm_ms adpcm_ima_oki adpcm_yamaha adpcm_g722 adpcm_g726
    g722 g726 g726le g723_1 g729 gsm gsm_ms truespeech ilbc speex libspeex
    amrnb amrwb libopencore_amrnb libopencore_amrwb
    mp1float mp1 mp2float mp2 mp3float mp3 aac aac_fixed aac_latm opus libopus vorbis libvorbis
    flac alac ac3 eac3 wmav1 wmav2 wmapro wmavoice wmalossless
"""
DECODERS = frozenset(_SPEECH.split())
"""The decoders that are used: those of speech and music, none of pictures or games."""


def tells_length(demuxer: str) -> bool:
    """Whether the duration that FFmpeg gives is what the header says, and no estimate.

    Args:
        demuxer: name of the container format as PyAV gives it, such as `mov,mp4,m4a,3gp,3g2,mj2`.
    """
    first = demuxer.split(",")[0]
    return any(known.tells_length for known in FORMATS if first in known.demuxers)
