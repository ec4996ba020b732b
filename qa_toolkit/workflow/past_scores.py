"""The scores behind a trend: every dated scorecard that chance chose, in whichever sample."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from qa_toolkit.domain.sample import Sample
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.scorecards.report import PastScore
from qa_toolkit.store import samples
from qa_toolkit.workflow.overrides import effective
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.rubric_files import UsableRubric
from qa_toolkit.workflow.scope import Scope, day_of, interactions_of
from qa_toolkit.workflow.score import scorecards_of


def past_scores(
    project: Project,
    drawn: Sequence[Sample],
    rubric: UsableRubric,
    scope: Scope,
    known: Sequence[Scored],
) -> tuple[PastScore, ...]:
    """The scores of the scope's agents up to the end of its period, the oldest first.

    One drawn in several samples has the weight it has in the sample shown, else in the last that
    drew it. Where several samples are shown, all count alike, there as here.

    Args:
        project: holds the samples.
        drawn: the samples that are shown.
        rubric: only its scorecards.
        scope: whose scores are wanted, and until when.
        known: the scorecards of the samples that are shown, as they count.
    """
    shown = {sample.id for sample in drawn}
    others = [known for known in samples.all_of(project.database) if known.id not in shown]
    names = {member.interaction_id for sample in others for member in sample.members}
    names -= {item.interaction.id for item in known}
    if scope.agents or scope.team:
        names &= interactions_of(project, scope)
    older, _ = effective(project, scorecards_of(project, names, rubric), rubric.rubric)
    dated = [
        (item, day)
        for item in (*known, *older)
        for day in [day_of(project, item.interaction)]
        if day is not None and _is_past(scope, item, day)
    ]
    weights = dict(_weights((*others, *drawn))) if len(drawn) == 1 else {}
    scores = (
        PastScore(
            interaction_id=item.interaction.id,
            agent=item.interaction.agent,
            day=day,
            percent=item.scorecard.percent,
            outcome=item.scorecard.outcome,
            weight=weights.get(item.interaction.id, Fraction(1)),
        )
        for item, day in dated
    )
    return tuple(sorted(scores, key=lambda score: (score.day, score.interaction_id)))


def _is_past(scope: Scope, item: Scored, day: date) -> bool:
    is_over = scope.period is None or day <= scope.period.last
    return is_over and scope.serves(item.interaction.agent)


def _weights(drawn: Iterable[Sample]) -> Iterator[tuple[str, Fraction]]:
    """How many interactions each drawn one stands for, sample by sample."""
    for sample in drawn:
        stands_for = {
            stratum.name: Fraction(stratum.frame_size, stratum.drawn)
            for stratum in sample.strata
            if stratum.drawn
        }
        for member in sample.members:
            yield member.interaction_id, stands_for[member.stratum]
