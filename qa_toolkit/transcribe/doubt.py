"""Why a transcript cannot be trusted: measured, and said in words for people."""

from collections.abc import Iterable, Sequence
from math import fsum

from qa_toolkit.transcribe.segment import Gap, Segment

LOWEST_LOG_PROBABILITY = -0.6
"""English calls lie between -0.22 and -0.38, Spanish under an English model at -1.36."""

LONGEST_GAP_S = 5.0
"""Longer than this, what was said in a gap may decide a rating."""
ONE_GAP_S = 1.0
"""Gaps at most this far apart are one: stretches are heard again, and lost, in parts."""
SHOWN_GAPS = 5

NO_SPEECH = "no speech found"

MADE_UP = -0.8
"""Words over music are made up if they are less likely than this: of all that Whisper wrote over
tones and hold music, the likeliest were at -0.7; announcements over music are as likely as speech."""


def mean_log_probability(segments: Iterable[Segment]) -> float | None:
    """Mean log-probability per word piece over all segments; None without any."""
    known = [(segment.log_probability, segment.pieces) for segment in segments]
    pieces = sum(count for _, count in known)
    return fsum(value * count for value, count in known) / pieces if pieces else None


def without_made_up(
    segments: Iterable[Segment], music: Sequence[tuple[float, float]]
) -> list[Segment]:
    """Leave out unlikely words that lie wholly in music; `music` are spans in seconds."""
    return [
        segment
        for segment in segments
        if segment.log_probability > MADE_UP
        or not any(start <= segment.start_s and segment.end_s <= end for start, end in music)
    ]


def is_doubtful(log_probability: float | None) -> bool:
    """Whether the words are likely to be wrong: another language, or bad sound."""
    return log_probability is not None and log_probability < LOWEST_LOG_PROBABILITY


def missing(gaps: Iterable[Gap]) -> str:
    """Where words are missing, told in words for people; empty when no gap is long."""
    long = [(start, end) for start, end in _joined(gaps) if end - start > LONGEST_GAP_S]
    if not long:
        return ""
    places = ", ".join(f"{_minutes(start)}–{_minutes(end)}" for start, end in long[:SHOWN_GAPS])
    more = f" and {len(long) - SHOWN_GAPS} more places" if len(long) > SHOWN_GAPS else ""
    return f"words missing at {places}{more}: the recogniser got stuck"


def _joined(gaps: Iterable[Gap]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for gap in sorted(gaps, key=lambda gap: (gap.start_s, gap.end_s)):
        if joined and gap.start_s - joined[-1][1] <= ONE_GAP_S:
            joined[-1] = (joined[-1][0], max(joined[-1][1], gap.end_s))
        else:
            joined.append((gap.start_s, gap.end_s))
    return joined


def reasons(
    roles: str, log_probability: float | None, gaps: Sequence[Gap] = (), language: str = ""
) -> str:
    """All doubts as one line: about the words first, then about who speaks."""
    lost = missing(gaps)
    if log_probability is None:
        return lost or NO_SPEECH
    words = (
        f"language or audio doubtful (mean log-probability {log_probability:.2f}, "
        f"under {LOWEST_LOG_PROBABILITY:.2f})"
        if is_doubtful(log_probability)
        else ""
    )
    return "; ".join(filter(None, (words or language, lost, roles)))


def _minutes(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
