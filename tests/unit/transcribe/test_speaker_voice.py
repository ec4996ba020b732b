"""Sound becomes voice embeddings, streamed and independent of how it was cut into pieces."""

import builtins
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files

import numpy as np
import pytest
from sounds import Sound, tone

from qa_toolkit.errors import MissingExtra
from qa_toolkit.transcribe.speakers.mel import mel_filters
from qa_toolkit.transcribe.speakers.spans import Span
from qa_toolkit.transcribe.speakers.voice import embed

RATE = 16_000
SPANS = (Span(0.2, 0.9), Span(1.0, 2.6), Span(1.8, 3.4), Span(9.0, 9.5), Span(40.0, 41.0))


def buzz(seconds: float, *, level: float = 0.3) -> Sound:
    """Something like a voice: a tone of 120 Hz whose overtones fade."""
    tones = [tone(seconds, hertz=120 * n, level=level / 2**n, rate=RATE) for n in range(1, 8)]
    mixed: Sound = np.sum(tones, axis=0, dtype=np.int16)
    return mixed


def test_every_stretch_gives_a_row_of_unit_length() -> None:
    rows = embed([buzz(10.0)], SPANS)
    assert rows.shape == (5, 256)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1.0, abs=1e-4)


@pytest.mark.parametrize("size", [100, 1_600, 16_001], ids=lambda size: f"{size} samples")
def test_the_cut_into_pieces_changes_nothing(size: int) -> None:
    sound = buzz(10.0)
    pieces = (sound[start : start + size] for start in range(0, len(sound), size))
    assert embed(pieces, SPANS) == pytest.approx(embed([sound], SPANS), abs=1e-4)


def test_how_loud_somebody_speaks_hardly_changes_the_voice() -> None:
    loud, faint = (embed([buzz(2.0, level=level)], [Span(0.0, 1.6)])[0] for level in (0.05, 0.01))
    assert loud @ faint > 0.99


def test_no_sound_at_all_is_no_failure() -> None:
    assert embed([], [Span(0.0, 1.0)]).shape == (1, 256)
    assert embed([buzz(1.0)], ()).shape == (0, 256)


def test_each_mel_filter_is_a_triangle_of_the_same_area() -> None:
    filters = mel_filters(40, 4_000, RATE)
    assert filters.shape == (2_001, 40)
    assert filters.sum(axis=0) * 4.0 == pytest.approx(1.0, abs=0.05)  # lines are 4 Hz apart


def test_the_weights_are_those_their_source_file_names() -> None:
    folder = files("qa_toolkit.transcribe.speakers") / "weights"
    digest = sha256(folder.joinpath("ge2e.npz").read_bytes()).hexdigest()
    assert digest in folder.joinpath("SOURCE.md").read_text(encoding="utf-8")


def test_without_numpy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_numpy(
        name: str,
        scope: Mapping[str, object] | None = None,
        local: Mapping[str, object] | None = None,
        wanted: tuple[str, ...] = (),
        level: int = 0,
    ) -> object:
        if name == "numpy":
            raise ImportError(name)
        return real(name, scope, local, wanted, level)

    monkeypatch.setattr(builtins, "__import__", without_numpy)
    with pytest.raises(MissingExtra, match="speakers"):
        embed([], ())
