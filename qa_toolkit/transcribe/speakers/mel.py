"""The mel scale of Slaney's Auditory Toolbox (1998), on which the voice encoder hears.

Linear up to 1 kHz (200/3 Hz to the mel), logarithmic above it (27 mels to the factor 6.4).
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_HZ_PER_MEL = 200 / 3
_BEND_HZ = 1000.0
_BEND_MEL = _BEND_HZ / _HZ_PER_MEL
_MELS = 27  # in which the frequency grows by _FACTOR
_FACTOR = 6.4


def mel_filters(bands: int, frame: int, rate: int) -> "NDArray[np.float32]":
    """Triangles of equal area from 0 Hz to half the rate: spectrum lines × bands.

    Args:
        bands: how many triangles.
        frame: samples in the frame whose spectrum is weighted.
        rate: samples per second; half of it is above 1 kHz.
    """
    import numpy as np

    lines_hz = np.linspace(0, rate / 2, frame // 2 + 1)
    top = _BEND_MEL + _MELS * np.log(rate / 2 / _BEND_HZ) / np.log(_FACTOR)
    mels = np.linspace(0, top, bands + 2)
    above = _BEND_HZ * _FACTOR ** ((mels - _BEND_MEL) / _MELS)
    corners_hz = np.where(mels < _BEND_MEL, mels * _HZ_PER_MEL, above)
    low, middle, high = corners_hz[:-2], corners_hz[1:-1], corners_hz[2:]
    lines = lines_hz[:, None]
    rising, falling = (lines - low) / (middle - low), (high - lines) / (high - middle)
    triangles = np.maximum(0, np.minimum(rising, falling)) * 2 / (high - low)
    filters: NDArray[np.float32] = triangles.astype(np.float32)
    return filters
