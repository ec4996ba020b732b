"""Response-time indicators: how long the customer waited for an answer."""

from qa_toolkit.domain.rubric import ResponseTimeIndicator
from qa_toolkit.domain.signals import Response
from qa_toolkit.scoring.reading import CannotTell, Found, Reading


def find_response_time(indicator: ResponseTimeIndicator, reading: Reading) -> Found:
    """The first or the longest wait, when it is within the indicator's bounds."""
    if not reading.signals.timed:
        return CannotTell(reason="the turns carry no times")
    responses = reading.signals.agent_responses
    if not responses:
        return ()
    response = responses[0] if indicator.measure == "first" else max(responses, key=_waited)
    if indicator.at_most_s is not None and response.waited_s > indicator.at_most_s:
        return ()
    if indicator.longer_than_s is not None and response.waited_s <= indicator.longer_than_s:
        return ()
    note = f"{indicator.measure} answer after {response.waited_s:.0f} s"
    return (reading.whole_turn(response.turn, indicator.id, indicator.points, note),)


def _waited(response: Response) -> float:
    return response.waited_s
