"""A transcript at the terminal: a turn a line, its speaker in colour, what is doubtful marked."""

import sys
from typing import TYPE_CHECKING

from qa_toolkit.domain.transcript import SpeakerRole

if TYPE_CHECKING:  # rich takes 60 ms to import, and the writers come with the project
    from rich.text import Text

    from qa_toolkit.domain.transcript import Turn
    from qa_toolkit.transcripts.document import Document

_STYLES = {
    SpeakerRole.AGENT: "cyan",
    SpeakerRole.CUSTOMER: "magenta",
    SpeakerRole.BOT: "blue",
    SpeakerRole.SYSTEM: "dim",
    SpeakerRole.INTERNAL: "dim",
    SpeakerRole.SHOPPER: "green",
    SpeakerRole.UNKNOWN: "yellow",
}
_LOW = "dim underline"
_EVENT = "dim italic"
_WIDEST = 24
"""The most columns for the names of speakers."""


def say_transcript(document: "Document") -> None:
    """Print a transcript; in a pipe a line a turn, without colours."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from qa_toolkit.domain.wording import minutes
    from qa_toolkit.drawing.events import Event
    from qa_toolkit.drawing.lines import lines
    from qa_toolkit.drawing.words import length, one_line, voice
    from qa_toolkit.transcripts.wording import cautions, facts, low_words, talk_in_words

    # a pipe has no width: every turn stays on one line
    console = Console(file=sys.stdout, highlight=False, soft_wrap=not sys.stdout.isatty())
    console.print(Text(one_line(document.interaction.id), style="bold"))
    console.print(Text(" · ".join(facts(document)), style="dim"))
    for caution in cautions(document):
        console.print(Text(caution, style="yellow"))
    if low := low_words(document):
        console.print(Text(f"{low}.", style=_LOW))
    if talked := talk_in_words(document):
        console.print(Text(talked, style="dim"))
    console.print()
    widest = max((len(voice(turn)) for turn in document.transcript.turns), default=0)
    for line in lines(document.transcript, document.signals):
        if isinstance(line, Event):
            said = f"{minutes(line.start_s):>7}  ── {line.kind}, {length(line.length_s)} ──"
            console.print(Text(said, style=_EVENT))
            continue
        turn = line.turn
        when = "" if turn.start_s is None else minutes(turn.start_s)
        name = Text(voice(turn), style=f"bold {_STYLES[turn.speaker]}")
        if not sys.stdout.isatty():
            console.print(Text(f"{when:>7}  ") + name + Text(": ") + marked(turn))
            continue
        row = Table.grid(padding=(0, 2))
        row.add_column(width=7, justify="right", style="dim")
        row.add_column(width=min(widest, _WIDEST))
        row.add_column(overflow="fold")
        row.add_row(when, name, marked(turn))
        console.print(row)


def marked(turn: "Turn") -> "Text":
    """A turn's text on one line, with the words underlined that may have been heard wrongly."""
    from rich.text import Text

    from qa_toolkit.drawing.low import low_spans
    from qa_toolkit.drawing.words import one_line

    text = one_line(turn.text)
    shown = Text(text)
    for start, end in low_spans(text, turn.words):
        shown.stylize(_LOW, start, end)
    return shown
