"""Commands: moving about, taking back, noting."""

from qa_toolkit.domain.said import tidy, too_long
from qa_toolkit.domain.shop.log import MOST_CHARACTERS
from qa_toolkit.shops.interview import shown, state
from qa_toolkit.shops.interview.commands import Command, Wish
from qa_toolkit.shops.interview.items import Kind
from qa_toolkit.shops.interview.notes import with_comment
from qa_toolkit.shops.interview.state import Interview
from qa_toolkit.shops.interview.turn import Turn
from qa_toolkit.shops.interview.typed import quoted


def obeyed(interview: Interview, command: Command) -> Turn:
    """What a command does; what only the screen can do is wished."""
    match command.wish:
        case Wish.UNDO:
            return _undone(interview)
        case Wish.BACK:
            return Turn(interview=state.moved(interview, -1))
        case Wish.NEXT:
            return Turn(interview=state.moved(interview, 1))
        case Wish.SKIP:
            return _skipped(interview)
        case Wish.GO:
            return went(interview, command.words)
        case Wish.NOTE:
            return _noted(interview, command.words)
        case Wish.LIST | Wish.SAVE | Wish.HELP | Wish.SUBMIT:
            return Turn(interview=interview, wish=command.wish)


def _undone(interview: Interview) -> Turn:
    if not interview.past:
        return Turn(interview=interview, wrong="there is nothing to take back")
    before = state.undone(interview)
    return Turn(interview=before, told=f"taken back: {shown.name_of(before.item)}")


def _skipped(interview: Interview) -> Turn:
    item = interview.item
    after = state.onward(interview)
    left_open = item.required and not item.done and item.kind is not Kind.REVIEW
    return Turn(interview=after, told="left open" if left_open else "")


def went(interview: Interview, words: str) -> Turn:
    """At the item that a number or a name means."""
    if not words:
        return Turn(interview=interview, wish=Wish.LIST)
    item = state.named(interview, words)
    if item is None:
        return Turn(
            interview=interview, wrong=f"there is no item {quoted(words)}; :list shows them"
        )
    return Turn(interview=state.gone(interview, item.id))


def _noted(interview: Interview, words: str) -> Turn:
    item = interview.item
    if item.kind not in (Kind.QUESTION, Kind.REASON):
        return Turn(interview=interview, wrong="a note is kept on a question; this is none")
    if not words:
        return Turn(interview=interview, wrong="what is to be noted? :note TEXT")
    if wrong := too_long(words, MOST_CHARACTERS["comment"]):
        return Turn(interview=interview, wrong=wrong)
    log = with_comment(interview.log, item.where, tidy(words))
    return Turn(interview=state.changed(interview, log, stay=True), told="noted")
