"""A scorecard in words, as a fair colleague would note it: what speaks for it, what against, what is unsure."""

from collections.abc import Iterator

from qa_toolkit.domain.explanation import Addend, Explanation, Sum
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.domain.scorecard import Scorecard, SectionScore
from qa_toolkit.domain.wording import counted
from qa_toolkit.scorecards.wording import DASH, number, remarks

_SHOWN = 4
_FAR = 0.6
_SMALL = 0.05
"""Amounts under this change a probability by hardly one in a hundred; they are summed up."""
_STRENGTHS = (
    (0.2, "hardly shown"),
    (0.4, "weak"),
    (0.6, "neither weak nor strong"),
    (0.8, "good"),
    (1.01, "strong"),
)
_SURE = (
    (0.6, "close to a coin toss: listen yourself"),
    (0.75, "not very sure"),
    (0.9, "fairly sure"),
    (1.01, "sure"),
)


def notes(scorecard: Scorecard, explanation: Explanation, rubric: Rubric) -> Iterator[str]:
    """The lines of the notes.

    Args:
        scorecard: what was rated.
        explanation: the sums behind it.
        rubric: its questions.
    """
    total = number(scorecard.percent)
    yield f"{scorecard.interaction_id}: {scorecard.outcome.value.replace('_', ' ')}, {total}"
    yield f"  {scorecard.reason}"
    for remark in remarks(scorecard):
        yield f"  ({remark})"
    abstained = all(score.reason == scorecard.reason for score in scorecard.criteria)
    sums = {known.section: known for known in explanation.sums}
    for section in scorecard.sections:
        yield ""
        yield f"{section.title}, {number(section.percent)}"
        for score in scorecard.criteria:
            if score.section == section.section and not abstained:
                yield from _rating(score, rubric)
        if section.section in sums:
            found = sums[section.section]
            yield from _sum(found, f"{_word(found.probability, _STRENGTHS)}")
            if _disagree(section, found):
                yield "    This and the ratings disagree: listen yourself."
    yield from _customer(explanation, sums.get(""))
    if explanation.events:
        yield ""
        yield "Worth a look"
        for event in explanation.events:
            yield f"  turn {event.turn + 1}: {event.note}: {_quoted(event.text)}"


def _disagree(section: SectionScore, found: Sum) -> bool:
    """Whether ratings and strength lie on two sides, and both clearly."""
    if section.percent is None:
        return False
    return abs(float(section.percent) / 100 - found.probability) > _FAR


def _rating(score: CriterionScore, rubric: Rubric) -> Iterator[str]:
    question = rubric.places[score.criterion].criterion.question
    marks = {
        RatingStatus.RATED: f"{score.points} of {score.highest}",
        RatingStatus.NOT_APPLICABLE: DASH,
        RatingStatus.NEEDS_REVIEW: "?",
    }
    yield f"  {marks[score.status]:>6}  {question}"
    words = [
        f"{_quoted(item.quote)} (turn {item.turn + 1})"
        for item in score.evidence
        if item.effect and item.quote
    ]
    shown = ", ".join(dict.fromkeys(words[:2]))
    yield f"          {score.reason}{f': {shown}' if shown else ''}"


def _sum(found: Sum, verdict: str) -> Iterator[str]:
    """The whole sum, with what it amounts to; it counts in no total."""
    sure = _word(found.confidence, _SURE)
    yield f"  {found.model}, beside the score: {verdict}, {found.probability:.2f} ({sure})"
    weighty = _weighty(found)
    for addend in weighty:
        yield f"    {addend.amount:+.2f}  {_because(addend)}"
    rest = [item.amount for item in found.addends if item not in weighty]
    if rest:
        yield f"    {sum(rest):+.2f}  {counted(len(rest), 'smaller thing')}"
    odds = found.base + sum(item.amount for item in found.addends)
    yield f"    {found.base:+.2f}  to start with; the sum {odds:+.2f} is {found.probability:.2f}"


def _weighty(found: Sum) -> tuple[Addend, ...]:
    return tuple(item for item in found.addends[:_SHOWN] if abs(item.amount) >= _SMALL)


def _because(addend: Addend) -> str:
    meaning = addend.meaning.rstrip(".")
    texts = dict.fromkeys(quote.text for quote in addend.quotes)
    if not texts:
        return meaning
    shown = ", ".join(_quoted(text) for text in list(texts)[:3])
    return f"{meaning}: {shown}"


def _customer(explanation: Explanation, found: Sum | None) -> Iterator[str]:
    lines: list[str] = []
    if found is not None:
        lines += _sum(found, _mood(found.probability))
    if explanation.course is not None:
        first, last = explanation.course
        change = (
            "brighter" if last > first + 0.1 else "darker" if last < first - 0.1 else "the same"
        )
        lines.append(f"  From first to last their mood is {change} ({first:+.2f} to {last:+.2f}).")
    if explanation.agent_mood is not None:
        mood = f"{explanation.agent_mood:+.2f}"
        lines.append(f"  The agent's own mood, empathy and apologies left out: {mood}.")
    if lines:
        yield ""
        yield "The customer"
        yield from lines


def _mood(probability: float) -> str:
    words = ((0.2, "unhappy"), (0.4, "rather unhappy"), (0.6, "neither happy nor unhappy"))
    return _word(probability, (*words, (0.8, "rather content"), (1.01, "content")))


def _word(value: float, words: tuple[tuple[float, str], ...]) -> str:
    return next(word for below, word in words if value < below)


def _quoted(text: str) -> str:
    return f"“{' '.join(text.split())}”"
