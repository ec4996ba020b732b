"""A person's rating in words."""

from datetime import datetime

from qa_toolkit.domain.override import Override, RootCause
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.wording import day_shown
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.view import OverrideView
from qa_toolkit.scorecards.wording import clean

CAUSES = {
    RootCause.AGENT: "Agent",
    RootCause.PROCESS: "Process",
    RootCause.POLICY: "Policy",
    RootCause.PRODUCT: "Product",
    RootCause.PARTNER: "Partner",
    RootCause.CUSTOMER: "Customer",
}
_TAKEN_BACK = "Taken back"


def override_view(override: Override, highest: int) -> OverrideView:
    """One override; `highest` is the top of its criterion's scale."""
    return OverrideView(
        rating=_rating(override, highest),
        points=override.points,
        not_applicable=override.status is RatingStatus.NOT_APPLICABLE,
        reason=clean(override.reason),
        cause=CAUSES[override.cause] if override.cause else "",
        in_agents_hands=override.in_agents_hands,
        by=clean(override.by),
        when=day_of(override.made_at),
        source=clean(override.source),
        number=override.number,
    )


def day_of(made_at: str) -> str:
    """The day of a moment as the store keeps it, in UTC; empty where it is not kept yet."""
    return day_shown(datetime.fromisoformat(made_at)) if made_at else ""


def _rating(override: Override, highest: int) -> str:
    match override.status:
        case RatingStatus.RATED:
            return f"{override.points} of {highest}"
        case None:
            return _TAKEN_BACK
        case other:
            return wording.STATUSES[other]
