"""The same behaviours in contacts that staff knew could be listened to, and in staged ones."""

from collections.abc import Iterable, Sequence

from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.shop.figures import Compared
from qa_toolkit.shops.effects.estimates import difference, mean, share

_TWO_LEVELS = 2


def compared(rubric: Rubric, scored: Sequence[Scored]) -> tuple[Compared, ...]:
    """Each criterion that was rated in either, in the rubric's order."""
    found = (
        _of_criterion(placed.criterion, placed.section, scored)
        for placed in rubric.places.values()
        if placed.criterion.scored
    )
    return tuple(one for one in found if one.monitored.count or one.staged.count)


def total_compared(scored: Iterable[Scored]) -> Compared:
    """The totals, each scorecard counting as one."""
    monitored: list[float] = []
    staged: list[float] = []
    for item in scored:
        if item.scorecard.percent is not None:
            of_kind = staged if item.interaction.staged else monitored
            of_kind.append(float(item.scorecard.percent))
    return Compared(
        id="",
        question="Total",
        section="",
        is_share=False,
        monitored=mean(monitored),
        staged=mean(staged),
        difference=difference(staged, monitored, is_share=False),
    )


def _of_criterion(criterion: Criterion, section: str, scored: Iterable[Scored]) -> Compared:
    monitored: list[float] = []
    staged: list[float] = []
    for item in scored:
        score = item.scorecard.score_of(criterion.id)
        if score is not None and score.value is not None:
            of_kind = staged if item.interaction.staged else monitored
            of_kind.append(float(score.value))
    is_share = len(criterion.levels) == _TWO_LEVELS
    if not is_share:
        monitored = [100 * value for value in monitored]
        staged = [100 * value for value in staged]
    figure = share if is_share else mean
    return Compared(
        id=criterion.id,
        question=criterion.question,
        section=section,
        is_share=is_share,
        monitored=figure(monitored),
        staged=figure(staged),
        difference=difference(staged, monitored, is_share=is_share),
    )
