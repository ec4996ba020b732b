"""A person's rating in place of the machine's: appended with author, reason and time.

Both are kept: the machine's rating stays visible beside the one that counts, and what was said
before is never erased. Nothing here knows files or stores.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.domain.scorecard import Scorecard

if TYPE_CHECKING:  # rubrics need pydantic, which takes 0.1 s to import; `qa --help` needs neither
    from qa_toolkit.domain.rubric import Criterion, Rubric


class RootCause(StrEnum):
    """What was behind a low rating; only the first lies in the agent's hands."""

    AGENT = "agent"
    PROCESS = "process"
    POLICY = "policy"
    PRODUCT = "product"
    PARTNER = "partner"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """One person's rating of one criterion of one interaction.

    Attributes:
        rubric_id, rubric_version: the rubric it was given under; it holds for later versions as
            long as their criterion of this id has the rating on its scale.
        status: `rated` or `not_applicable`; None takes back what was said before, so that the
            machine's rating counts again.
        points: the rating on the criterion's scale; None unless the status is `rated`.
        reason: why, for people to read.
        cause: what was behind it, where somebody says so.
        by: the person's name.
        source: the file it was read from; empty where it was typed in.
        made_at: UTC, as the store keeps moments; empty as long as it is not kept.
        number: its place in the history of the project; 0 as long as it is not kept.
    """

    interaction_id: str
    rubric_id: str
    rubric_version: str
    criterion: str
    status: RatingStatus | None
    by: str
    points: int | None = None
    reason: str = ""
    cause: RootCause | None = None
    source: str = ""
    made_at: str = ""
    number: int = 0

    @property
    def in_agents_hands(self) -> bool:
        """Unless a cause is named that is not the agent's."""
        return self.cause in (None, RootCause.AGENT)


def in_force(history: Iterable[Override]) -> Mapping[str, Override]:
    """The override that holds for each criterion: the last one, unless that takes it back.

    Args:
        history: of one interaction, the oldest first.
    """
    last = {override.criterion: override for override in history}
    return {name: override for name, override in last.items() if override.status is not None}


def fits(override: Override, criterion: "Criterion") -> bool:
    """Whether a criterion has this rating among its answers, so that it can be applied."""
    match override.status:
        case RatingStatus.RATED:
            return override.points is not None and override.points in criterion.levels
        case RatingStatus.NOT_APPLICABLE:
            return criterion.scored and criterion.na_allowed
        case RatingStatus.NEEDS_REVIEW | None:
            return False


def applied(history: Iterable[Override], rubric: "Rubric") -> Mapping[str, Override]:
    """The overrides that count under a rubric: those in force that still fit its criteria."""
    return {
        name: override
        for name, override in in_force(history).items()
        if name in rubric.places and fits(override, rubric.places[name].criterion)
    }


def corrected(score: CriterionScore, override: Override) -> CriterionScore:
    """A criterion's score with a person's rating in place of the machine's."""
    if override.status is None:
        return score
    reason = override.reason or score.reason
    return replace(score, status=override.status, points=override.points, reason=reason)


def ratings_hash(scorecard: Scorecard) -> str:
    """What the machine rated, in 16 hex digits: equal where all ratings and statuses are."""
    told = "\n".join(
        f"{score.criterion}\t{score.status.value}\t{score.points}" for score in scorecard.criteria
    )
    return hashlib.blake2b(told.encode(), digest_size=8).hexdigest()
