"""Baselines: the problems a team knows of and has put off, so that only new ones count."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import UsageError
from qa_toolkit.findings.files import write_text
from qa_toolkit.findings.paths import relative
from qa_toolkit.findings.texts import whole

FORMAT = 1
"""Version of the file's shape."""

Baseline = Mapping[str, int]
"""Fingerprint → how often it is known."""


def fingerprint(problem: Problem) -> str:
    """What makes a problem the same one tomorrow: its file, code and message, not its line."""
    return _fingerprint(relative(problem.source), problem.code, problem.message)


def numbered(problems: Iterable[Problem]) -> Iterator[tuple[Problem, str]]:
    """Each problem with its fingerprint and, as equal ones occur, which of them it is: `…:2`."""
    seen: Counter[str] = Counter()
    for problem in problems:
        mark = fingerprint(problem)
        seen[mark] += 1
        yield problem, f"{mark}:{seen[mark]}"


def without_known(problems: Iterable[Problem], baseline: Baseline) -> tuple[Problem, ...]:
    """The problems a baseline does not know: of three equal ones of which it knows two, the last."""
    left = Counter(baseline)
    new = []
    for problem in problems:
        mark = fingerprint(problem)
        if left[mark] > 0:
            left[mark] -= 1
        else:
            new.append(problem)
    return tuple(new)


def write_baseline(path: Path, problems: Sequence[Problem]) -> None:
    """Keep these problems as known ones.

    The file names them in words rather than by fingerprint, so that a review of it can be read.

    Raises:
        StorageError: the file cannot be written.
    """
    counts = Counter(
        (relative(problem.source), problem.code, whole(problem.message)) for problem in problems
    )
    known = [
        {"file": file, "code": code, "message": message, "count": count}
        for (file, code, message), count in sorted(counts.items())
    ]
    document = {"format": FORMAT, "problems": known}
    write_text(path, json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def read_baseline(path: Path) -> Baseline:
    """The problems that a baseline knows.

    Raises:
        UsageError: the file cannot be read, or is no baseline of this format.
    """
    try:
        document = json.loads(path.read_bytes())
    except OSError as error:
        raise _unusable(path, f"{error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise _unusable(path, "it is not JSON") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise _unusable(path, f"it is no baseline of format {FORMAT}")
    entries = document.get("problems")
    if not isinstance(entries, list):
        raise _unusable(path, "its 'problems' are no list")
    known: Counter[str] = Counter()
    for number, entry in enumerate(entries):
        match entry:
            case {
                "file": str(file),
                "code": str(code),
                "message": str(message),
                "count": int(n),
            } if n > 0:
                known[_fingerprint(file, code, message)] += n
            case _:
                raise _unusable(path, f"problems[{number}] lacks a file, code, message or count")
    return known


def _fingerprint(file: str, code: str, message: str) -> str:
    told = whole("\0".join((file, code, message)))
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _unusable(path: Path, reason: str) -> UsageError:
    return UsageError(
        f"the baseline {path} cannot be used: {reason}",
        hint=f"write it anew: qa rubric check PATH... --write-baseline {path}",
    )
