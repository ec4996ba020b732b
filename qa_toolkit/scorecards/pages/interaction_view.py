"""What the page of one interaction shows beside its scorecard: words, pictures, measures."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rounding import whole_percent
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.signals import Signals
from qa_toolkit.drawing import styles
from qa_toolkit.drawing.bars import BarRow, bars_svg
from qa_toolkit.drawing.low import LOW
from qa_toolkit.drawing.sentiment import heard, sentiment_svg
from qa_toolkit.drawing.timeline import timeline
from qa_toolkit.drawing.timeline_svg import timeline_svg
from qa_toolkit.scorecards.figures.stakes import Stakes
from qa_toolkit.scorecards.pages.highlights import Highlights, highlights
from qa_toolkit.scorecards.pages.measured import Measured, measured
from qa_toolkit.scorecards.pages.spoken_rows import Row, rows
from qa_toolkit.scorecards.turn_places import turn_anchor
from qa_toolkit.scorecards.view import CriterionView, ReportView, ScorecardView


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A criterion whose marks alone can be shown: its number on the page."""

    number: int
    question: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InteractionView:
    """What the page shows beside the scorecard.

    Attributes:
        numbers: each criterion's number on the page, by id.
        highlights: what to know of it in a minute; None where nothing was rated.
        rows: what was said and what happened.
        marks: the names of marked words that are shown.
        choices: criteria with marks in the transcript.
        low_percent: words less probable than this are marked; empty where none is.
        bars, lanes, course: pictures of sections, time and sentiment as HTML; empty where there is
            nothing to draw.
        measured: facts without judgement; None where nothing was measured.
        recording: address of the audio file; empty without one.
    """

    numbers: Mapping[str, int]
    highlights: Highlights | None
    rows: tuple[Row, ...]
    marks: frozenset[str]
    choices: tuple[Choice, ...]
    low_percent: str
    bars: Markup
    lanes: Markup
    course: Markup
    measured: Measured | None
    recording: str
    language: str
    css: Markup
    script: Markup
    script_hash: str


def interaction_view(
    view: ReportView,
    card: ScorecardView,
    scored: Scored,
    signals: Signals | None,
    recording: Path | None,
    stakes: Stakes,
) -> InteractionView:
    """What the page of an interaction shows beside its scorecard; `stakes` are its rubric's."""
    criteria = list(card.all_criteria())
    numbered = {known.id: (number, known.question) for number, known in enumerate(criteria, 1)}
    spoken = tuple(rows(scored, signals, card.anchor, numbered))
    doubtful = any(piece.is_low for row in spoken for piece in row.pieces)
    drawn = timeline(scored.transcript, signals) if _is_timed(scored) else None
    return InteractionView(
        numbers={name: number for name, (number, _) in numbered.items()},
        highlights=highlights(criteria, scored, stakes),
        rows=spoken,
        marks=frozenset(piece.anchor for row in spoken for piece in row.pieces if piece.anchor),
        choices=_choices(criteria, spoken),
        low_percent=whole_percent(LOW) if doubtful else "",
        bars=_safe(_bars(view, card)),
        lanes=_safe(timeline_svg(drawn, turn_anchor(card.anchor, 0)[:-1]) if drawn else ""),
        course=_safe(sentiment_svg(heard(scored.transcript, signals)) if signals else ""),
        measured=measured(signals) if signals else None,
        recording=quote(f"../{recording.as_posix()}") if recording else "",
        language=scored.transcript.language or "und",
        css=_css(len(criteria)),
        script=_safe(styles.player() if recording else ""),
        script_hash=styles.player_hash() if recording else "",
    )


def _bars(view: ReportView, card: ScorecardView) -> str:
    """The sections beside each other; a single one is the total itself."""
    minimums = {known.id: known.minimum for known in view.rubric.sections}
    if len(card.sections) < 2:
        return ""
    rows = [
        BarRow(
            name=section.title,
            value=_number(section.percent),
            shown=section.shown,
            least=_number(minimums.get(section.id)),
        )
        for section in card.sections
    ]
    needed = any(row.least is not None for row in rows)
    how = "The dashed line is the least that a pass needs." if needed else ""
    return bars_svg("Sections in percent", how, rows, ("Section", "Percent", "Minimum"))


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _is_timed(scored: Scored) -> bool:
    return scored.interaction.channel is Channel.CALL


def _choices(criteria: list[CriterionView], spoken: tuple[Row, ...]) -> tuple[Choice, ...]:
    """The criteria that have marks, each with how many."""
    counts: dict[int, int] = {}
    for row in spoken:
        for piece in row.pieces:
            for reference in piece.references:
                counts[reference.number] = counts.get(reference.number, 0) + 1
    return tuple(
        Choice(number=number, question=known.question, count=counts[number])
        for number, known in enumerate(criteria, 1)
        if number in counts
    )


@lru_cache(maxsize=256)
def _css(criteria: int) -> Markup:
    """Looks of the pictures, and a rule for each criterion that hides the marks of the others."""
    hidden = "\n".join(
        f"body:has(#only-{number}:checked) mark:not(.c{number}) {{ --mark: none; --rule: none; }}\n"
        f"body:has(#only-{number}:checked) .ref:not(.r{number}) {{ display: none; }}"
        for number in range(1, criteria + 1)
    )
    return _safe(f"{styles.lanes_css()}{styles.charts_css()}{hidden}\n")


def _safe(html: str) -> Markup:
    return Markup(html)  # noqa: S704 - our own files, and pictures that escape what they are given
