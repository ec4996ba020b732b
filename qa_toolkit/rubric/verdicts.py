"""Whether a case holds: what it expects against what the rubric gave, one sentence a difference."""

from collections.abc import Iterator
from decimal import Decimal

from qa_toolkit.domain.rounding import one_place
from qa_toolkit.domain.score import CriterionScore
from qa_toolkit.domain.scorecard import Scorecard
from qa_toolkit.rubric.cases import Case, Expected


def criterion_failures(expected: Expected, got: CriterionScore) -> Iterator[str]:
    """The ways in which one criterion did not give what it should."""
    wanted = expected.wanted_status
    if wanted is not None and got.status is not wanted:
        yield f"expected {wanted}, got {got.status} ({got.reason})"
    elif expected.rating is not None and got.points != expected.rating:
        yield f"expected rating {expected.rating}, got {got.points} ({got.reason})"
    quotes = [item.quote or item.note for item in got.evidence if item.effect]
    shown = ", ".join(f"“{quote}”" for quote in quotes) or "none"
    if expected.evidence == () and quotes:
        yield f"expected no evidence, got {shown}"
    for words in expected.evidence or ():
        if not any(words.lower() in quote.lower() for quote in quotes):
            yield f"“{words}” is not among the evidence: {shown}"
    for words in expected.not_evidence:
        if any(words.lower() in quote.lower() for quote in quotes):
            yield f"“{words}” must not be evidence: {shown}"


def whole_failures(case: Case, got: Scorecard) -> Iterator[str]:
    """The ways in which a whole interaction did not come out as it should."""
    if case.outcome is not None and got.outcome is not case.outcome:
        yield f"expected the outcome {case.outcome}, got {got.outcome} ({got.reason})"
    if case.percent is not None and not _same(case.percent, got.percent):
        yield f"expected {case.percent} percent, got {_shown(got.percent)}"
    percents = {part.section: part.percent for part in got.sections}
    percents |= {part.section: part.percent for top in got.sections for part in top.parts}
    for section, percent in case.sections.items():
        if not _same(percent, percents.get(section)):
            yield f"expected {_shown(percent)} in {section}, got {_shown(percents.get(section))}"
    if case.critical is not None and set(case.critical) != set(got.critical_failed):
        failed = ", ".join(got.critical_failed) or "none"
        wanted = ", ".join(case.critical) or "none"
        yield f"expected the critical failures {wanted}, got {failed}"
    if case.band is not None and case.band != got.band:
        yield f"expected the band {case.band}, got {got.band or 'none'}"


def found_in(score: CriterionScore) -> Iterator[str]:
    """What was found for a criterion, one line each: where, which words, by what."""
    for item in score.evidence:
        words = f"“{item.quote}”" if item.quote else ""
        effect = f"{item.effect:+}" if item.effect else "no points"
        parts = (f"turn {item.turn + 1}", words, f"{item.indicator} ({effect})", item.note)
        yield " ".join(filter(None, parts))


def _same(wanted: Decimal | None, got: Decimal | None) -> bool:
    """Equal as people read percents: one decimal place, half up."""
    if wanted is None or got is None:
        return wanted is got
    return one_place(wanted) == one_place(got)


def _shown(percent: Decimal | None) -> str:
    return "not scored" if percent is None else f"{one_place(percent)} percent"
