"""What was promised to a customer, in words."""

from qa_toolkit.domain.commitment import CommitmentStatus, Promiser
from qa_toolkit.domain.due_words import due_in_words
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.report import Promise
from qa_toolkit.scorecards.turn_places import turn_anchor
from qa_toolkit.scorecards.view import PromiseView
from qa_toolkit.scorecards.wording import DASH, clean

WHO = {
    Promiser.AGENT: "Agent",
    Promiser.TEAM: "Team",
    Promiser.THIRD_PARTY: "Somebody else",
    Promiser.COMPANY: "Company",
}
STATUSES = {
    CommitmentStatus.OPEN: "Open",
    CommitmentStatus.APPROACHING: "Due within a day",
    CommitmentStatus.OVERDUE: "Overdue",
    CommitmentStatus.KEPT: "Kept",
    CommitmentStatus.BROKEN: "Broken",
}


def promise_view(promise: Promise, scored: Scored, anchor: str) -> PromiseView:
    """A promise of an interaction whose place on its page is named `anchor`."""
    said, interaction = promise.commitment, scored.interaction
    return PromiseView(
        id=promise.id,
        interaction_id=clean(interaction.id),
        agent_id=clean(interaction.agent.id),
        agent=clean(interaction.agent.shown),
        customer=clean(interaction.customer),
        said=DASH if said.said_at is None else wording.date_and_time(said.said_at),
        quote=clean(said.quote),
        who=WHO[said.who],
        what=clean(said.words),
        due=clean(due_in_words(said)) or DASH,
        status=STATUSES[promise.status],
        status_kind=promise.status.value,
        why=clean(promise.verdict.shown) if promise.verdict else "",
        anchor=turn_anchor(anchor, said.turn),
        said_at=said.said_at,
        due_by=said.due.latest if said.due else None,
    )
