"""What the engine's own code makes of a model's answer."""

import ctypes
import os
import subprocess
import sys

import numpy as np
import pytest

from qa_toolkit.transcribe.engines.faster import MelFilters
from qa_toolkit.transcribe.engines.memory import keep_in_one_place
from qa_toolkit.transcribe.engines.tokens import Said, nobody_speaks, split

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


def test_where_nobody_speaks_is_told_by_both_bounds() -> None:
    assert nobody_speaks(no_speech=0.61, log_probability=-1.0)
    assert not nobody_speaks(no_speech=0.6, log_probability=-1.0)
    assert not nobody_speaks(no_speech=0.99, log_probability=-0.99)


def test_the_filters_are_the_matrix_product_without_numpys_threads() -> None:
    random = np.random.default_rng(1)
    filters = random.random((80, 201), dtype=np.float32)
    sound = random.random((201, 500), dtype=np.float32)
    product = MelFilters(filters) @ sound
    assert product.dtype == np.float32
    np.testing.assert_allclose(product, filters @ sound, rtol=1e-5)


PLACES = """
import ctypes, sys, threading
from qa_toolkit.transcribe.engines.memory import keep_in_one_place
if sys.argv[1] == "kept":
    keep_in_one_place()
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
together = threading.Barrier(4)
def take():
    libc.malloc(1000)
    together.wait()
threads = [threading.Thread(target=take) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
libc.malloc_info(0, ctypes.c_void_p.in_dll(libc, "stdout"))
libc.fflush(None)
"""


def places(how: str) -> int:
    """In how many places a process keeps the memory that four threads of it have asked for."""
    free = {name: value for name, value in os.environ.items() if not name.startswith("MALLOC_")}
    told = subprocess.check_output([sys.executable, "-c", PLACES, how], env=free, text=True)
    return told.count("<heap nr=")


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_info"), reason="needs glibc"
)
def test_memory_of_all_threads_is_kept_in_one_place() -> None:
    assert places("as usual") > 1
    assert places("kept") == 1


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_where_there_is_no_glibc_nothing_is_done(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("ctypes.CDLL", lambda _: pytest.fail("loaded a library"))
    keep_in_one_place()
