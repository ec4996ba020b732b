"""A shopper's notes as turns of a role of their own, and the words that stand beside an answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from qa_toolkit.domain.answer import NOT_APPLICABLE, Answer
from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.shop.form import FormQuestion, ShopForm
from qa_toolkit.domain.shop.log import Attachment, ShopLog
from qa_toolkit.domain.shop.shown import answer_shown
from qa_toolkit.domain.transcript import SpeakerRole, Turn

INDICATOR = "shopper"
"""Stands as the indicator of evidence that a shopper noted."""
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note of a shopper.

    Attributes:
        about: id of the question or the section; empty for the narrative.
        heading: what it is about, for people.
    """

    about: str
    heading: str
    text: str


def notes_of(log: ShopLog, form: ShopForm) -> tuple[Note, ...]:
    """The comments in the order of the form, of a section before its questions; then the story."""
    return tuple(note for note in _all(log, form) if note.text)


def turns_of(notes: tuple[Note, ...]) -> tuple[Turn, ...]:
    """A turn for each note, whose party says what it is about."""
    return tuple(
        Turn(speaker=SpeakerRole.SHOPPER, text=note.text, party=note.heading) for note in notes
    )


def evidence_of(
    log: ShopLog, form: ShopForm, notes: tuple[Note, ...], first_turn: int
) -> Mapping[str, Evidence]:
    """What a shopper wrote beside each answer, by question; the section's comment where nothing.

    It speaks neither for nor against: the answer does.

    Args:
        log: what was noted.
        form: its questions.
        notes: of the log.
        first_turn: index of the first note's turn in the transcript.
    """
    places = {note.about: (first_turn + at, note.text) for at, note in enumerate(notes)}
    answers = log.answers()
    found = {}
    for section in form.sections:
        for question in section.questions:
            if question.id not in answers:
                continue
            turn, text = places.get(question.id) or places.get(section.id) or (0, "")
            noted = _noted(question, answers[question.id])
            if text or noted:
                found[question.id] = Evidence(
                    turn=turn,
                    start=0,
                    end=len(text),
                    quote=text,
                    indicator=INDICATOR,
                    effect=_NOTHING,
                    note=noted,
                )
    return found


def recording_of(log: ShopLog) -> Attachment | None:
    """The recording that was brought back; the first of several."""
    return next((one for one in log.attachments if one.kind == "recording"), None)


def _all(log: ShopLog, form: ShopForm) -> Iterator[Note]:
    for section in form.sections:
        text = log.comments.get(section.id, "").strip()
        yield Note(about=section.id, heading=section.title, text=text)
        for question in section.questions:
            text = log.observation(question.id).comment.strip()
            yield Note(about=question.id, heading=question.text, text=text)
    yield Note(about="", heading="the whole story", text=log.narrative.strip())


def _noted(question: FormQuestion, answer: Answer) -> str:
    """The answer itself where the rating does not tell it: a number, or what was chosen."""
    if answer == NOT_APPLICABLE or question.type not in ("number", "choice", "multi_choice"):
        return ""
    return f"noted: {answer_shown(question, answer)}"
