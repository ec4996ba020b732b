"""A page for people: what was said, by whom, how sure that is, and a timeline of the call."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from qa_toolkit.domain.rounding import whole_percent
from qa_toolkit.domain.transcript import Turn
from qa_toolkit.domain.wording import minutes
from qa_toolkit.drawing import styles
from qa_toolkit.drawing.events import Event
from qa_toolkit.drawing.lines import lines
from qa_toolkit.drawing.low import LOW, low_spans
from qa_toolkit.drawing.measured import dead_air, talk
from qa_toolkit.drawing.timeline import timeline
from qa_toolkit.drawing.timeline_svg import timeline_svg
from qa_toolkit.drawing.words import length, one_line, readable, voice
from qa_toolkit.templates import templates_of
from qa_toolkit.transcripts.document import Document
from qa_toolkit.transcripts.wording import cautions, facts, low_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a turn's text; `is_low` for a word that may have been heard wrongly."""

    text: str
    is_low: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One turn or event, in words."""

    kind: str
    when: str
    start_s: float | None
    end_s: float | None
    number: int | None = None
    who: str = ""
    pieces: tuple[Piece, ...] = ()
    text: str = ""


def as_html(document: Document) -> str:
    """One file that needs no network and no other file but, if it is given, the recording."""
    drawn = timeline(document.transcript, document.signals)
    return (
        templates_of("qa_toolkit.transcripts")
        .get_template("transcript.html.j2")
        .render(
            title=one_line(document.interaction.id),
            facts=facts(document),
            cautions=cautions(document),
            doubtful=bool(document.transcript.doubt),
            low=low_words(document),
            low_percent=whole_percent(LOW),
            rows=list(_rows(document)),
            lanes=Markup(timeline_svg(drawn)) if drawn else "",  # noqa: S704 - escaped there
            lanes_css=Markup(styles.lanes_css()),  # noqa: S704 - our own file
            talk=talk(document.signals),
            dead_air=dead_air(document.signals),
            recording=document.recording,
            script=Markup(styles.player()),  # noqa: S704 - our own file
            script_hash=styles.player_hash(),
            language=document.transcript.language or "und",
        )
    )


def _rows(document: Document) -> Iterator[Row]:
    for line in lines(document.transcript, document.signals):
        if isinstance(line, Event):
            yield Row(
                kind="event",
                when=minutes(line.start_s),
                start_s=line.start_s,
                end_s=line.end_s,
                text=f"{line.kind}, {length(line.length_s)}",
            )
        else:
            turn = line.turn
            yield Row(
                kind=turn.speaker.value,
                when="" if turn.start_s is None else minutes(turn.start_s),
                start_s=turn.start_s,
                end_s=turn.end_s,
                number=line.index + 1,
                who=voice(turn),
                pieces=tuple(_pieces(turn)),
            )


def _pieces(turn: Turn) -> Iterator[Piece]:
    text = readable(turn.text)
    begin = 0
    for start, end in low_spans(text, turn.words):
        if start > begin:
            yield Piece(text=text[begin:start])
        yield Piece(text=text[start:end], is_low=True)
        begin = end
    if begin < len(text):
        yield Piece(text=text[begin:])
