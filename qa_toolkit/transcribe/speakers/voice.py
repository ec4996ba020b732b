"""Sound → voice embeddings: a small recurrent network in numpy. The only module that knows it.

The network is the GE2E speaker encoder (Wan et al. 2018, "Generalized End-to-End Loss for Speaker
Verification") with the weights of Resemblyzer 0.1.4, which lie beside this module in half
precision: see `weights/SOURCE.md`. Three LSTM layers of 256 read 160 frames of 40 mel bands; a
rectified linear layer of unit length gives 256 numbers. The cosine of two such vectors says how
alike two voices are: averaged over a minute, above 0.93 for one person and below 0.82 for two.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from qa_toolkit.errors import MissingExtra
from qa_toolkit.transcribe.audio import FULL_SCALE, SAMPLE_RATE, Samples
from qa_toolkit.transcribe.speakers.mel import mel_filters
from qa_toolkit.transcribe.speakers.spans import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FRAMES_PER_S = 100
FRAMES = 160
BANDS = 40
_HOP = SAMPLE_RATE // FRAMES_PER_S
_FRAME = SAMPLE_RATE // 40  # 25 ms
_UNITS = 256
_LAYERS = 3
_BATCH = 16  # more at once are hardly faster and need more memory than the recogniser leaves
_LOUD = 0.01
"""The mean over all bands of speech at -30 dB of full scale: the network knows nothing fainter."""
_FAINTEST = 1e-7  # 50 dB below that: no louder noise is made of silence


def embed(sound: Iterable[Samples], spans: Sequence[Span]) -> "NDArray[np.float32]":
    """The voice in each stretch of one channel's sound: a row of unit length for each.

    Args:
        sound: 16-bit samples at `SAMPLE_RATE` in pieces; read once and never kept whole.
        spans: stretches by start. What lies beyond the end of the sound is heard as silence.

    Raises:
        MissingExtra: numpy is not installed.
    """
    try:
        import numpy as np
    except ImportError:
        raise MissingExtra("speakers", "telling two voices apart") from None

    stretches: list[NDArray[np.float32]] = []
    rows = [np.zeros((0, _UNITS), np.float32)]
    for stretch in _stretches(sound, spans):
        stretches.append(stretch)
        if len(stretches) == _BATCH:
            rows.append(encode(np.stack(stretches, axis=1), weights()))
            stretches = []
    if stretches:
        rows.append(encode(np.stack(stretches, axis=1), weights()))
    return np.concatenate(rows)


def _stretches(sound: Iterable[Samples], spans: Sequence[Span]) -> Iterator["NDArray[np.float32]"]:
    """`FRAMES` mel frames of each stretch; a shorter one is repeated until it has as many."""
    import numpy as np

    coming = _mel_frames(sound)
    held = np.zeros((0, BANDS), np.float32)
    first = 0  # the number of the first frame held
    for span in spans:
        start = int(span.start_s * FRAMES_PER_S)
        end = start + min(FRAMES, max(1, round(span.length_s * FRAMES_PER_S)))
        while first + len(held) < end and (more := next(coming, None)) is not None:
            passed = min(len(held), max(0, start - first))
            held = np.concatenate([held[passed:], more])
            first += passed
        frames = held[max(0, start - first) : max(0, end - first)]
        if not len(frames):
            frames = np.zeros((1, BANDS), np.float32)
        louder = max(1.0, _LOUD / max(float(frames.mean()), _FAINTEST))
        yield np.resize(frames, (FRAMES, BANDS)) * np.float32(louder)


def _mel_frames(sound: Iterable[Samples]) -> Iterator["NDArray[np.float32]"]:
    """Power in mel bands, `FRAMES_PER_S` rows a second, piece by piece."""
    import numpy as np

    filters = mel_filters(BANDS, _FRAME, SAMPLE_RATE)
    hann = (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(_FRAME) / _FRAME)).astype(np.float32)
    rest = np.zeros(0, np.int16)
    for piece in sound:
        samples = np.concatenate([rest, piece])
        if len(samples) < _FRAME:
            rest = samples
            continue
        scaled = samples.astype(np.float32) / np.float32(FULL_SCALE)
        framed = np.lib.stride_tricks.sliding_window_view(scaled, _FRAME)[::_HOP]
        spectrum = np.fft.rfft(framed * hann, axis=1)
        power = np.square(spectrum.real) + np.square(spectrum.imag)
        yield power.astype(np.float32) @ filters
        rest = samples[len(framed) * _HOP :]


def encode(
    stretches: "NDArray[np.float32]", weights: Mapping[str, "NDArray[np.float32]"]
) -> "NDArray[np.float32]":
    """Run the network over stretches side by side: frames × stretches × bands in, rows out."""
    import numpy as np

    heard = stretches
    for layer in range(_LAYERS):
        into = weights[f"lstm.weight_ih_l{layer}"].T
        again = np.ascontiguousarray(weights[f"lstm.weight_hh_l{layer}"].T)
        bias = weights[f"lstm.bias_ih_l{layer}"] + weights[f"lstm.bias_hh_l{layer}"]
        gates = heard @ into + bias
        said = np.zeros((heard.shape[1], _UNITS), np.float32)
        kept = np.zeros_like(said)
        heard = np.empty((*heard.shape[:2], _UNITS), np.float32)
        for place, coming in enumerate(gates):
            # the order of gates in the weights: in, forget, new, out
            gate = coming + said @ again
            new = np.tanh(gate[:, 2 * _UNITS : 3 * _UNITS])
            gate = 0.5 + 0.5 * np.tanh(0.5 * gate)  # the logistic function, without overflow
            kept = gate[:, _UNITS : 2 * _UNITS] * kept + gate[:, :_UNITS] * new
            said = gate[:, 3 * _UNITS :] * np.tanh(kept)
            heard[place] = said
    voices = np.maximum(heard[-1] @ weights["linear.weight"].T + weights["linear.bias"], 0)
    length = np.linalg.norm(voices, axis=1, keepdims=True)
    unit: NDArray[np.float32] = voices / np.maximum(length, np.float32(1e-12))
    return unit


@cache
def weights() -> Mapping[str, "NDArray[np.float32]"]:
    """The network's weights by name, read once per process."""
    import numpy as np

    file = files("qa_toolkit.transcribe.speakers").joinpath("weights", "ge2e.npz")
    with file.open("rb") as opened, np.load(opened, allow_pickle=False) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}
