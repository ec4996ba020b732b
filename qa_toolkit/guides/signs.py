"""What the machine looks for, one sentence an indicator, for readers who are no programmers."""

from collections.abc import Sequence
from decimal import Decimal
from typing import assert_never

from qa_toolkit.domain.commitment import CommitmentKind
from qa_toolkit.domain.rubric import (
    AttributeIndicator,
    CommitmentIndicator,
    Criterion,
    Indicator,
    InterruptionIndicator,
    ModelIndicator,
    OrderIndicator,
    PhraseIndicator,
    ResponseTimeIndicator,
    SentimentShiftIndicator,
    SilenceIndicator,
)
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.domain.wording import counted, listed, plain_number
from qa_toolkit.guides.view import Sign, Wordings
from qa_toolkit.guides.wordings import wordings
from qa_toolkit.guides.words import duration, spoken, titled

CANCELLING = 5
_WAITS = {"first": "Your first answer comes", "longest": "Your slowest answer comes"}

_PROMISES = {
    CommitmentKind.IMMEDIATE: "at once",
    CommitmentKind.SCHEDULED: "by a time",
    CommitmentKind.CALLBACK: "that the customer will hear from you",
    CommitmentKind.CONDITIONAL: "once or if something happens",
}


def signs(criterion: Criterion) -> tuple[Sign, ...]:
    """Every indicator, what speaks for it before what speaks against it."""
    made = [_sign(indicator) for indicator in criterion.indicators]
    return tuple(sorted(made, key=lambda sign: sign.tone == "against"))


def how_they_count(criterion: Criterion) -> str:
    """How the signs become one rating, in one or two sentences; empty where there are none."""
    if not criterion.by_machine:
        return ""
    start = ""
    if criterion.base:
        top = criterion.base == criterion.highest
        start = (
            "You start at the top. " if top else f"You start with {plain_number(criterion.base)}. "
        )
    points = [indicator.points for indicator in criterion.indicators]
    match criterion.rate:
        case "all":
            counts = "Each of these counts once, and they add up."
        case "share":
            each = _best_and_worst(points)
            counts = f"Each occasion is looked at by itself: {each} The mean of all occasions is your rating."
        case _:
            counts = _best_and_worst(points)
            counts = counts[0].upper() + counts[1:]
    return start + counts


def _best_and_worst(points: Sequence[Decimal]) -> str:
    if min(points) >= 0:
        return "the best one counts; they do not add up."
    if max(points) <= 0:
        return "the worst one counts; they do not add up."
    return "the best one counts, less the worst; they do not add up."


def _sign(indicator: Indicator) -> Sign:
    points = indicator.points
    language = getattr(indicator, "language", None)
    only = f" (looked for where '{language}' is spoken)" if language else ""
    return Sign(
        tone="against" if points < 0 else "for",
        name=titled(indicator.id),
        points=f"−{plain_number(-points)}" if points < 0 else f"+{plain_number(points)}",
        what=_what(indicator) + only,
        wordings=_wordings(indicator),
    )


def _what(indicator: Indicator) -> str:
    match indicator:
        case PhraseIndicator():
            return _phrase(indicator)
        case OrderIndicator():
            return f"{_who(indicator.speaker)} one thing before the other"
        case ResponseTimeIndicator():
            return f"{_WAITS[indicator.measure]} {_wait(indicator)}"
        case SilenceIndicator():
            unless = ", unless you announced it" if indicator.unless_announced else ""
            return f"More than {duration(indicator.longer_than_s)} of silence in a call{unless}"
        case InterruptionIndicator():
            agent = indicator.speaker is SpeakerRole.AGENT
            cuts = "You cut in on the customer" if agent else "The customer cuts in on you"
            return f"{cuts}: both speak for more than {duration(indicator.longer_than_s)}"
        case SentimentShiftIndicator():
            return f"The customer's words are {_mood(indicator)} at the end than at the start"
        case AttributeIndicator():
            return f"What is known of the contact: {spoken(indicator.metadata)} {_value(indicator)}"
        case ModelIndicator():
            return f"{indicator.model} finds it {_likely(indicator)}"
        case CommitmentIndicator():
            return _promise(indicator)
        case _:
            assert_never(indicator)


def _phrase(indicator: PhraseIndicator) -> str:
    whose = "your" if indicator.speaker is SpeakerRole.AGENT else "their"
    places = [
        f"{whose} {which} {counted(turns, 'turn')}"
        for which, turns in (("first", indicator.first_turns), ("last", indicator.last_turns))
        if turns
    ]
    where = [f"in {listed(places, 'or')}"] if places else []
    if indicator.within_turns:
        turn = "turn" if indicator.within_turns == 1 else f"{indicator.within_turns} turns"
        where.append(f"in your next {turn} after the customer's cue")
    if indicator.at_least > 1:
        where.append(f"at least {indicator.at_least} times")
    return ", ".join([_who(indicator.speaker), *where])


def _wordings(indicator: Indicator) -> tuple[Wordings, ...]:
    found: dict[str, tuple[str, ...]] = {}
    match indicator:
        case PhraseIndicator(any=said, unless=unless):
            found["for example"] = wordings(said)
            found["does not count in a sentence with"] = wordings(unless, CANCELLING)
        case OrderIndicator(first=first, then=then):
            found["first"] = wordings(first)
            found["then"] = wordings(then)
        case SilenceIndicator(unless_announced=announced):
            found["announced, for example"] = wordings(announced, CANCELLING)
        case _:
            pass
    return tuple(Wordings(label=label, examples=said) for label, said in found.items() if said)


def _who(speaker: SpeakerRole) -> str:
    return "You say" if speaker is SpeakerRole.AGENT else "The customer says"


def _wait(indicator: ResponseTimeIndicator) -> str:
    at_most, longer = indicator.at_most_s, indicator.longer_than_s
    bounds = [f"after more than {duration(longer)}"] if longer is not None else []
    bounds += [f"within {duration(at_most)}"] if at_most is not None else []
    return listed(bounds)


def _mood(indicator: SentimentShiftIndicator) -> str:
    return "brighter" if indicator.at_least is not None else "darker"


def _likely(indicator: ModelIndicator) -> str:
    low, high = indicator.at_least, indicator.at_most
    bounds = [f"at least {100 * low:g} %"] if low is not None else []
    bounds += [f"at most {100 * high:g} %"] if high is not None else []
    return f"{listed(bounds)} likely"


def _promise(indicator: CommitmentIndicator) -> str:
    when = ", and by when" if indicator.due == "required" else ""
    kinds = f" ({listed([_PROMISES[kind] for kind in indicator.kinds], 'or')})"
    return f"You say what will be done{kinds if indicator.kinds else ''}{when}"


def _value(indicator: AttributeIndicator) -> str:
    if indicator.one_of:
        return f"is {listed(indicator.one_of, 'or')}"
    low, high = indicator.at_least, indicator.at_most
    bounds = [f"at least {low:g}"] if low is not None else []
    bounds += [f"at most {high:g}"] if high is not None else []
    return f"is {listed(bounds)}"
