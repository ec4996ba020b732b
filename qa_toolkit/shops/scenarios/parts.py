"""The parts of a brief by the keys of a scenario, and the line that a question is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from qa_toolkit.domain.shop.scenario import CertificationQuestion, Scenario
from qa_toolkit.shops.scenarios.rules.texts import words_of

PARTS: Mapping[str, str] = {
    "persona": "Who you are",
    "goal": "What you want",
    "opening_line": "Your first words",
    "hold_back": "Tell only when asked",
    "probe": "Ask or mention",
    "do": "Do",
    "do_not": "Do not",
    "ethics": "Ethics",
    "evidence": "Bring back",
}
"""What people read above each part, in the order of a brief."""
_SHORT = 3
"""Letters of words that tell no subject: "the", "and", "you"."""
_ENOUGH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a brief, with the heading of its part."""

    heading: str
    text: str


def line_about(scenario: Scenario, question: CertificationQuestion) -> Line | None:
    """The line that shares most words, for its length, with a question, its answer and its reason.

    None where no line shares two words: better no pointer than a wrong one.
    """
    right = question.options[question.answer - 1]
    asked = _subject(f"{question.question} {right} {question.why}")
    near = [
        (len(shared) / sqrt(len(_subject(line.text))), line)
        for line in lines(scenario)
        if len(shared := asked & _subject(line.text)) >= _ENOUGH
    ]
    return max(near, key=lambda one: one[0])[1] if near else None


def lines(scenario: Scenario) -> Iterator[Line]:
    """What a scenario tells its shopper, line by line, in the order of a brief."""
    for key, heading in PARTS.items():
        for text in _texts(scenario, key):
            yield Line(heading=heading, text=text)


def _texts(scenario: Scenario, key: str) -> Sequence[str]:
    match key:
        case "persona":
            persona = scenario.persona
            return [f"{persona.name}. {persona.story}" if persona.name else persona.story]
        case "evidence":
            return [
                one.text if one.required else f"{one.text} (may be missing)"
                for one in scenario.evidence
            ]
        case _:
            value = getattr(scenario, key)
            return [value] if isinstance(value, str) else value


def _subject(text: str) -> set[str]:
    return {word.removesuffix("s") for word in words_of(text) if len(word) > _SHORT}
