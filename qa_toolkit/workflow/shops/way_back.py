"""The changes of a guided form as lines of a file, so that undo outlives a session.

Each line says what one input did: the item it leads to, a fingerprint of the log it leaves, and
the log before where it changed something, or how many changes were taken back. A file that lags
behind the draft, runs ahead of it or ends in the middle of a line is used as far as it fits.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.shops.interview.state import Interview, Past
from qa_toolkit.store.shop_records import dump_log, load_log

FOLDER = "drafts"
_DIGEST_BYTES = 8


@dataclass(frozen=True, slots=True)
class Left:
    """Where a form was left; empty where nobody knows."""

    at: str = ""
    past: tuple[Past, ...] = ()


def read(path: Path, log: ShopLog) -> Left:
    """Where the form of this log was left; lines that do not lead to it are removed."""
    found, end = Left(), 0
    with suppress(OSError):
        for left, fingerprint, behind in _replayed(path):
            if fingerprint == _fingerprint(log):
                found, end = left, behind
        if path.stat().st_size > end:
            os.truncate(path, end)
    return found


def write(path: Path, before: Interview, after: Interview) -> None:
    """Add what an input did.

    That it cannot be written takes only the way back, and is no reason to stop: the draft is what
    counts.
    """
    if after == before:
        return
    line: dict[str, object] = {"at": after.at, "log": _fingerprint(after.log)}
    taken_back = len(before.past) - len(after.past)
    if taken_back > 0:
        line["undo"] = taken_back
    elif taken_back < 0:
        last = after.past[-1]
        line["past"] = {"at": last.at, "log": dump_log(last.log)}
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        with path.open("ab") as file:
            file.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())


def _replayed(path: Path) -> Iterator[tuple[Left, str, int]]:
    """Where the form stood after each line, the fingerprint of its log, and where the line ends."""
    past: tuple[Past, ...] = ()
    end = 0
    for line in path.read_bytes().splitlines(keepends=True):
        step = _step(line)
        if step is None:
            return
        at, fingerprint, undo, made = step
        past = past[: max(len(past) - undo, 0)] + made
        end += len(line)
        yield Left(at, past), fingerprint, end


def _step(line: bytes) -> tuple[str, str, int, tuple[Past, ...]] | None:
    """What a line says; None for one that is broken."""
    try:
        step: Any = json.loads(line)
        made = step.get("past")
        past = (Past(str(made["at"]), load_log(made["log"])),) if made else ()
        return str(step["at"]), str(step["log"]), int(step.get("undo", 0)), past
    except (ValueError, KeyError, TypeError, AttributeError, ValidationError):
        return None


def _fingerprint(log: ShopLog) -> str:
    """The same for the same log, in whatever zone its moments are written."""
    written = dump_log(log)
    written["marks"] = [[one.mark, one.at.astimezone(UTC).isoformat()] for one in log.marks]
    text = json.dumps(written, sort_keys=True)
    return blake2b(text.encode(), digest_size=_DIGEST_BYTES).hexdigest()
