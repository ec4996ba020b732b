"""What calls for a talk: a total under the mark, a critical failure, two lows on one criterion."""

from collections.abc import Iterator, Sequence

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.wording import counted, plain_number, some_of
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.coaching.performance import Performance
from qa_toolkit.scorecards.wording import clean

LOWS = 2
"""Ratings at the bottom of one criterion's scale that call for a talk."""
MOST_NAMED = 3


def triggers(
    scored: Sequence[Scored], known: Sequence[Performance], rubric: Rubric
) -> tuple[str, ...]:
    """The reasons for a talk in words, the gravest first; none where nothing calls for one."""
    return (*_critical(scored, rubric), *_under(scored, rubric), *_lows(known))


def _critical(scored: Sequence[Scored], rubric: Rubric) -> Iterator[str]:
    by_criterion: dict[str, list[str]] = {}
    for item in scored:
        for name in item.scorecard.critical_failed:
            by_criterion.setdefault(name, []).append(clean(item.interaction.id))
    for name, ids in by_criterion.items():
        asked = clean(rubric.places[name].criterion.question) if name in rubric.places else name
        yield f"Critical failure in {some_of(ids, MOST_NAMED)}: {asked}"


def _under(scored: Sequence[Scored], rubric: Rubric) -> Iterator[str]:
    totals = [
        (item.scorecard.percent, clean(item.interaction.id))
        for item in scored
        if item.scorecard.percent is not None
    ]
    under = sorted(pair for pair in totals if pair[0] < rubric.pass_mark)
    if under:
        shown = [f"{name} ({wording.number(total)})" for total, name in under]
        mark, of = plain_number(rubric.pass_mark), counted(len(totals), "scorecard")
        yield f"{len(under)} of {of} under the pass mark of {mark}: {some_of(shown, MOST_NAMED)}"


def _lows(known: Sequence[Performance]) -> Iterator[str]:
    """One sentence for all criteria, the weightiest first."""
    found = sorted(
        ((performance, _count(performance)) for performance in known if performance.weight),
        key=lambda pair: -pair[0].weight,
    )
    shown = [
        f"“{clean(performance.criterion.question)}” ({lows} of {len(performance.ratings)})"
        for performance, lows in found
        if lows >= LOWS
    ]
    if shown:
        yield f"The lowest rating at least twice: {some_of(shown, MOST_NAMED)}"


def _count(performance: Performance) -> int:
    """How often it was rated at the bottom of its scale for what lies in the agent's hands."""
    return sum(
        rated.is_short and rated.score.points == rated.score.lowest
        for rated in performance.ratings
        if rated.in_agents_hands
    )
