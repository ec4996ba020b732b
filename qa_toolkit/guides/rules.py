"""How ratings become a total and a verdict, told to the person who gets them."""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import CriticalPolicies, Rubric
from qa_toolkit.domain.wording import counted, listed, plain_number
from qa_toolkit.guides.view import Rule

_TOTAL = {
    "sections": "A level counts by its place on its scale: the top is 100 %, the bottom 0 %. The "
    "questions of a section make its percent, and the sections make the total, each by its weight.",
    "criteria": "A level counts by its place on its scale: the top is 100 %, the bottom 0 %. All "
    "questions together make the total, each by its weight.",
}
_NOT_APPLICABLE = {
    "drop": "What there was no occasion to show leaves the total: it costs you nothing.",
    "full": "What there was no occasion to show counts as fully shown.",
}
_CRITICAL = {
    "zero": "the total becomes 0 and the contact does not pass; the total without it stays visible",
    "fail": "the contact does not pass, whatever the total",
    "section": "its section counts as 0 and the contact does not pass",
}
_BONUS = {
    "capped": "It adds to what you earn and is never missed; a total ends at 100.",
    "open": "It adds to what you earn and is never missed; a total may be over 100.",
}
_REVIEW = "A person looks at it again; the first rating is kept beside the new one."
_HARM = (("customer", "customers"), ("business", "the business"), ("compliance", "law or security"))

FULL = 100
_READING = (
    "A turn is what one person says or writes before the other does.",
    "Dots, as in “sorry … wait”, stand for a few words of any kind, and “apolog…” for every word "
    "that begins so.",
    "What is denied rarely counts: “I can't promise” is no promise.",
    "Words between quotation marks are examples. The machine knows more of them, and people judge "
    "what was meant.",
)


def reading(rubric: Rubric) -> tuple[str, ...]:
    """What helps to read what the machine looks for; nothing where it looks for nothing."""
    return _READING if any(known.by_machine for known in rubric.criteria()) else ()


def rules(rubric: Rubric) -> tuple[Rule, ...]:
    """What there is to know, in the order in which a total is made."""
    return tuple(Rule(title=title, text=text) for title, text in _rules(rubric))


def _rules(rubric: Rubric) -> Iterator[tuple[str, str]]:
    criteria = tuple(rubric.criteria())
    yield "From levels to a total", _TOTAL[rubric.policy.total]
    yield "What passes", _passes(rubric)
    if rubric.bands:
        yield "Names for totals", _bands(rubric)
    if any(item.applies_when for item in criteria) or any(item.na_allowed for item in criteria):
        text = _NOT_APPLICABLE[rubric.policy.not_applicable]
        yield "Without an occasion", text
    if any(item.fails_at for item in criteria):
        yield "Where a failure decides", _critical(rubric)
    if any(item.bonus for item in criteria):
        yield "Bonus", _BONUS[rubric.policy.bonus]
    yield "Machine and people", _who_rates(rubric)
    if rubric.appeal_days:
        days = counted(rubric.appeal_days, "day")
        yield "If you see it differently", f"You may ask for a review within {days}. {_REVIEW}"


def _passes(rubric: Rubric) -> str:
    more = " or more" if rubric.pass_mark < FULL else ""
    text = f"A total of {plain_number(rubric.pass_mark)}{more}, compared before it is rounded"
    titles = {section.id: section.title for section in rubric.sections}
    least = [
        f"{plain_number(percent)} % in {titles[name]}"
        for name, percent in rubric.minimums.items()
        if name in titles
    ]
    if not least:
        return f"{text}."
    return f"{text}, and at least {listed(least)}: a strong section does not pay for a weak one."


def _bands(rubric: Rubric) -> str:
    starts = sorted((percent, name) for name, percent in rubric.bands.items())
    return "; ".join(f"from {plain_number(percent)} {name}" for percent, name in starts) + "."


def _critical(rubric: Rubric) -> str:
    policy = rubric.policy.critical
    if not isinstance(policy, CriticalPolicies):
        return f"When a critical question is failed, {_CRITICAL[policy]}."
    known = {item.critical_class for item in rubric.criteria() if item.fails_at}
    parts = [
        f"when it harms {whom}, {_CRITICAL[getattr(policy, kind)]}"
        for kind, whom in _HARM
        if kind in known
    ]
    if None in known:
        parts.append(f"when another critical question is failed, {_CRITICAL['zero']}")
    return " ".join(f"{part[0].upper()}{part[1:]}." for part in parts)


def _who_rates(rubric: Rubric) -> str:
    scored = [item for item in rubric.criteria() if item.scored]
    by_people = sum(not item.by_machine for item in scored)
    unsure = (
        "Where it cannot tell, because a recording is hard to hear or roles are in doubt, it says "
        "so and a person decides."
    )
    if not by_people:
        return f"The machine looks at every contact and shows the words it rests on. {unsure}"
    if by_people == len(scored):
        return "People rate every question; the machine rates none."
    return (
        f"The machine rates {len(scored) - by_people} of {len(scored)} questions and shows the "
        f"words it rests on; the others are left to people. {unsure}"
    )
