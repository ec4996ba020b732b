"""Plain text for people: a line a turn."""

from qa_toolkit.domain.wording import minutes
from qa_toolkit.transcripts.document import Document
from qa_toolkit.transcripts.lines import Event, lines
from qa_toolkit.transcripts.wording import (
    cautions,
    facts,
    length,
    low_words,
    one_line,
    talk_in_words,
    voice,
)


def as_txt(document: Document) -> str:
    """The transcript as text: what it is, what to be careful with, then every turn."""
    head = [one_line(document.interaction.id), " · ".join(facts(document)), *cautions(document)]
    if low := low_words(document):
        head.append(f"{low}.")
    if talked := talk_in_words(document):
        head.append(talked)
    body = []
    for line in lines(document):
        if isinstance(line, Event):
            body.append(f"[{minutes(line.start_s)}] -- {line.kind}, {length(line.length_s)} --")
            continue
        turn = line.turn
        when = "" if turn.start_s is None else f"[{minutes(turn.start_s)}] "
        body.append(f"{when}{voice(turn)}: {one_line(turn.text)}")
    return "\n".join([*head, "", *body]) + "\n"
