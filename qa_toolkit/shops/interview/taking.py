"""Answers to the item that is asked, by its kind."""

from collections.abc import Callable
from dataclasses import replace

from qa_toolkit.domain.said import too_long
from qa_toolkit.domain.shop.log import MOST_CHARACTERS
from qa_toolkit.domain.shop.shown import answer_shown
from qa_toolkit.domain.wording import listed
from qa_toolkit.shops.interview import proof, shown, state
from qa_toolkit.shops.interview.answers import Wrong, read_answer
from qa_toolkit.shops.interview.commands import NOTHING, Wish
from qa_toolkit.shops.interview.items import TEXTS, Item, Kind
from qa_toolkit.shops.interview.notes import with_answer, with_text
from qa_toolkit.shops.interview.obeying import went
from qa_toolkit.shops.interview.state import Interview
from qa_toolkit.shops.interview.suggested import suggested
from qa_toolkit.shops.interview.turn import Turn
from qa_toolkit.shops.interview.typed import quoted

_YES = frozenset({"y", "yes"})
_SUBMIT = frozenset({"y", "yes", "submit"})
_ONE_LINE = frozenset({Kind.STAFF, Kind.REFERENCE})
_MOST = {
    Kind.STAFF: MOST_CHARACTERS["staff"],
    Kind.DESCRIPTION: MOST_CHARACTERS["staff_description"],
    Kind.REFERENCE: MOST_CHARACTERS["reference"],
    Kind.REASON: MOST_CHARACTERS["comment"],
    Kind.COMMENT: MOST_CHARACTERS["comment"],
    Kind.NARRATIVE: MOST_CHARACTERS["narrative"],
}


def taken(interview: Interview, item: Item, text: str) -> Turn:
    """What a text means as an answer to this item."""
    if item.kind in TEXTS:
        return _worded(interview, item, text)
    return _TAKEN[item.kind](interview, item, text)


def taken_back(interview: Interview, item: Item) -> Turn:
    """Without what stands under this item; where nothing does, it is passed."""
    if item.kind is Kind.EVIDENCE:
        return Turn(interview=interview, wrong="write - and the number of what is to be taken out")
    if item.kind is Kind.LOCATION:
        log = replace(interview.log, location="")
    elif item.kind is Kind.QUESTION:
        log = with_answer(interview.log, item.where, None)
    else:
        log = with_text(interview.log, item, "")
    if log != interview.log:
        return Turn(interview=state.changed(interview, log, stay=True), told="taken back")
    return passed(interview, item)


def passed(interview: Interview, item: Item) -> Turn:
    """Enter alone: keeps what is there, takes what is offered, or passes what may be left out."""
    if item.kind is Kind.REVIEW:
        first = next(iter(state.open_items(interview)), None)
        if first is not None:
            return Turn(interview=state.gone(interview, first.id))
        return Turn(interview=interview, wrong="y submits it; :save keeps it for later")
    if item.done or not item.required:
        return Turn(interview=state.onward(interview))
    if item.kind is Kind.LOCATION:
        return _located(interview, item, interview.basis.assignment.location)
    if item.question is not None and item.kind is Kind.QUESTION:
        offered = suggested(item.question, interview.log)
        if offered is not None:
            log = with_answer(interview.log, item.where, offered)
            told = answer_shown(item.question, offered)
            return Turn(interview=state.changed(interview, log), told=told)
    what = "words are" if item.kind in TEXTS else "an answer is"
    if item.kind is Kind.NARRATIVE and interview.log.narrative:
        return Turn(interview=interview, wrong=shown.too_short(interview))
    if item.kind is Kind.EVIDENCE:
        return Turn(interview=interview, wrong="a file is needed; :skip comes back to it later")
    return Turn(interview=interview, wrong=f"{what} needed; :skip comes back to it later")


def _worded(interview: Interview, item: Item, text: str) -> Turn:
    if item.kind in _ONE_LINE:
        text = " ".join(text.split())  # as pasted from several
    if wrong := too_long(text, _MOST[item.kind]):
        return Turn(interview=interview, wrong=wrong)
    after = state.changed(interview, with_text(interview.log, item, text), stay=True)
    if item.kind is Kind.NARRATIVE and not after.item.done:
        return Turn(interview=after, wrong=shown.too_short(after))
    return Turn(interview=state.onward(after))


def _answered(interview: Interview, item: Item, text: str) -> Turn:
    if item.question is None:
        return Turn(interview=interview)
    answer = read_answer(item.question, text)
    if isinstance(answer, Wrong):
        return Turn(interview=interview, wrong=answer.message)
    log = with_answer(interview.log, item.where, answer)
    told = answer_shown(item.question, answer)
    return Turn(interview=state.changed(interview, log), told=_if_not(told, text))


def _if_not(told: str, text: str) -> str:
    """What was understood, where it was not typed just so."""
    return "" if told.casefold() == text.casefold() else told


def _located(interview: Interview, item: Item, text: str) -> Turn:
    assigned = interview.basis.assignment.location
    wanted = assigned if text.casefold() in _YES else text.casefold()
    found = [
        one
        for one in interview.basis.locations
        if wanted in (one.id.casefold(), one.name.casefold())
    ] or [one for one in interview.basis.locations if one.name.casefold().startswith(wanted)]
    if len(found) != 1:
        known = listed([one.id for one in interview.basis.locations], "and")
        return Turn(interview=interview, wrong=f"the plan has no location {quoted(text)}: {known}")
    log = replace(interview.log, location=found[0].id)
    told = shown.location_shown(interview, found[0].id)
    if found[0].id != assigned:
        told += f"; assigned was {shown.location_shown(interview, assigned)}"
    return Turn(interview=state.changed(interview, log), told=told)


def _proven(interview: Interview, item: Item, text: str) -> Turn:
    if text.startswith(NOTHING):
        log = proof.without_attachment(interview.log, text[1:])
        if isinstance(log, Wrong):
            return Turn(interview=interview, wrong=log.message)
        return Turn(interview=state.changed(interview, log, stay=True), told="taken out")
    wanted = proof.read_attach(interview.basis.form, interview.log, text)
    if isinstance(wanted, Wrong):
        return Turn(interview=interview, wrong=wanted.message)
    return Turn(interview=interview, attach=wanted)


def _reviewed(interview: Interview, item: Item, text: str) -> Turn:
    if text.casefold() in _SUBMIT:
        return Turn(interview=interview, wish=Wish.SUBMIT)
    if text.casefold() in ("n", "no"):
        return Turn(interview=interview, wish=Wish.SAVE)
    return went(interview, text)


_TAKEN: dict[Kind, Callable[[Interview, Item, str], Turn]] = {
    Kind.QUESTION: _answered,
    Kind.LOCATION: _located,
    Kind.EVIDENCE: _proven,
    Kind.REVIEW: _reviewed,
}
