"""What makes a total of ratings, as rules that people read beside the figures."""

from collections.abc import Iterator
from decimal import Decimal

from qa_toolkit.domain.rubric import (
    Criterion,
    Critical,
    CriticalPolicies,
    CriticalRule,
    Rubric,
)
from qa_toolkit.domain.wording import counted, listed, plain_number
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.wording import clean

_NOT_APPLICABLE = {
    "drop": "A criterion that could not be shown leaves the total.",
    "full": "A criterion that could not be shown counts as fully shown.",
}
_CRITICAL = {
    "zero": "The total becomes 0 and the outcome Fail; the computed total stays visible.",
    "fail": "The outcome is Fail; the total stays as computed.",
    "section": "Its section becomes 0 and the outcome Fail.",
}
_TOTAL = {
    "sections": "Mean of the section percents by section weight.",
    "criteria": "Mean of all criteria by their own weight.",
}
_PARTS = {
    "sections": "It weighs in its section as one criterion would, by the percent of its own "
    "criteria; where none of them was rated it leaves the section.",
    "criteria": "It weighs in the percent of its section; the total counts its criteria one by one.",
}
_BONUS = {
    "capped": "Adds to what is earned, not to what could be earned. No percent goes beyond 100.",
    "open": "Adds to what is earned, not to what could be earned. Percents may go beyond 100.",
}
_ROUNDING = (
    "Computed exactly, shown with one decimal place, half up. The pass mark is compared "
    "before rounding: 79.95 is shown as 80.0 and does not reach 80."
)


def rules(rubric: Rubric) -> tuple[tuple[str, str], ...]:
    """Pairs of name and rule; what a rubric has no use for is left out."""
    return tuple(_rules(rubric))


def _rules(rubric: Rubric) -> Iterator[tuple[str, str]]:
    policy = rubric.policy
    yield "Pass mark", plain_number(rubric.pass_mark)
    if rubric.bands:
        yield "Bands", _names_of_totals(rubric)
    yield "Total", _TOTAL[policy.total]
    if any(section.sections for section in rubric.sections):
        yield "Subsection", _PARTS[policy.total]
    if any(item.bonus for item in rubric.criteria()):
        yield "Bonus", _BONUS[policy.bonus]
    yield "Not applicable", _NOT_APPLICABLE[policy.not_applicable]
    yield "Needs review", "The machine abstains; it leaves the total until a person rates it."
    yield from _critical(rubric)
    yield "Rounding", _ROUNDING
    if rubric.appeal_days is not None:
        days = counted(rubric.appeal_days, "day")
        yield "Appeal", f"An agent may ask for a review within {days}."
    yield "Made for", _made_for(rubric)


def _critical(rubric: Rubric) -> Iterator[tuple[str, str]]:
    """One rule, or one for each class of critical criteria that go by the rubric's policy."""
    policy = rubric.policy.critical
    if not isinstance(policy, CriticalPolicies):
        yield "Critical failure", _CRITICAL[policy]
        return
    known = {item.critical_class for item in rubric.criteria() if item.fails_at and not _own(item)}
    for kind in ("customer", "business", "compliance"):
        if kind in known:
            yield f"Critical: {kind}", _CRITICAL[getattr(policy, kind)]
    if None in known:
        yield "Critical failure", _CRITICAL["zero"]


def critical(criterion: Criterion) -> str:
    """`Critical: business`, and what its failure does where the criterion itself says so."""
    if not criterion.fails_at:
        return ""
    own = _own(criterion)
    words = wording.critical(criterion.critical_class)
    return f"{words}. {_CRITICAL[own]}" if own else words


def _own(criterion: Criterion) -> CriticalRule | None:
    """The policy that a criterion has instead of the rubric's."""
    return criterion.critical.rule if isinstance(criterion.critical, Critical) else None


def bands(rubric: Rubric) -> tuple[tuple[str, Decimal], ...]:
    """Names for totals with the percent each starts at, the lowest first."""
    starts = sorted((least, name) for name, least in rubric.bands.items())
    return tuple((clean(name), least) for least, name in starts)


def _names_of_totals(rubric: Rubric) -> str:
    known = (f"{name} from {plain_number(least)}" for name, least in bands(rubric))
    return listed(tuple(known))


def _made_for(rubric: Rubric) -> str:
    channels = tuple(known.shown for known in rubric.applies_to.channels)
    tongues = tuple(f"'{known}'" for known in rubric.languages)
    word = "language" if len(tongues) == 1 else "languages"
    return f"{listed(channels)}; {word} {listed(tongues)}"
