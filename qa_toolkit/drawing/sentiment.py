"""The course of a customer's sentiment: up for positive words, down for negative ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from qa_toolkit.domain.signals import Signals
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.domain.wording import counted, minutes
from qa_toolkit.drawing.figure import Table, at, figure

_MOST_POINTS = 60
_ROWS = 12
_WORDS = (
    (-0.3, "negative"),
    (-0.1, "rather negative"),
    (0.1, "neutral"),
    (0.3, "rather positive"),
)
_NOTE = (
    "Counted from single words: a plain complaint reads as neutral, irony as praise. "
    "No critical rating rests on it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One of the customer's turns: its place in the contact 0..1, its value -1..1, its name."""

    place: float
    value: float
    name: str


def heard(transcript: Transcript, signals: Signals) -> tuple[Heard, ...]:
    """The customer's turns by time, or by number where they have no times."""
    known = [
        (index, transcript.turns[index], value)
        for index, value in enumerate(signals.sentiment)
        if value is not None
    ]
    ends = [turn.end_s or turn.start_s or 0.0 for turn in transcript.turns]
    whole_s = max([transcript.duration_s or 0.0, *ends])
    if whole_s and all(turn.start_s is not None for _, turn, _ in known):
        return tuple(
            Heard(
                place=(turn.start_s or 0.0) / whole_s, value=value, name=minutes(turn.start_s or 0)
            )
            for _, turn, value in known
        )
    last = max(1, len(transcript.turns) - 1)
    return tuple(
        Heard(place=index / last, value=value, name=f"turn {index + 1}")
        for index, _, value in known
    )


def sentiment_svg(turns: Sequence[Heard]) -> str:
    """The course as a figure; empty for fewer than two turns, which have no course."""
    if len(turns) < 2:
        return ""
    stems = "".join(_stem(turn) for turn in _thinned(turns, _MOST_POINTS))
    said = _change(turns)
    plot = (
        '<div class="course-plot"><div class="course-names" aria-hidden="true"><span>positive</span>'
        "<span>neutral</span><span>negative</span></div>\n"
        f'<svg class="course" width="100%" height="84" role="img" aria-label="{said}">'
        f'<line class="zero" x1="0" x2="100%" y1="50%" y2="50%"/>{stems}</svg></div>'
    )
    title = "Customer's sentiment in words"
    return figure("sentiment", title, f"{said} {_NOTE}", plot, _table(turns))


def in_words(value: float) -> str:
    """A sentiment of -1..1: `negative`, `rather negative` and so on."""
    return next((word for limit, word in _WORDS if value < limit), "positive")


def _stem(turn: Heard) -> str:
    x, y = at(1 + 98 * turn.place), at(50 - 44 * turn.value)
    look = "down" if turn.value < 0 else "up"
    return (
        f'<g class="{look}"><line x1="{x}" x2="{x}" y1="50%" y2="{y}"/>'
        f'<circle cx="{x}" cy="{y}" r="4"/><title>{turn.name}: {_number(turn.value)}</title></g>'
    )


def _thinned(turns: Sequence[Heard], most: int) -> Iterator[Heard]:
    """At most so many, each the mean of its neighbours."""
    for part in _parts(turns, most):
        if len(part) == 1:
            yield part[0]
            continue
        yield Heard(
            place=fmean([turn.place for turn in part]),
            value=fmean([turn.value for turn in part]),
            name=f"{part[0].name} to {part[-1].name}",
        )


def _parts(turns: Sequence[Heard], most: int) -> Iterator[Sequence[Heard]]:
    """Neighbours together, as even as can be."""
    count = min(most, len(turns))
    for part in range(count):
        yield turns[len(turns) * part // count : len(turns) * (part + 1) // count]


def _change(turns: Sequence[Heard]) -> str:
    """From the first third of the customer's turns to the last."""
    third = max(1, len(turns) // 3)
    first = fmean(turn.value for turn in turns[:third])
    last = fmean(turn.value for turn in turns[-third:])
    return (
        f"{counted(len(turns), 'turn')} of the customer: from {in_words(first)} "
        f"({_number(first)}) in the first third to {in_words(last)} ({_number(last)}) in the last."
    )


def _table(turns: Sequence[Heard]) -> Table:
    rows = [
        (part.name[:1].upper() + part.name[1:], in_words(part.value), _number(part.value))
        for part in _thinned(turns, _ROWS)
    ]
    return Table(heads=("When", "Sounds", "−1 to 1"), rows=rows, numbers=frozenset({2}))


def _number(value: float) -> str:
    return f"{value:.2f}".replace("-", "−").replace("−0.00", "0.00")
