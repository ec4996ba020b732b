"""Why a transcript cannot be trusted: measured, and said in words for people."""

from collections.abc import Iterable, Sequence
from math import fsum

from qa_toolkit.domain.doubt import doubt_about_words
from qa_toolkit.domain.wording import minutes
from qa_toolkit.transcribe.segment import Gap, Segment

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


def missing(gaps: Iterable[Gap]) -> str:
    """Where words are missing, told in words for people; empty when no gap is long."""
    long = [(start, end) for start, end in _joined(gaps) if end - start > LONGEST_GAP_S]
    return _told("words missing", map(_span, long), ": the recogniser got stuck")


def left_out(gaps: Iterable[Gap]) -> str:
    """Where a few words are missing: a remark, no reason to doubt; empty when no gap is short."""
    short = [start for start, end in _joined(gaps) if end - start <= LONGEST_GAP_S]
    return _told("words missing", map(minutes, short), ": the recogniser got stuck")


def not_understood(unclear: Iterable[Gap]) -> str:
    """Where something sounds like speech that could not be made out: a remark; empty for nothing."""
    return _told("what may be speech was not understood", map(_span, _joined(unclear)))


def _told(what: str, found: Iterable[str], why: str = "") -> str:
    places = list(found)
    if not places:
        return ""
    more = f" and {len(places) - SHOWN_GAPS} more places" if len(places) > SHOWN_GAPS else ""
    return f"{what} at {', '.join(places[:SHOWN_GAPS])}{more}{why}"


def _span(span: tuple[float, float]) -> str:
    return f"{minutes(span[0])}–{minutes(span[1])}"


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
    words = doubt_about_words(log_probability)
    return "; ".join(filter(None, (words or language, lost, roles)))
