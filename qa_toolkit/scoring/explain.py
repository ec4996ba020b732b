"""Why: the sums behind the models of a rubric, the customer's course, and what happened on the way."""

from collections.abc import Callable, Iterator, Mapping
from statistics import fmean

from qa_toolkit.domain.explanation import Addend, Event, Explanation, Quote, Sum
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.signals import Signals
from qa_toolkit.domain.transcript import SpeakerRole, Transcript
from qa_toolkit.scoring.abstain import language_of
from qa_toolkit.scoring.detectors import DETECTORS, Span
from qa_toolkit.scoring.detectors.detect import Finds, detect
from qa_toolkit.scoring.models import Contribution, Model, contributions, predict, shipped
from qa_toolkit.scoring.models.agent_mood import agent_mood
from qa_toolkit.scoring.models.measures import SAYS, YES_NO
from qa_toolkit.scoring.models.worst_turn import worst_turn
from qa_toolkit.scoring.reading import Reading
from qa_toolkit.scoring.view import role_confidence

_WORDS_SHOWN = 5
_FEWEST_TURNS = 3
POLITENESS = "politeness"
"""The section whose model also judges turns one by one."""
CUSTOMER = ""
"""Stands where a section would, for the customer's sentiment."""
EVENTS = {
    "profanity": "swears",
    "blame": "puts the fault on the customer",
    "dismissal": "brushes the trouble aside",
    "impatience": "is impatient",
    "escalation_request": "the customer asks for somebody higher up",
    "cancellation": "the customer wants to leave",
    "repeat_contact": "the customer has asked before",
    "sarcasm": "the customer's praise is none",
    "inactivity_close": "closed because the customer went quiet",
}
"""Detectors whose finds are told one by one, with what happened."""


def explain(
    transcript: Transcript,
    signals: Signals,
    rubric: Rubric,
    models: Mapping[str, Model],
    facts: Mapping[str, str],
    compound: Callable[[str], float],
) -> Explanation:
    """Explain the strengths of a rubric's sections for one transcript.

    Args:
        transcript: what was said.
        signals: what was measured on it.
        rubric: names the models.
        models: those it names that do not ship, by name.
        facts: what is known about the interaction, by lower-case name.
        compound: VADER's compound score of a text.
    """
    reading = Reading(transcript=transcript, signals=signals, facts=facts)
    language = language_of(rubric, reading)
    known = {
        section: model
        for section, name in _named(rubric)
        if (model := models.get(name) or shipped(name)).language == language
    }
    if language is None:
        return Explanation(sums=())
    if not known:
        return Explanation(sums=(), course=_course(reading))
    finds = detect(reading)
    sums = (_sum(section, model, reading, finds) for section, model in known.items())
    events = [*_events(finds, transcript), *_worst(known.get(POLITENESS), reading, finds)]
    return Explanation(
        sums=tuple(filter(None, sums)),
        course=_course(reading),
        agent_mood=agent_mood(finds, reading, compound),
        events=tuple(sorted(events, key=lambda event: event.turn)),
    )


def _named(rubric: Rubric) -> Iterator[tuple[str, str]]:
    """The models of sections by section, and last that of the customer's sentiment."""
    for section in rubric.sections:
        if section.model is not None:
            yield section.id, section.model
    if rubric.customer_sentiment is not None:
        yield CUSTOMER, rubric.customer_sentiment


def _sum(section: str, model: Model, reading: Reading, finds: Finds) -> Sum | None:
    said = predict(model, reading, finds)
    if said is None:
        return None
    return Sum(
        section=section,
        model=model.name,
        predicts=model.predicts,
        base=model.start,
        addends=tuple(_addends(contributions(model, reading, finds), reading.transcript)),
        probability=said.probability,
        confidence=min(said.confidence, role_confidence(reading.transcript)),
    )


def _worst(model: Model | None, reading: Reading, finds: Finds) -> Iterator[Event]:
    """The agent's least polite turn, where it is clearly impolite."""
    worst = None if model is None else worst_turn(model, reading, finds)
    if worst is not None:
        spans = [span for item in worst.against for span in item.spans]
        said = _quote(spans[0], reading.transcript).text
        note = f"the least polite turn, {worst.probability:.2f} by itself"
        yield Event(kind="worst_turn", turn=worst.turn, text=said, note=note)


def _addends(found: tuple[Contribution, ...], transcript: Transcript) -> Iterator[Addend]:
    """One for each feature; single words, of which there are many, become one."""
    words = [item for item in found if item.feature.startswith("w:")]
    rest = [_addend(item, transcript) for item in found if not item.feature.startswith("w:")]
    if words:
        shown = [f"“{item.feature[2:]}”" for item in words[:_WORDS_SHOWN]]
        more = f" and {len(words) - len(shown)} more" if len(words) > len(shown) else ""
        meaning = f"Single words and pairs: {', '.join(shown)}{more}."
        rest.append(Addend(name="words", meaning=meaning, amount=sum(w.amount for w in words)))
    yield from sorted(rest, key=lambda item: (-abs(item.amount), item.name))


def _addend(item: Contribution, transcript: Transcript) -> Addend:
    name = item.feature
    if name.startswith("#"):
        meaning = _measured(name[1:], item)
    else:
        meaning = DETECTORS[name.partition("@")[0]].meaning
    quotes = tuple(_quote(span, transcript) for span in item.spans)
    return Addend(name=name, meaning=meaning, amount=item.amount, quotes=quotes)


def _measured(name: str, item: Contribution) -> str:
    """What a measure says here."""
    above, below = SAYS[name]
    said = below if name not in YES_NO and item.value < item.usual else above
    return f"{said[:1].upper()}{said[1:]}."


def _quote(span: Span, transcript: Transcript) -> Quote:
    return Quote(turn=span.turn, text=transcript.turns[span.turn].text[span.start : span.end])


def _course(reading: Reading) -> tuple[float, float] | None:
    """The customer's mean mood in the first and in the last third of their turns."""
    turns = reading.turns_of(SpeakerRole.CUSTOMER)
    if len(turns) < _FEWEST_TURNS:
        return None
    third = len(turns) // 3
    moods = [reading.signals.sentiment[turn] or 0.0 for turn in turns]
    return fmean(moods[:third]), fmean(moods[-third:])


def _events(finds: Finds, transcript: Transcript) -> Iterator[Event]:
    for name, note in EVENTS.items():
        for span in finds.get(name, ())[:1]:
            yield Event(kind=name, turn=span.turn, text=_quote(span, transcript).text, note=note)
