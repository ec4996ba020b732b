"""How changes and their impact are put into words, the same in every output."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from qa_toolkit.domain.paired import ENOUGH, Moved
from qa_toolkit.domain.rounding import one_place
from qa_toolkit.domain.scorecard import Outcome
from qa_toolkit.domain.wording import counted, cut
from qa_toolkit.rubric.diff.change import Change
from qa_toolkit.rubric.diff.difference import RubricDiff
from qa_toolkit.rubric.diff.impact import Flip, Impact
from qa_toolkit.rubric.diff.values import shown

OUTCOMES = {Outcome.PASS: "pass", Outcome.FAIL: "fail", Outcome.NOT_SCORED: "not scored"}
_LEAST_SHOWN = 0.001


def verdict(diff: RubricDiff) -> str:
    """What the changes ask of the version, in a few words: `Scoring change`."""
    if diff.old_version is None:
        return "New rubric"
    return f"{diff.effect.capitalize()} change" if diff.effect else "No change of meaning"


def version(diff: RubricDiff) -> str:
    """What the version must be, and whether it is."""
    if diff.old_version is None or (diff.effect is None and diff.finding is None):
        return f"version {diff.new_version}"
    if diff.finding is None:
        return f"needs {diff.needed}, is {diff.new_version}"
    still = "still " if diff.new_version == diff.old_version else ""
    return f"needs {diff.needed}, but is {still}{diff.new_version}"


def headline(impact: Impact) -> str:
    """`12 of 1,025 interactions change outcome`."""
    flips = f"{len(impact.flips):,} of {counted(impact.scored, 'interaction')}"
    return f"{flips} {'changes' if len(impact.flips) == 1 else 'change'} outcome"


def told(change: Change) -> str:
    """What happened to it, after its name."""
    match change.kind:
        case "added":
            return f"added: {shown(change.after)}"
        case "removed":
            return f"removed: {shown(change.before)}"
        case "renamed":
            note = f" ({change.note})" if change.note else ""
            return f"renamed: {change.before} → {change.after}{note}"
        case "moved":
            return f"moved: {change.before} → {change.after}"
        case "reordered":
            return f"in another order: {shown(change.after)}"
        case "changed":
            return _entries(change) or f"{shown(change.before)} → {shown(change.after)}"


def flip_outcome(flip: Flip) -> str:
    """`pass → fail`."""
    return f"{OUTCOMES[flip.before]} → {OUTCOMES[flip.after]}"


def flip_totals(flip: Flip) -> str:
    """`61.7 → 58.3`."""
    return f"{percent(flip.old_percent)} → {percent(flip.new_percent)}"


def flip_why(flip: Flip) -> str:
    """The ratings that differ, and the reason for the new outcome."""
    ratings = (f"{item.criterion} {item.before} → {item.after}" for item in flip.ratings)
    return "; ".join((*ratings, flip.reason))


def counts(ratings: Mapping[str, int]) -> str:
    """`0: 542, 1: 285, n/a: 3`."""
    return ", ".join(f"{known}: {count:,}" for known, count in ratings.items()) or "–"


def certainty(moved: Moved) -> str:
    """How much a difference of means says."""
    if not moved.change:
        return "no change"
    if moved.count < ENOUGH:
        return f"too few to tell: {moved.count}, of {ENOUGH} at least"
    if moved.low is None:
        return "all by the same"
    return "beyond chance" if moved.beyond_chance else "within chance"


def interval(moved: Moved) -> str:
    """`-0.4 to 0.1`, or a dash where there is none."""
    if moved.low is None or moved.high is None:
        return "–"
    return f"{signed(moved.low)} to {signed(moved.high)}"


def percent(value: Decimal | float | None) -> str:
    """One place, half up, as everywhere; a dash where there is no number."""
    return "–" if value is None else str(_rounded(value))


def signed(value: float | None) -> str:
    """The same with its sign; a little that is not nothing with its first digit, `-0.04`."""
    if value is None:
        return "–"
    rounded = _rounded(value)
    if not rounded and abs(value) >= _LEAST_SHOWN:
        return f"{value:+.1g}"
    return f"{rounded:+}" if rounded else "0.0"


def excerpt(text: str, others: Sequence[str], most: int) -> str:
    """At most this many characters of it, from about where it differs from one much like it."""
    if len(text) <= most:
        return text
    same = max((_same_start(text, other) for other in others), default=0)
    start = max(0, same - most // 2)
    lead = "…" if start else ""
    return lead + cut(text[start:], most - len(lead))


def _same_start(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _entries(change: Change) -> str:
    parts = []
    if change.added:
        parts.append(f"{len(change.added)} added")
    if change.removed:
        parts.append(f"{len(change.removed)} removed")
    return ", ".join(parts)


def _rounded(value: Decimal | float) -> Decimal:
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    return one_place(exact)
