"""Packets → frames: whatever can be decoded, with an account of what cannot."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa_toolkit.errors import Unusable
from qa_toolkit.transcribe.audio.losses import Losses
from qa_toolkit.transcribe.audio.samples import MAX_CHANNELS, RATES

if TYPE_CHECKING:
    from av import AudioFrame

    from qa_toolkit.transcribe.audio.opening import Track


def frames_of(track: "Track", losses: Losses) -> Iterator["AudioFrame"]:
    """Decode a track; damaged packets are left out and counted in `losses`.

    Raises:
        Unusable: more audio channels than are read, or an impossible sample rate.
    """
    import av

    check_shape(track.decoder.sample_rate, track.decoder.channels)
    while True:
        try:
            packet = next(track.packets, None)
        except (av.error.FFmpegError, OSError):
            return  # damaged beyond this point: what came before is used
        if packet is None:
            return
        try:
            frames = track.decoder.decode(packet)
        except av.error.FFmpegError:
            losses.packets += 1
            continue
        for frame in frames:
            check_shape(frame.sample_rate, frame.layout.nb_channels)
            yield frame


def check_shape(rate: int, channels: int) -> None:
    """Refuse what is no call before anything is reserved for it.

    Raises:
        Unusable: more audio channels than are read, or an impossible sample rate.
    """
    if channels > MAX_CHANNELS:
        raise Unusable(
            f"{channels} audio channels; at most {MAX_CHANNELS} are read",
            hint="save each party of the call on a channel of its own",
        )
    if rate not in RATES:
        raise Unusable(f"damaged: a sample rate of {rate} Hz is impossible")
