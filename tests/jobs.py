"""Functions that run in worker processes, where tests themselves cannot be imported from."""

import ctypes
import multiprocessing
import os
import signal
import threading
import time
from pathlib import Path

from qa_toolkit.errors import EnvironmentProblem, Unusable, UsageError


def double(number: int) -> int:
    """Twice the number."""
    return 2 * number


def text_of(item: object) -> str:
    """The item in words."""
    return str(item)


def threads_of(_: int) -> str | None:
    """How many threads numerics may use here."""
    return os.environ.get("OMP_NUM_THREADS")


def hears_interrupt(_: int) -> bool:
    """Whether Ctrl-C would be delivered to this process."""
    return signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def stumble(number: int) -> int:
    """Fail on 3 in our words, on 4 by mistake, on 5 by taking the process down."""
    if number == 3:
        raise Unusable("it is a three", hint="take a four")
    if number == 4:
        raise ValueError("oops")
    if number == 5:
        os._exit(1)
    return number


def die_of(item: tuple[str, int]) -> int:
    """Take the process down by the signal that the item names, if any."""
    name, number = item
    if name:
        signal.raise_signal(signal.Signals[name])
    return number


def no_traveller(number: int) -> object:
    """Give a number for 0, else what no process can give to another."""
    return threading.Lock() if number else number


def wait_for_file(path: str) -> str:
    """Wait, for what names a file, until that is there."""
    while Path(path).is_absolute() and not Path(path).exists():
        time.sleep(0.01)
    return path


def die_once(path: str) -> str:
    """Take the process down at the first item named "killer", while others are in flight."""
    with (Path(path).parent / "begun").open("a") as file:
        file.write(f"{path}\n")
    if Path(path).name == "killer" and not Path(path).exists():
        Path(path).touch()
        os._exit(1)
    time.sleep(0.1)
    return "done"


def lack(_: int) -> int:
    """Miss something that every item would miss."""
    raise EnvironmentProblem("no model", hint="get one")


def misuse(_: int) -> int:
    """Meet a mistake in the settings, which every item would meet."""
    raise UsageError("no such codec", hint="choose one")


def lack_after(path: str) -> str:
    """Wait for what names a file; miss something then where the name says so."""
    wait_for_file(path.removesuffix("!"))
    return "done" if not path.endswith("!") else str(lack(0))


def sleep_long(path: str) -> None:
    """Say who sleeps, then sleep longer than any test."""
    Path(path).write_text(str(os.getpid()))
    time.sleep(60)


def hang(seconds: float) -> str:
    """Hang in C code that neither lets another thread run nor hears of signals' handlers."""
    if seconds:
        ctypes.PyDLL(None).usleep(int(seconds * 1e6))
    return "done"


def lock_and_die(number: int) -> int:
    """Make a lock between processes, as progress bars do, and be killed for it now and then."""
    _LOCKS.append(multiprocessing.RLock())
    if number:
        signal.raise_signal(signal.SIGKILL)
    return number


def fill_memory(megabytes: int) -> int:
    """Take so much memory, and keep it for a while."""
    taken = bytearray(megabytes * 1_000_000)
    taken[::4096] = b"x" * len(taken[::4096])
    time.sleep(megabytes / 200)
    return len(taken)


_HELD: list[bytearray] = []
_LOCKS: list[object] = []


def leak(megabytes: int) -> int:
    """Keep so much memory for ever; the process that did it."""
    kept = bytearray(megabytes * 1_000_000)
    kept[::4096] = b"x" * len(kept[::4096])
    _HELD.append(kept)
    time.sleep(0.5)  # so that somebody looks
    return os.getpid()


def process_of(_: int) -> int:
    """The process that works here."""
    return os.getpid()
