"""What of a recording could not be read, counted while it is read and told at its end."""

from collections.abc import Iterator
from dataclasses import dataclass

from qa_toolkit.domain.wording import minutes

_SHORT_S = 1.0
_SHORT_SHARE = 0.01
"""Encoders pad and cut at both ends: less than this is no loss."""


@dataclass(slots=True, kw_only=True)
class Losses:
    """What is missing so far.

    Attributes:
        packets: how many damaged packets were left out.
        silence_s: how much silence stands where the file holds nothing that can be decoded.
    """

    packets: int = 0
    silence_s: float = 0.0


def told(losses: Losses, heard_s: float, length_s: float) -> Iterator[str]:
    """The losses in words for people.

    Args:
        losses: what was counted.
        heard_s: how much there is now, with the silence.
        length_s: how much there should be, as far as known.
    """
    if length_s - heard_s > max(_SHORT_S, _SHORT_SHARE * length_s):
        how = "only {} of {} can be decoded" if losses.packets else "breaks off at {} of {}"
        yield how.format(minutes(round(heard_s)), minutes(round(length_s)))
    if losses.silence_s >= 0.5:
        yield f"{losses.silence_s:.1f} s in between hold no sound; silence stands in their place"
    if losses.packets:
        count = "1 packet" if losses.packets == 1 else f"{losses.packets} packets"
        yield f"damaged: {count} of it could not be decoded"
