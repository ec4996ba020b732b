"""What each section and question of an Amazon Connect form weighs, and which do not count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from qa_toolkit.forms.amazon_connect.asked import Asked
from qa_toolkit.forms.amazon_connect.layout import FormSection
from qa_toolkit.forms.build import weights_of

Mode = Literal["SECTION_ONLY", "QUESTION_ONLY", "POINTS_BASED"]
_MOST = Decimal(1000)
_ONE = Decimal(1)


@dataclass(slots=True, kw_only=True)
class Weights:
    """Weights by id; a question that is not in `questions` does not count."""

    groups: dict[str, Decimal] = field(default_factory=dict)
    questions: dict[str, Decimal] = field(default_factory=dict)


def weigh(sections: Sequence[FormSection], asked: Mapping[str, Asked], mode: Mode) -> Weights:
    """The weights of a form, as its scoring mode reads them."""
    weights = Weights()
    if mode == "SECTION_ONLY":
        _by_section(sections, asked, weights)
        return weights
    if mode == "POINTS_BASED":
        weights.questions = {
            name: Decimal(found.possible) for name, found in asked.items() if found.counts
        }
    else:
        _by_question(asked, weights)
    for section in sections:
        weights.groups[section.id] = _sum(section, weights)
        for part in section.parts:
            weights.groups[part.id] = _sum(part, weights)
    return weights


def _by_section(
    sections: Sequence[FormSection], asked: Mapping[str, Asked], weights: Weights
) -> None:
    """Sections share the whole; a section's questions and subsections share the section."""
    counting = [section for section in sections if _counts(section, asked)]
    for section, weight in zip(counting, weights_of([s.weight for s in counting]), strict=True):
        if weight is not None:
            weights.groups[section.id] = weight
            _within(section, asked, weights)
    for section in sections:
        for known in (section, *section.parts):
            weights.groups.setdefault(known.id, _ONE)


def _within(section: FormSection, asked: Mapping[str, Asked], weights: Weights) -> None:
    questions = [asked[known.id] for known in section.questions if asked[known.id].counts]
    parts = [part for part in section.parts if _counts(part, asked)]
    given = [*(question.weight for question in questions), *(part.weight for part in parts)]
    found = weights_of(given)
    for question, weight in zip(questions, found, strict=False):
        if weight is not None:
            weights.questions[question.question.id] = weight
    for part, weight in zip(parts, found[len(questions) :], strict=True):
        if weight is not None:
            weights.groups[part.id] = weight
            _within(part, asked, weights)


def _by_question(asked: Mapping[str, Asked], weights: Weights) -> None:
    """All questions share the whole."""
    counting = {name: found for name, found in asked.items() if found.counts}
    found = weights_of([known.weight for known in counting.values()])
    for name, weight in zip(counting, found, strict=True):
        if weight is not None:
            weights.questions[name] = weight


def _counts(section: FormSection, asked: Mapping[str, Asked]) -> bool:
    return any(asked[question.id].counts for question in section.all_questions())


def _sum(section: FormSection, weights: Weights) -> Decimal:
    """What its questions weigh together; it has no effect where questions weigh by themselves."""
    known = (weights.questions.get(question.id) for question in section.all_questions())
    total = sum((weight for weight in known if weight is not None), Decimal(0))
    return min(total, _MOST) or _ONE
