"""What runs in a worker process: one item at a time, until nobody has any more."""

import os
import pickle
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_all_start_methods, parent_process, set_start_method
from multiprocessing.connection import Connection
from multiprocessing.connection import wait as wait_for
from multiprocessing.reduction import ForkingPickler
from typing import Any

from qa_toolkit.errors import Passing, QaToolkitError, Unusable
from qa_toolkit.execution.outcome import Cause

READY = b""
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an item has no value: the reason, a hint, and what ended it."""

    reason: str
    hint: str
    cause: Cause


def serve(function: bytes, connection: "Connection[Any, Any]") -> None:
    """Say that this process is ready, then answer every item with its value or a `Refusal`.

    Where the function cannot be loaded, the reason is said instead.

    Args:
        function: what to apply, pickled; its modules are imported once the threads are set.
        connection: items come in and answers go out, until the other end is closed. What every
            item would meet, such as an `EnvironmentProblem`, is answered as it is.
    """
    _settle_in()
    try:
        apply: Callable[[Any], object] = pickle.loads(function)  # noqa: S301 - from our own parent
    except Exception as error:  # noqa: BLE001 - modules are imported, and anything can be wrong
        connection.send_bytes(f"{type(error).__name__}: {error}".encode())
        return
    connection.send_bytes(READY)
    while True:
        try:
            data = connection.recv_bytes()
        except (EOFError, OSError):
            return
        connection.send_bytes(_answer(apply, data))


def _answer(apply: Callable[[Any], object], data: bytes) -> bytes:
    try:
        return bytes(ForkingPickler.dumps(apply(pickle.loads(data))))  # noqa: S301
    except Unusable as error:
        cause = Cause.PASSING if isinstance(error, Passing) else Cause.ITEM
        return pickle.dumps(Refusal(error.message, error.hint, cause))
    except QaToolkitError as problem:
        return pickle.dumps(problem)
    except MemoryError:
        return pickle.dumps(Refusal("needed more memory than there is", "", Cause.MEMORY))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is this item's
        reason = f"unexpected {type(error).__name__}: {error}"
        return pickle.dumps(Refusal(reason, "", Cause.UNEXPECTED))


def _settle_in() -> None:
    """One thread for numerics, Ctrl-C left to the parent, and no life after the parent's death."""
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    if "fork" in get_all_start_methods():
        # A worker starts no processes. Locks that libraries make for such would be called leaked
        # on standard error when it is killed; those for forks have no name that could leak.
        set_start_method("fork", force=True)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    # a busy worker does not read its pipe, so it would not learn that nobody waits for its answer
    wait_for([sentinel])
    os._exit(1)
