"""What to talk about with an agent: strengths first, then at most two priorities.

Apart from them: what costs points but does not lie in the agent's hands.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction

from qa_toolkit.domain.rounding import whole_percent
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.wording import counted, listed
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.coaching.chosen_moments import best_moment, moments_to_work_on
from qa_toolkit.scorecards.coaching.moments import example
from qa_toolkit.scorecards.coaching.needs import Need
from qa_toolkit.scorecards.coaching.next_steps import tip
from qa_toolkit.scorecards.coaching.performance import Performance, Rated
from qa_toolkit.scorecards.figures.stakes import Stakes
from qa_toolkit.scorecards.override_view import CAUSES
from qa_toolkit.scorecards.view import CoachingEntryView, CoachingPointView, ExampleView
from qa_toolkit.scorecards.wording import clean

MOST_STRENGTHS = 3
MOST_PRIORITIES = 2
STRONG = Fraction(3, 4)
"""From here up a criterion's mean is a strength."""


def strengths(
    known: Sequence[Performance], to_work_on: Collection[str]
) -> tuple[CoachingPointView, ...]:
    """One to three strengths that words can show, the weightiest first.

    Where nothing reaches three quarters of its scale, the best that can be shown is named all
    the same: a talk begins with something that went well.

    Args:
        known: all that was rated.
        to_work_on: criteria that are priorities: praised too only where nothing else is strong.
    """
    shown = [
        (performance, said)
        for performance in known
        if (said := best_moment(performance)) and performance.mean > 0
    ]
    strong = [pair for pair in shown if pair[0].mean >= STRONG]
    only_strong = [pair for pair in strong if pair[0].criterion.id not in to_work_on]
    best = sorted(only_strong or strong, key=lambda pair: -(pair[0].weight * pair[0].mean))[
        :MOST_STRENGTHS
    ]
    if not best and shown:
        best = [max(shown, key=lambda pair: pair[0].mean)]
    return tuple(
        _point(performance, performance.ratings, (example(performance, rated, item),))
        for performance, (rated, item) in best
    )


def priorities(
    found: Sequence[Need],
    rubric: Rubric,
    stakes: Stakes,
    agreed: Mapping[str, CoachingEntryView],
) -> tuple[CoachingPointView, ...]:
    """At most two criteria, those that cost most of the total, with two moments each.

    Args:
        found: what costs points, the costliest first.
        rubric: says what a critical failure does.
        stakes: what each criterion decides of a total.
        agreed: the open entries of the coaching log, by criterion.
    """
    return tuple(
        _point(
            need.performance,
            need.performance.own,
            moments_to_work_on(need.performance, need.short, rubric, stakes),
            tip=tip(need),
            why=why(need),
            agreed=agreed.get(need.performance.criterion.id),
        )
        for need in found[:MOST_PRIORITIES]
    )


def process(
    known: Sequence[Performance], rubric: Rubric, stakes: Stakes
) -> tuple[CoachingPointView, ...]:
    """What fell short for a cause that a person named and that is not the agent's."""
    found = []
    for performance in known:
        short = [
            rated for rated in performance.ratings if rated.is_short and not rated.in_agents_hands
        ]
        lost = performance.weight * sum((1 - rated.value for rated in short), Fraction(0))
        if lost:
            found.append((lost, performance, short))
    return tuple(
        _point(
            performance,
            performance.ratings,
            moments_to_work_on(performance, short, rubric, stakes),
            why=_causes(short),
        )
        for _, performance, short in sorted(found, key=lambda line: -line[0])
    )


def why(need: Need) -> str:
    """Why it was chosen: the four figures, and what they come to."""
    weight = wording.number(100 * need.performance.weight)
    short = whole_percent(float(need.shortfall))
    heard = [rated for rated in need.short if not rated.placed.scored.interaction.staged]
    # a shopper was there: only of what was heard is it a question whether it was said
    sure = f"; words {whole_percent(need.certainty)} sure" if heard else ""
    points = wording.number(Fraction(need.points))
    return (
        f"Decides {weight} % of the total; fell short in {len(need.short)} of "
        f"{counted(need.count, 'rating')}, there by {short} of its scale{sure}. "
        f"Together worth {points} points of the total."
    )


def _point(
    performance: Performance,
    ratings: Sequence[Rated],
    examples: tuple[ExampleView, ...],
    *,
    tip: str = "",
    why: str = "",
    agreed: CoachingEntryView | None = None,
) -> CoachingPointView:
    full = sum(not rated.is_short for rated in ratings)
    mean = sum((rated.value for rated in ratings), Fraction(0)) / len(ratings)
    return CoachingPointView(
        question=clean(performance.criterion.question),
        section=clean(performance.section.title),
        finding=(
            f"{wording.number(100 * mean)} % of its scale on average; fully shown in {full} of "
            f"{counted(len(ratings), 'rated interaction')}."
        ),
        tip=tip,
        examples=examples,
        criterion=performance.criterion.id,
        why=why,
        agreed=agreed,
    )


def _causes(short: Sequence[Rated]) -> str:
    """`Cause named by Mo Berg: process (2) and product (1)`, and what follows from that."""
    causes = Counter(CAUSES[rated.cause] for rated in short if rated.cause)
    named = listed(tuple(f"{cause.lower()} ({count})" for cause, count in causes.most_common()))
    people = listed(tuple(dict.fromkeys(_people(short))))
    return f"Cause named by {people}: {named}. It does not lie in the agent's hands."


def _people(short: Sequence[Rated]) -> Iterator[str]:
    for rated in short:
        yield clean(rated.placed.overrides[rated.score.criterion].by)
