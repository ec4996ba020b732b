"""When a turn was said, and by what name its place on a page is known."""

from datetime import timedelta

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.transcript import Turn
from qa_toolkit.domain.wording import minutes


def turn_anchor(scorecard_anchor: str, turn: int) -> str:
    """The name of a turn on its page; counted from 1, as people do."""
    return f"{scorecard_anchor}-t{turn + 1}"


def moment(scored: Scored, turn: Turn) -> str:
    """When a turn began: `1:05` into a call, `14:32` for dated messages; empty when not known."""
    if turn.start_s is None:
        return ""
    started = scored.interaction.started_at
    if scored.interaction.channel is Channel.CALL or started is None:
        return minutes(turn.start_s)
    try:
        return f"{started + timedelta(seconds=turn.start_s):%H:%M}"
    except OverflowError:  # no calendar reaches that far: an older import let such times in
        return minutes(turn.start_s)
