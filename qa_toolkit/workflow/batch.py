"""How a night's recordings are gone through: the longest first, each within its limits."""

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from qa_toolkit.execution import Cause, Failed, Limits
from qa_toolkit.settings import Settings
from qa_toolkit.workflow.speech import Job

Item = TypeVar("Item")
START_S = 300.0
"""Seconds that every recording may take, however short: a model must be loaded before the first."""
ITEMS_EACH = 500
"""Recordings after which a worker is replaced; starting one costs a second."""
_BYTES_A_SECOND = {
    suffix: rate
    for rate, suffixes in {
        100_000: ".mp4 .m4v .mov .mkv .avi .wmv .asf",  # with pictures
        16_000: ".wav .wave .w64 .aif .aiff .aifc .caf .pcm .raw .sln",
        12_000: ".flac",
        8_000: ".au .snd .ulaw .ul .mulaw .alaw .al .g722",
        1_650: ".gsm .amr .3gp",
    }.items()
    for suffix in suffixes.split()
}
"""Of telephone speech as it is mostly kept; a WAV file says it itself."""
_COMPRESSED = 4_000
_HINTS = {
    Cause.TIME: "raise run.time_limit if it was not stuck; it is tried again by the next run",
    Cause.MEMORY: "raise run.memory_limit_mb; it is tried again by the next run",
    Cause.CRASH: "it is tried again by the next run; the machine may be short of memory",
}


def expected_s(path: Path) -> float:
    """About how many seconds a recording lasts, from its size and header; 0 when it is gone.

    Nothing is decoded: what a damaged file does to a decoder is a worker's business.
    """
    try:
        size = path.stat().st_size
        rate = _rate_of_wav(path)
    except OSError:
        return 0.0
    return size / (rate or _BYTES_A_SECOND.get(path.suffix.lower(), _COMPRESSED))


def longest_first(jobs: Iterable[Job]) -> dict[Job, float]:
    """Jobs with the seconds they are expected to last, so that no long one is left for the end."""
    lengths = {job: expected_s(Path(job.path)) for job in jobs}
    return dict(sorted(lengths.items(), key=lambda item: (-item[1], item[0].interaction_id)))


def within(jobs: Iterable[Job], budget_s: float | None) -> Iterator[Job]:
    """Jobs as they are asked for, until the budget is used."""
    end = None if budget_s is None else time.monotonic() + budget_s
    for job in jobs:
        if end is not None and time.monotonic() >= end:
            return
        yield job


def limits(settings: Settings, length_of: Callable[[Item], float]) -> Limits[Item]:
    """What each recording may cost under the settings.

    Args:
        settings: of the project.
        length_of: the seconds a recording is expected to last.
    """
    factor = settings.run.time_limit
    return Limits(
        time_s=(lambda item: round(START_S + factor * length_of(item))) if factor else None,
        memory_mb=settings.run.memory_limit_mb,
        items=ITEMS_EACH,
    )


def hint_of(failed: Failed[Item]) -> str:
    """What to do about it."""
    return failed.hint or _HINTS.get(failed.cause, "")


def _rate_of_wav(path: Path) -> int:
    """Bytes a second as the header says (RIFF, chunk `fmt `, bytes 8 to 11); 0 where it does not."""
    if not path.is_file():  # a pipe without a writer would be waited for
        return 0
    with path.open("rb") as file:
        head = file.read(4096)
    place = head.find(b"fmt ", 12)
    if head[:4] not in (b"RIFF", b"RF64") or place < 0:
        return 0
    rate = int.from_bytes(head[place + 16 : place + 20], "little")
    return rate if 500 <= rate <= 10_000_000 else 0
