"""One interaction against one rubric: every criterion rated, then added up."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from statistics import fmean

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.domain.scorecard import Outcome, Provenance, Scorecard
from qa_toolkit.domain.signals import Signals
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.scoring.assemble import Total
from qa_toolkit.scoring.models import Model
from qa_toolkit.scoring.plan import Plan
from qa_toolkit.scoring.rate import rate
from qa_toolkit.scoring.view import View

_NONE: Mapping[str, str] = {}
_UNANSWERED: Mapping[str, Answer] = {}
_SHIPPED: Mapping[str, Model] = {}


def score(
    transcript: Transcript,
    signals: Signals,
    rubric: Rubric,
    channel: Channel,
    provenance: Provenance,
    *,
    facts: Mapping[str, str] = _NONE,
    answers: Mapping[str, Answer] = _UNANSWERED,
    known: Mapping[str, CriterionScore] | None = None,
    models: Mapping[str, Model] = _SHIPPED,
    plan: Plan | None = None,
) -> Scorecard:
    """Score a transcript. Pure: the same values give the same scorecard, byte for byte.

    Strengths are given whenever the agent spoke in the rubric's language, also where the
    machine abstains from rating; without agent turns nothing can be said at all.

    Args:
        transcript: what was said.
        signals: what was measured on it.
        rubric: what is looked at.
        channel: how the interaction took place.
        provenance: what made the transcript, and with which rubric.
        facts: what is known about the interaction, by lower-case name.
        answers: what people have answered, by criterion; a person's answer is the rating.
        known: criteria that were rated before on the same transcript and need no second look.
        models: those the rubric names that do not ship, by the name it gives them.
        plan: of this rubric, for who scores many interactions: faster, and nothing else.

    Raises:
        ValueError: an answer is none that its criterion has.
    """
    plan = plan or Plan(rubric, at_once=False)
    view = View.of(transcript, signals, plan, channel, facts, answers, models)
    ratings = Ratings(view, known or {})
    scores = tuple([ratings.of(criterion) for criterion in rubric.scored])
    total = plan.assembly.total(scores, view.sections, role_confidence=view.role_confidence)
    return Scorecard(
        interaction_id=transcript.interaction_id,
        criteria=scores,
        sections=total.sections,
        percent=total.percent,
        computed_percent=total.computed_percent,
        outcome=total.outcome,
        band="" if total.percent is None else rubric.band_of(total.percent),
        reason=_reason(view, total),
        coverage=total.coverage,
        customer_sentiment=_customer_sentiment(view),
        provenance=provenance,
        role_confidence=transcript.role_confidence,
        remarks=transcript.remarks,
    )


def score_criteria(
    criteria: Collection[str],
    transcript: Transcript,
    signals: Signals,
    rubric: Rubric,
    channel: Channel,
    *,
    facts: Mapping[str, str] = _NONE,
    answers: Mapping[str, Answer] = _UNANSWERED,
    models: Mapping[str, Model] = _SHIPPED,
) -> dict[str, CriterionScore]:
    """The scores of a few criteria only, as `score` would give them, without a total."""
    plan = Plan(rubric, at_once=False)
    view = View.of(transcript, signals, plan, channel, facts, answers, models)
    ratings = Ratings(view, {})
    return {criterion: ratings.of(criterion) for criterion in criteria}


class Ratings:
    """The scores of one interaction, each made when it is first asked for.

    Conditions ask for the answers to other criteria, so the order follows from the rubric.
    """

    def __init__(self, view: View, known: Mapping[str, CriterionScore]) -> None:
        self._view = view
        self._scores = dict(known)
        self._open: set[str] = set()

    def of(self, criterion: str) -> CriterionScore:
        """The score of a criterion; what its conditions ask for is rated before it."""
        waiting = [criterion]
        while waiting:
            current = waiting[-1]
            prepared = self._view.plan.criterion(current)
            if prepared.asks and current not in self._open:
                self._open.add(current)
                waiting += (other for other in prepared.asks if other not in self._scores)
                continue
            if current not in self._scores:
                self._scores[current] = rate(prepared, self._view, self._rated)
            waiting.pop()
        return self._scores[criterion]

    def _rated(self, criterion: str) -> CriterionScore:
        return self._scores.get(criterion) or self._waiting_for_itself(criterion)

    def _waiting_for_itself(self, criterion: str) -> CriterionScore:
        """A cycle, which `qa rubric check` refuses, ends here instead of never."""
        placed = self._view.rubric.places[criterion]
        return CriterionScore(
            criterion=criterion,
            section=placed.section,
            status=RatingStatus.NEEDS_REVIEW,
            lowest=placed.criterion.lowest,
            highest=placed.criterion.highest,
            weight=Decimal(placed.criterion.weight),
            reason="its conditions depend on itself",
        )


def _reason(view: View, total: Total) -> str:
    """Why the machine abstains, unless people have answered enough for a verdict."""
    abstained = view.abstain and total.outcome is Outcome.NOT_SCORED
    return view.abstain if abstained else total.reason


def _customer_sentiment(view: View) -> float | None:
    """How contented the customer is, 0 to 1, by the rubric's model; without one, by VADER's mean.

    None without customer turns, and where the rubric's model does not know the language.
    """
    model = view.rubric.customer_sentiment
    if model is not None:
        said = view.predictions.get(model)
        return said.probability if said else None
    compounds = [value for value in view.reading.signals.sentiment if value is not None]
    return (1 + fmean(compounds)) / 2 if compounds else None
