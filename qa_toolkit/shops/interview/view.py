"""An item as a terminal shows it: wording only, no layout."""

from dataclasses import dataclass

from qa_toolkit.domain.answer import NOT_APPLICABLE, NOT_APPLICABLE_TOLD
from qa_toolkit.domain.said import tidy, too_long
from qa_toolkit.domain.shop.log import MOST_CHARACTERS, Mark
from qa_toolkit.domain.shop.shown import answer_shown
from qa_toolkit.domain.wording import counted
from qa_toolkit.shops.checks.words import words
from qa_toolkit.shops.interview import shown, state
from qa_toolkit.shops.interview.answers import labelled
from qa_toolkit.shops.interview.items import TEXTS, Item, Kind
from qa_toolkit.shops.interview.marks import next_press, on_hold
from qa_toolkit.shops.interview.notes import text_of
from qa_toolkit.shops.interview.state import Interview
from qa_toolkit.shops.interview.suggested import suggested

_ASKED = {
    Kind.STAFF: "What is the name of the person you dealt with?",
    Kind.DESCRIPTION: "You have no name: what did the person look or sound like?",
    Kind.LOCATION: "Where was it?",
    Kind.REFERENCE: "Was there a number: of a ticket, an order or a receipt?",
    Kind.TIMES: "When did it start, when did the first person answer, when did it end?",
    Kind.NARRATIVE: "Tell the story of it, in the past tense and in its order.",
    Kind.EVIDENCE: "What do you bring back?",
    Kind.REVIEW: "Is everything as it was?",
}
_GUIDANCE = {
    Kind.STAFF: "As it was given or could be read. Without one a description does.",
    Kind.DESCRIPTION: "Facts only: hair, glasses, badge, voice; nothing on origin or belief.",
    Kind.TIMES: "Start: it rings, the door opens, the first message is sent. Answered: the first "
    "person, not a machine.",
    Kind.NARRATIVE: "What was seen and heard; opinions and advice stay out.",
    Kind.REASON: "What did you see or hear that makes it a No?",
    Kind.EVIDENCE: "A file; drop it here, or Tab completes its path.",
}
_LABEL = len(NOT_APPLICABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """What stands on the screen for one item.

    Attributes:
        head: section and place, such as `Welcome · 5 of 17`.
        lines: choices with their labels, or what is wanted, one line each.
        noted: what stands in the log already; empty where nothing does.
        text: words to edit, of an item that is answered in words.
        keys: what Enter and other keys do here.
    """

    head: str
    notices: tuple[str, ...]
    asked: str
    guidance: str
    lines: tuple[str, ...]
    noted: str
    text: str
    keys: str


def view_of(interview: Interview) -> ItemView:
    """The item that is asked."""
    item = interview.item
    at = state.progress(interview)
    done = f"{at.done} of {at.required} done"
    heading = f" · {item.question.heading}" if item.question and item.question.heading else ""
    return ItemView(
        head=f"{item.section}{heading} · item {at.number} of {at.items} · {done}",
        notices=item.notices,
        asked=_asked(item),
        guidance=_guidance(item),
        lines=_lines(interview, item),
        noted=shown.noted_shown(interview, item),
        text=text_of(interview.log, item) if item.kind in TEXTS or _is_text(item) else "",
        keys=_keys(interview, item),
    )


def words_told(interview: Interview, text: str) -> str:
    """How long a story is, and should be; or that it is longer than what is kept."""
    if wrong := too_long(tidy(text), MOST_CHARACTERS["narrative"]):
        return f"{wrong}; what goes beyond is not saved"
    told = counted(len(words(text)), "word")
    least = interview.basis.form.narrative_words
    return f"{told}, at least {least}" if least else told


def _asked(item: Item) -> str:
    if item.kind is Kind.REASON and item.question is not None:
        return f"Why not? ({item.question.text})"
    if item.question is not None:
        return item.question.text
    if item.kind is Kind.COMMENT:
        return f"What is to be said of '{item.section}' as a whole?"
    return _ASKED[item.kind]


def _guidance(item: Item) -> str:
    if item.kind is Kind.QUESTION and item.question is not None:
        return item.question.guidance
    return _GUIDANCE.get(item.kind, "")


def _lines(interview: Interview, item: Item) -> tuple[str, ...]:
    if item.kind is Kind.EVIDENCE:
        return shown.evidence_asked(interview)
    if item.kind is Kind.LOCATION:
        assigned = shown.location_shown(interview, interview.basis.assignment.location)
        return (f"assigned: {assigned}",)
    question = item.question
    if question is None or item.kind is Kind.REASON:
        return ()
    lines = [f"{label:<{_LABEL}} {one.text}" for label, one in labelled(question)]
    if question.type == "number":
        lines.append(f"a number of {question.unit}" if question.unit else "a number")
    if question.na_allowed:
        lines.append(f"{NOT_APPLICABLE:<{_LABEL}} {NOT_APPLICABLE_TOLD}: it could not be seen here")
    return tuple(lines)


def _keys(interview: Interview, item: Item) -> str:
    if item.kind is Kind.TIMES:
        return _stopwatch_keys(interview)
    if item.kind is Kind.REVIEW:
        return "y submits; a number goes to the item; :save keeps it for later"
    if item.kind is Kind.NARRATIVE:
        return "Esc then Enter, or a line with one dot, ends it"
    if item.kind is Kind.EVIDENCE:
        return "Enter goes on; - 1 takes the first out"
    if item.done:
        return "Enter keeps it; - takes it back"
    if item.kind is Kind.LOCATION:
        return "Enter: as assigned"
    question = item.question
    if question is not None and item.kind is Kind.QUESTION:
        offered = suggested(question, interview.log)
        if offered is not None:
            return f"Enter takes the stopwatch's {answer_shown(question, offered)}"
        if question.type == "multi_choice":
            return "several with commas: 1, 3; none: none of them"
    return "" if item.required else "Enter passes it"


def _stopwatch_keys(interview: Interview) -> str:
    log = interview.log
    typed = "or type times: 14:05 14:05:20 14:12"
    coming = next_press(log)
    if coming is None or log.moment(Mark.END) is not None:
        return f"Enter keeps them; {typed.removeprefix('or ')}"
    if coming is not Mark.END:
        press = "starts the stopwatch" if coming is Mark.START else "when a person answers"
        return f"Enter or space {press}; {typed}"
    if Mark.HOLD not in interview.basis.form.marks:
        return "Enter ends it"
    return f"Enter ends it; space {'resumes' if on_hold(log) else 'is a hold'}"


def _is_text(item: Item) -> bool:
    return item.question is not None and item.question.type == "text"
