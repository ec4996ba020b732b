"""Which moments of a criterion are worth a talk."""

from collections.abc import Sequence
from fractions import Fraction

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.scorecards.coaching.moments import cost, example, words
from qa_toolkit.scorecards.coaching.performance import Performance, Rated
from qa_toolkit.scorecards.figures.stakes import Stakes
from qa_toolkit.scorecards.view import ExampleView

MOST_EXAMPLES = 2


def best_moment(performance: Performance) -> tuple[Rated, Evidence | None] | None:
    """The best moment that words show: best rating first, strongest quote first.

    A visit leaves no words behind: there the rating itself is the moment. What a mystery shopper
    wrote beside a rating above the lowest is one, too, though the words by themselves weigh nothing.
    """
    for rated in sorted(performance.ratings, key=lambda rated: -(rated.score.points or 0)):
        noted = rated.placed.scored.interaction.staged and rated.value > 0
        quote = next((item for item in words(rated) if item.effect > 0 or noted), None)
        if quote is not None:
            return rated, quote
        if rated.value and not rated.placed.scored.transcript.turns:
            return rated, None
    return None


def moments_to_work_on(
    performance: Performance, short: Sequence[Rated], rubric: Rubric, stakes: Stakes
) -> tuple[ExampleView, ...]:
    """The moments to work on: those with words first, then the worst, then the costliest.

    Words against it come before words that reached only a part of it.
    """
    below = [(rated, _telling(rated)) for rated in short]
    below.sort(
        key=lambda pair: (pair[1] is None, pair[0].value, -_stake(performance, pair[0], stakes))
    )
    return tuple(_lapse(performance, *pair, rubric, stakes) for pair in below[:MOST_EXAMPLES])


def _stake(performance: Performance, rated: Rated, stakes: Stakes) -> Fraction:
    """What it decides of the total of that interaction."""
    return stakes.of(rated.placed.scored.scorecard).get(performance.criterion.id, Fraction(0))


def _lapse(
    performance: Performance, rated: Rated, item: Evidence | None, rubric: Rubric, stakes: Stakes
) -> ExampleView:
    shares = stakes.of(rated.placed.scored.scorecard)
    return example(performance, rated, item, cost(rated, shares, rubric))


def _telling(rated: Rated) -> Evidence | None:
    quotes = [item for item in words(rated) if item.effect <= 0 or rated.value]
    return min(quotes, key=lambda item: item.effect, default=None)
