"""How often each criterion got which rating under both versions, and what never happens any more."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.domain.scorecard import Scorecard
from qa_toolkit.rubric.diff.impact import CriterionImpact, SilentIndicator
from qa_toolkit.rubric.diff.match import Names, match_parts
from qa_toolkit.rubric.diff.ratings import NOT_APPLICABLE, REVIEW, rating


class Distributions:
    """Counts ratings, and the interactions in which each indicator found something."""

    def __init__(self, old: Rubric, new: Rubric, names: Names) -> None:
        self._old, self._new = old, new
        self._was = {is_: was for was, is_ in names.criteria.items()}
        self._before, self._after = _Counts(), _Counts()

    def add(self, old: Scorecard, new: Scorecard) -> None:
        """One interaction."""
        self._before.add(old)
        self._after.add(new)

    def criteria(self) -> tuple[CriterionImpact, ...]:
        """Every scored criterion, in the order of NEW, then those that are gone."""
        here = (self._impact(item) for item in self._new.criteria() if item.scored)
        kept = set(self._was.values())
        gone = (
            CriterionImpact(id=item.id, before=_in_order(self._before.ratings[item.id]), after={})
            for item in self._old.criteria()
            if item.scored and item.id not in kept
        )
        return (*here, *gone)

    def silent(self) -> tuple[SilentIndicator, ...]:
        """The indicators that find nothing any more, in the order of NEW."""
        return tuple(self._silent())

    def _impact(self, criterion: Criterion) -> CriterionImpact:
        after = self._after.ratings[criterion.id]
        was = self._was.get(criterion.id)
        if was is None:
            return CriterionImpact(id=criterion.id, before={}, after=_in_order(after))
        before, old = self._before.ratings[was], self._old.places[was].criterion
        return CriterionImpact(
            id=criterion.id,
            before=_in_order(before),
            after=_in_order(after),
            lost=_lost(before, after, old, criterion) if old.scored else "",
        )

    def _silent(self) -> Iterator[SilentIndicator]:
        for criterion in self._new.criteria():
            if criterion.id not in self._was:
                continue
            was = self._was[criterion.id]
            before, after = self._before.finds[was], self._after.finds[criterion.id]
            old = self._old.places[was].criterion
            for pair in match_parts(_indicators(old), _indicators(criterion)).pairs:
                count = before[pair.old[0]]
                if count and not after[pair.new[0]]:
                    yield SilentIndicator(
                        criterion=criterion.id, indicator=pair.new[0], found_before=count
                    )


class _Counts:
    """Of one version: interactions by criterion, and by rating or by indicator that found."""

    def __init__(self) -> None:
        self.ratings: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.finds: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, scorecard: Scorecard) -> None:
        for score in scorecard.criteria:
            self.ratings[score.criterion][rating(score)] += 1
            found = {item.indicator for item in score.evidence if not item.is_cue}
            self.finds[score.criterion].update(found)


def _lost(
    before: Mapping[str, int], after: Mapping[str, int], old: Criterion, new: Criterion
) -> str:
    """What a criterion did under OLD and never does under NEW; the gravest only."""
    if set(after) == {NOT_APPLICABLE} != set(before):
        return "is never applicable any more"
    if _rated(before) and not _rated(after):
        return "is never rated any more"
    if str(old.highest) in before and str(new.highest) not in after:
        return f"never reaches its top, {new.highest}, any more"
    return ""


def _rated(ratings: Mapping[str, int]) -> int:
    return sum(count for known, count in ratings.items() if known not in (NOT_APPLICABLE, REVIEW))


def _in_order(ratings: Mapping[str, int]) -> dict[str, int]:
    """Levels from low to high, then what was not rated."""
    return dict(sorted(ratings.items(), key=lambda known: _place(known[0])))


def _place(known: str) -> tuple[bool, int, str]:
    is_level = known not in (NOT_APPLICABLE, REVIEW)
    return not is_level, int(known) if is_level else 0, known


def _indicators(criterion: Criterion) -> dict[str, BaseModel]:
    return {item.id: item for item in criterion.indicators}
