"""What was measured on one interaction, in words: who spoke how much, and how long people waited."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from qa_toolkit.domain.signals import Signals
from qa_toolkit.domain.wording import counted
from qa_toolkit.drawing.measured import dead_air, talk
from qa_toolkit.drawing.words import length


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Facts without judgement.

    Attributes:
        facts: pairs of name and value.
        talk: name, share, time, words a minute and loudness of each who speaks.
    """

    facts: tuple[tuple[str, str], ...]
    talk: tuple[tuple[str, ...], ...]


def measured(signals: Signals) -> Measured | None:
    """The facts of an interaction; None where nothing could be measured."""
    facts = tuple(_facts(signals))
    spoken = talk(signals)
    return Measured(facts=facts, talk=spoken) if facts or spoken else None


def _facts(signals: Signals) -> Iterator[tuple[str, str]]:
    if silent := dead_air(signals):
        yield "Dead air (silences from two seconds on)", silent
    if signals.talk_over_s is not None:
        over = signals.talk_over_s
        yield "Agent and customer speak at once", length(over) if over >= 0.05 else "never"
    if signals.holds:
        held = sum(hold.length_s for hold in signals.holds)
        yield "On hold", f"{length(held)} in {counted(len(signals.holds), 'hold')}"
    if signals.waits:
        yield "Before the call is answered", length(sum(wait.length_s for wait in signals.waits))
    waits = [answer.waited_s for answer in signals.agent_responses]
    if waits and not signals.talk:
        yield (
            "Agent's answers",
            f"{length(median(waits))} at the median, {length(max(waits))} at most",
        )
