"""One turn of the interview: what was typed, and what comes of it."""

from dataclasses import replace
from datetime import datetime

from qa_toolkit.domain.said import tidy, too_long
from qa_toolkit.domain.shop.log import MOST_CHARACTERS, Attachment
from qa_toolkit.shops.interview import proof, shown, state
from qa_toolkit.shops.interview.answers import Wrong
from qa_toolkit.shops.interview.commands import NOTHING, PREFIX, read_command
from qa_toolkit.shops.interview.items import Kind
from qa_toolkit.shops.interview.obeying import obeyed
from qa_toolkit.shops.interview.state import Interview
from qa_toolkit.shops.interview.taking import passed, taken, taken_back
from qa_toolkit.shops.interview.timing import timed
from qa_toolkit.shops.interview.turn import Turn


def heard(interview: Interview, text: str, now: datetime) -> Turn:
    """What an input means at the item that is asked.

    Args:
        interview: how it stands.
        text: the line, or all lines of the story.
        now: this moment, of the stopwatch while it runs.
    """
    item = interview.item
    command = read_command(text)
    if isinstance(command, Wrong):
        return Turn(interview=interview, wrong=command.message)
    if command is not None:
        return obeyed(interview, command)
    if item.kind is Kind.TIMES:
        return timed(interview, text, now)
    typed = tidy(text)
    if typed == NOTHING and item.kind is not Kind.REVIEW:
        return taken_back(interview, item)
    if not typed:
        return passed(interview, item)
    return taken(interview, item, typed)


def written(interview: Interview, text: str) -> Interview:
    """With the lines of the story as far as they are typed, and the same item asked."""
    typed = tidy(text)
    if too_long(typed, MOST_CHARACTERS["narrative"]) or not typed or typed.startswith(PREFIX):
        return interview
    return state.changed(interview, replace(interview.log, narrative=typed), stay=True)


def attached(interview: Interview, attachment: Attachment) -> Turn:
    """With a file that was kept as evidence."""
    log = proof.with_attachment(interview.log, attachment)
    if log == interview.log:
        return Turn(interview=interview, told=f"{attachment.name} is attached already")
    return Turn(
        interview=state.changed(interview, log, stay=True), told=shown.attachment_told(attachment)
    )
