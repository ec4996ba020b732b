"""What one item may cost, and what this machine has."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

Item = TypeVar("Item")
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits(Generic[Item]):
    """What one item may cost before its worker process is ended, and how long a worker is kept.

    Attributes:
        time_s: seconds an item may take, by the clock on the wall; None for no limit.
        memory_mb: resident memory of a worker process, in 10^6 bytes; 0 for no limit. Watched
            where the system tells it in `/proc` (Linux).
        items: a worker is replaced after so many items, so that what libraries leak is given
            back; 0 for never.
    """

    time_s: Callable[[Item], float] | None = None
    memory_mb: int = 0
    items: int = 0


def resident_mb(pid: int) -> float:
    """The memory of a process that lies in RAM, in 10^6 bytes; 0 where nobody can tell.

    Address space would be no measure: a worker maps libraries, models and stacks that it never
    touches, about two and a half times what it holds.
    """
    try:
        return int(Path(f"/proc/{pid}/statm").read_bytes().split()[1]) * _PAGE / 1e6
    except (OSError, IndexError):
        return 0.0


def core_count() -> int:
    """The cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
