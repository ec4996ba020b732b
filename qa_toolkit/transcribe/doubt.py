"""Why a transcript cannot be trusted: measured, and said in words for people."""

from collections.abc import Iterable
from math import fsum

from qa_toolkit.transcribe.segment import Segment

LOWEST_LOG_PROBABILITY = -0.6
"""English calls lie between -0.22 and -0.38, Spanish under an English model at -1.36."""

NO_SPEECH = "no speech found"


def mean_log_probability(segments: Iterable[Segment]) -> float | None:
    """Mean log-probability per word piece over all segments; None without any."""
    known = [(segment.log_probability, segment.pieces) for segment in segments]
    pieces = sum(count for _, count in known)
    return fsum(value * count for value, count in known) / pieces if pieces else None


def is_doubtful(log_probability: float | None) -> bool:
    """Whether the words are likely to be wrong: another language, or bad sound."""
    return log_probability is not None and log_probability < LOWEST_LOG_PROBABILITY


def reasons(roles: str, log_probability: float | None) -> str:
    """All doubts as one line: about the words first, then about who speaks."""
    if log_probability is None:
        return NO_SPEECH
    words = (
        f"language or audio doubtful (mean log-probability {log_probability:.2f}, "
        f"under {LOWEST_LOG_PROBABILITY:.2f})"
        if is_doubtful(log_probability)
        else ""
    )
    return "; ".join(filter(None, (words, roles)))
