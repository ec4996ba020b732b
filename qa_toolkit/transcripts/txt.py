"""Plain text for people: a line a turn."""

from qa_toolkit.domain.wording import minutes
from qa_toolkit.drawing.events import Event
from qa_toolkit.drawing.lines import lines
from qa_toolkit.drawing.words import length, one_line, voice
from qa_toolkit.transcripts.document import Document
from qa_toolkit.transcripts.wording import cautions, facts, low_words, talk_in_words


def as_txt(document: Document) -> str:
    """The transcript as text: what it is, what to be careful with, then every turn."""
    head = [one_line(document.interaction.id), " · ".join(facts(document)), *cautions(document)]
    if low := low_words(document):
        head.append(f"{low}.")
    if talked := talk_in_words(document):
        head.append(talked)
    body = []
    for line in lines(document.transcript, document.signals):
        if isinstance(line, Event):
            body.append(f"[{minutes(line.start_s)}] -- {line.kind}, {length(line.length_s)} --")
            continue
        turn = line.turn
        when = "" if turn.start_s is None else f"[{minutes(turn.start_s)}] "
        body.append(f"{when}{voice(turn)}: {one_line(turn.text)}")
    return "\n".join([*head, "", *body]) + "\n"
