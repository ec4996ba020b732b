"""The result for one interaction, with everything that made it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.domain.transcript import Transcript


class Outcome(StrEnum):
    """The verdict of a scorecard."""

    PASS = "pass"  # noqa: S105 - a verdict, not a password
    FAIL = "fail"
    NOT_SCORED = "not_scored"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionScore:
    """One section's result.

    Attributes:
        percent: 0..100, exact; None when nothing in it was rated.
        strength: weighted mean of its criteria's strengths, 0..1; None when nothing can be said.
        minimum: the percent this section must reach for a pass; None without one.
        parts: the results of its subsections.
        model: the model its strength comes from; empty where it is the mean of its criteria's.
        confidence: how sure that model is, 0.5..1, and no surer than the roles are; None without
            one.
    """

    section: str
    title: str
    weight: Decimal
    percent: Decimal | None
    strength: float | None
    minimum: Decimal | None = None
    parts: tuple["SectionScore", ...] = ()
    model: str = ""
    confidence: float | None = None

    @property
    def below_minimum(self) -> bool:
        if self.percent is None or self.minimum is None:
            return False
        return self.percent < self.minimum


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What made a scorecard, so that it can be made again.

    Attributes:
        rubric_hash: BLAKE2b of the rubric's meaning, in hex.
        engine, model, options: of the transcript; engine `chat` for written contacts.
        sample: id of the sample the interaction was drawn in, empty when scored by itself.
        evaluator: who rated: the toolkit with its version.
    """

    rubric_id: str
    rubric_version: str
    rubric_hash: str
    engine: str
    model: str
    options: str
    evaluator: str
    sample: str = ""
    seed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """The result for one interaction.

    Attributes:
        percent: the total, 0..100, exact; None when not scored. 0 after a critical failure
            under the policy `zero`.
        computed_percent: the total before any critical policy, kept visible beside it.
        coverage: rated weight over applicable weight, 0..1: how much of what applied here the
            machine dared to rate.
        reason: why this outcome, in one sentence for people.
        customer_sentiment: 0..1, 0.5 is neutral; None without customer turns.
        band: the rubric's name for this total; empty without bands or without a total.
        role_confidence: how sure it is who is who, in 0..1, where that was estimated; None where
            the source says it.
        remarks: what a reader should know about the transcript, in words for people.
    """

    interaction_id: str
    criteria: tuple[CriterionScore, ...]
    sections: tuple[SectionScore, ...]
    percent: Decimal | None
    computed_percent: Decimal | None
    outcome: Outcome
    reason: str
    coverage: float
    customer_sentiment: float | None
    provenance: Provenance
    band: str = ""
    role_confidence: float | None = None
    remarks: tuple[str, ...] = ()

    @property
    def critical_failed(self) -> tuple[str, ...]:
        """The critical criteria that failed, in the rubric's order."""
        return tuple(score.criterion for score in self.criteria if score.critical_failed)

    def score_of(self, criterion: str) -> CriterionScore | None:
        """The score of one criterion; None where the scorecard lacks it."""
        return next((score for score in self.criteria if score.criterion == criterion), None)

    def with_status(self, status: RatingStatus) -> Iterator[CriterionScore]:
        """The criteria of one status, in the rubric's order."""
        return (score for score in self.criteria if score.status is status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A scorecard beside the interaction and the transcript it judges: what an export shows.

    Attributes:
        scorecard: what counts, with the ratings of people in place of the machine's.
        machine: as the machine rated it; None where no person has said anything.
    """

    interaction: Interaction
    transcript: Transcript
    scorecard: Scorecard
    machine: Scorecard | None = None

    @property
    def as_rated(self) -> Scorecard:
        """The machine's own ratings and totals, whatever people have said."""
        return self.machine or self.scorecard
