"""The same criterion rated by several evaluators, side by side."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from qa_toolkit.calibration.levels import Levels
from qa_toolkit.calibration.ratings import Evaluator, Rating
from qa_toolkit.domain.score import RatingStatus

Places = tuple[int | None, ...]
"""The level each evaluator gave, as a position on the scale; None where there is no rating."""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """One criterion.

    Attributes:
        evaluators: in the order of `Places`.
        levels: of the scale, ascending.
        rows: by interaction, of those that two evaluators or more rated.
        differ_on_applying: interactions that some say it applies to, and some that it does not.
        strengths: by evaluator, a machine's strengths, each beside the mean rating of the others.
    """

    criterion: str
    evaluators: tuple[str, ...]
    levels: Levels
    rows: Mapping[str, Places]
    differ_on_applying: frozenset[str]
    strengths: Mapping[str, Sequence[tuple[float, float]]]

    def only(self, interactions: Collection[str]) -> "Comparison":
        """The same for some of the interactions."""
        return replace(
            self,
            rows={name: self.rows[name] for name in sorted(interactions) if name in self.rows},
            differ_on_applying=self.differ_on_applying.intersection(interactions),
        )

    @cached_property
    def pairs(self) -> dict[tuple[int, int], Counter[tuple[int, int]]]:
        """For every two evaluators how often one gave this level and the other that."""
        found: dict[tuple[int, int], Counter[tuple[int, int]]] = {}
        for row in self.rows.values():
            given = [(at, place) for at, place in enumerate(row) if place is not None]
            for (a, first), (b, second) in combinations(given, 2):
                found.setdefault((a, b), Counter())[first, second] += 1
        return dict(sorted(found.items()))

    def apart(self) -> Counter[int]:
        """How many pairs of ratings lie how many levels apart."""
        found: Counter[int] = Counter()
        for pairs in self.pairs.values():
            for (first, second), count in pairs.items():
                found[abs(first - second)] += count
        return found

    def given(self) -> tuple[int, ...]:
        """How often each level was given."""
        counts = Counter(place for row in self.rows.values() for place in row if place is not None)
        return tuple(counts[place] for place in range(len(self.levels)))

    def far_apart(self) -> int:
        """Interactions whose ratings differ by more than one level."""
        return sum(1 for row in self.rows.values() if _range(row) > 1)


def compare(
    evaluators: Sequence[Evaluator], levels: Mapping[str, Levels]
) -> tuple[Comparison, ...]:
    """Every criterion that two evaluators rated in one interaction, in the order of `levels`."""
    said = [_by_criterion(evaluator) for evaluator in evaluators]
    names = tuple(evaluator.name for evaluator in evaluators)
    found = (_comparison(name, names, said, scale) for name, scale in levels.items())
    return tuple(known for known in found if known.rows or known.differ_on_applying)


def _by_criterion(evaluator: Evaluator) -> dict[str, dict[str, Rating]]:
    found: dict[str, dict[str, Rating]] = {}
    for rating in evaluator.ratings:
        found.setdefault(rating.criterion, {})[rating.interaction] = rating
    return found


def _comparison(
    criterion: str,
    names: tuple[str, ...],
    said: Sequence[Mapping[str, Mapping[str, Rating]]],
    levels: Levels,
) -> Comparison:
    own = [ratings.get(criterion, {}) for ratings in said]
    position = {level: place for place, level in enumerate(levels)}
    rows: dict[str, Places] = {}
    differ: set[str] = set()
    for interaction in sorted({name for ratings in own for name in ratings}):
        ratings = [known.get(interaction) for known in own]
        places = tuple(
            None if rating is None or rating.value is None else position[rating.value]
            for rating in ratings
        )
        rated = sum(place is not None for place in places)
        if rated > 1:
            rows[interaction] = places
        if rated and any(_says_not_applicable(rating) for rating in ratings):
            differ.add(interaction)
    return Comparison(
        criterion=criterion,
        evaluators=names,
        levels=levels,
        rows=rows,
        differ_on_applying=frozenset(differ),
        strengths=dict(_strengths(names, own)),
    )


def _says_not_applicable(rating: Rating | None) -> bool:
    return rating is not None and rating.status is RatingStatus.NOT_APPLICABLE


def _strengths(
    names: Sequence[str], own: Sequence[Mapping[str, Rating]]
) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    for place, name in enumerate(names):
        found = []
        for interaction, said in sorted(own[place].items()):
            ratings = (known.get(interaction) for known in (*own[:place], *own[place + 1 :]))
            values = [rating.value for rating in ratings if rating and rating.value is not None]
            if said.strength is not None and values:
                found.append((said.strength, sum(values) / len(values)))
        if found:
            yield name, found


def _range(row: Places) -> int:
    given = [place for place in row if place is not None]
    return max(given) - min(given)
