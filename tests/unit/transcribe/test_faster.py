"""What the engine's own code makes of a model's answer."""

from types import SimpleNamespace

import numpy as np
import pytest

from qa_toolkit.transcribe.engines.faster import MelFilters, Said, split
from qa_toolkit.transcribe.engines.memory import keep_in_one_place

END, TIME = 100, 200
"""The token that ends a text; that of 0.0 s, with one more for each 20 ms."""


def at(seconds: float) -> int:
    return TIME + round(seconds * 50)


def said(start_s: float, end_s: float, *tokens: int) -> Said:
    return Said(start_s=start_s, end_s=end_s, tokens=list(tokens))


@pytest.mark.parametrize(
    ("tokens", "expected", "until_s"),
    [
        ([], [], None),
        ([END], [], None),
        ([at(0)], [], None),
        ([at(0), at(0)], [], None),
        ([at(0), 1, 2, at(4)], [said(0, 4, 1, 2)], None),
        ([at(0), 1, at(4), at(5), 2, at(9)], [said(0, 4, 1), said(5, 9, 2)], None),
        ([at(0), 1, at(4), at(4)], [said(0, 4, 1)], 4.0),
        ([at(0), 1, at(9.5), at(9.5)], [said(0, 9.5, 1)], None),
        ([at(0), 1, at(4), at(5), 2], [said(0, 4, 1), said(5, 10, 2)], None),
        ([1, 2], [said(0, 10, 1, 2)], None),
        ([at(0), END, at(2), at(3), 1, at(4)], [said(3, 4, 1)], None),
        ([at(0), 1, at(12), at(12)], [said(0, 12, 1)], None),
        ([at(0), 1, at(0), at(0)], [said(0, 0, 1)], None),
    ],
    ids=[
        "nothing",
        "only the end",
        "one time",
        "times without text",
        "one piece",
        "two pieces",
        "more to hear",
        "next to nothing more to hear",
        "text after the last time",
        "no times",
        "no words between times",
        "a time beyond the end",
        "no way on",
    ],
)
def test_times_cut_the_text_into_pieces(
    tokens: list[int], expected: list[Said], until_s: float | None
) -> None:
    assert split(tokens, TIME, END, 10.0) == (expected, until_s)


def test_the_filters_are_the_matrix_product_without_numpys_threads() -> None:
    random = np.random.default_rng(1)
    filters = random.random((80, 201), dtype=np.float32)
    sound = random.random((201, 500), dtype=np.float32)
    product = MelFilters(filters) @ sound
    assert product.dtype == np.float32
    np.testing.assert_allclose(product, filters @ sound, rtol=1e-5)


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_memory_is_kept_in_one_place_where_the_system_can(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    asked: list[tuple[int, int]] = []
    library = SimpleNamespace(mallopt=lambda *what: asked.append(what))
    monkeypatch.setattr("ctypes.CDLL", lambda _: library)
    monkeypatch.setattr("sys.platform", platform)
    keep_in_one_place()
    assert asked == ([(-8, 1)] if platform == "linux" else [])
