"""The form of a scenario: one list of questions for terminal, page, workbook, paper and checks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qa_toolkit.domain.answer import NOT_APPLICABLE, Answer, chosen
from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import AnswerType, AppliesWhen, Criterion, Rubric
from qa_toolkit.domain.shop.log import Mark
from qa_toolkit.domain.shop.scenario import Measure, RequiredEvidence, Scenario

_MARKS_OF = {
    Channel.CALL: (Mark.START, Mark.ANSWERED, Mark.HOLD, Mark.RESUMED, Mark.END),
    Channel.CHAT: (Mark.START, Mark.ANSWERED, Mark.HOLD, Mark.RESUMED, Mark.END),
    Channel.VISIT: (Mark.START, Mark.ANSWERED, Mark.END),
}
"""The presses of the stopwatch that a channel has; start, answered and end where none are named."""
_SHORT_MARKS = (Mark.START, Mark.ANSWERED, Mark.END)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer to choose: how a log writes it, and what people read."""

    value: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedWhen:
    """Another question, and the answers to it that make this one be asked.

    Attributes:
        values: as `Choice.value`.
        spans: of a number, `from` inclusive and `below` exclusive; None is open.
    """

    question: str
    values: frozenset[str] = frozenset()
    spans: tuple[tuple[float | None, float | None], ...] = ()

    def holds(self, answer: Answer | None) -> bool:
        if answer is None or answer == NOT_APPLICABLE:
            return False
        if self.spans and isinstance(answer, int | float):
            return any(
                (low is None or answer >= low) and (high is None or answer < high)
                for low, high in self.spans
            )
        given = {str(answer)} if isinstance(answer, int | float) else chosen(answer)
        return not given.isdisjoint(self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormQuestion:
    """One question of a form; the criterion of the rubric that it answers has the same id.

    Attributes:
        type: `info` is read and not answered; `text` is answered in words and not scored.
        choices: of yes_no, scale, choice and multi_choice; without "not applicable".
        measure: what the stopwatch says to it, in seconds or in `unit` minutes.
        when: asked when all of these hold, or one of them with `any_of`; always where empty.
        comment_at: answers that need a comment.
    """

    id: str
    section: str
    heading: str
    text: str
    guidance: str
    type: AnswerType
    choices: tuple[Choice, ...] = ()
    unit: str = ""
    na_allowed: bool = True
    measure: Measure | None = None
    when: tuple[AskedWhen, ...] = ()
    any_of: bool = False
    comment_at: frozenset[str] = frozenset()

    @property
    def required(self) -> bool:
        """Whether a log is not complete without an answer; what is not scored may be left out."""
        return self.type not in ("text", "info")

    def asked(self, answers: Mapping[str, Answer]) -> bool:
        """Whether it is asked, by what was answered so far."""
        if not self.when:
            return True
        held = (one.holds(answers.get(one.question)) for one in self.when)
        return any(held) if self.any_of else all(held)

    def needs_comment(self, answer: Answer | None) -> bool:
        """Whether this answer has to be explained: every "No"."""
        return isinstance(answer, str | int) and str(answer) in self.comment_at


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSection:
    """A stage of the journey, with one required comment of its own."""

    id: str
    title: str
    guidance: str
    questions: tuple[FormQuestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopForm:
    """Everything that a shopper fills in, in its order.

    Identification and times come first, then the sections, the narrative and the evidence.

    Attributes:
        hash: the version of the form, `Assignment.scenario_hash`.
        marks: presses of the stopwatch; `start`, `answered` and `end` are required.
    """

    scenario: str
    title: str
    hash: str
    channel: Channel
    language: str
    marks: tuple[Mark, ...]
    sections: tuple[FormSection, ...]
    evidence: tuple[RequiredEvidence, ...]
    narrative_words: int

    def questions(self) -> Iterator[FormQuestion]:
        """All questions in the order of the journey."""
        return (question for section in self.sections for question in section.questions)

    def asked(self, answers: Mapping[str, Answer]) -> tuple[FormQuestion, ...]:
        """The questions that these answers leave to be asked.

        A question that waits for one which is itself not asked is not asked either.
        """
        asked: dict[str, FormQuestion] = {}
        counted = dict(answers)
        for question in self.questions():
            if question.asked(counted):
                asked[question.id] = question
            else:
                counted.pop(question.id, None)
        return tuple(asked.values())


def form_of(scenario: Scenario, rubric: Rubric, form_hash: str) -> ShopForm:
    """The form by which a scenario is logged.

    Criteria that a fact of the scenario or its channel rules out are left out. Whether the
    customer's cue was given is for the shopper to say, who plays the customer: such criteria are
    asked, and may be answered as not applicable.
    """
    facts = _facts(scenario)
    sections = tuple(
        FormSection(
            id=section.id,
            title=section.title,
            guidance=section.guidance,
            questions=tuple(
                _question(criterion, heading, section.id, scenario, rubric)
                for heading, criteria in (
                    ("", section.criteria),
                    *((part.title, part.criteria) for part in section.sections),
                )
                for criterion in criteria
                if _possible(criterion.applies_when, scenario.channel, facts)
            ),
        )
        for section in rubric.sections
    )
    return ShopForm(
        scenario=scenario.id,
        title=scenario.title,
        hash=form_hash,
        channel=scenario.channel,
        language=scenario.language,
        marks=_MARKS_OF.get(scenario.channel, _SHORT_MARKS),
        sections=tuple(section for section in sections if section.questions),
        evidence=scenario.evidence,
        narrative_words=scenario.narrative_words,
    )


def _question(
    criterion: Criterion, heading: str, section: str, scenario: Scenario, rubric: Rubric
) -> FormQuestion:
    when = criterion.applies_when
    answers = when.answers.items() if when else ()
    # with `any`, a condition that holds already makes the others idle
    idle = when is not None and when.match == "any" and _one_holds(when, scenario)
    waits = () if idle else tuple(_asked_when(rubric, other, given) for other, given in answers)
    return FormQuestion(
        id=criterion.id,
        section=section,
        heading=heading,
        text=criterion.question,
        guidance=criterion.guidance,
        type=criterion.type,
        choices=choices_of(criterion),
        unit=criterion.unit,
        na_allowed=criterion.scored and criterion.na_allowed,
        measure=scenario.measures.get(criterion.id),
        when=waits,
        any_of=when is not None and when.match == "any",
        comment_at=frozenset({"no"} if criterion.type == "yes_no" else ()),
    )


def choices_of(criterion: Criterion) -> tuple[Choice, ...]:
    """The answers to choose from, best first where they have an order."""
    match criterion.type:
        case "yes_no":
            levels = criterion.levels
            return (Choice(value="yes", text=levels[1]), Choice(value="no", text=levels[0]))
        case "scale":
            return tuple(
                Choice(value=str(level), text=text) for level, text in criterion.levels.items()
            )
        case "choice" | "multi_choice":
            return tuple(Choice(value=one.id, text=one.text) for one in criterion.options)
        case "number" | "text" | "info":
            return ()


def _asked_when(rubric: Rubric, other: str, wanted: tuple[int | str, ...]) -> AskedWhen:
    criterion = rubric.places[other].criterion
    levels = {value for value in wanted if isinstance(value, int)}
    names = {value for value in wanted if isinstance(value, str)}
    if criterion.type == "yes_no":
        names |= {"yes" if level else "no" for level in levels}
    elif criterion.options:
        names |= {one.id for one in criterion.options if one.points in levels}
    elif criterion.type == "scale":
        names |= {str(level) for level in levels}
    spans = [(one.start, one.below) for one in criterion.ranges if one.points in levels]
    return AskedWhen(question=other, values=frozenset(names), spans=tuple(spans))


def _possible(when: AppliesWhen | None, channel: Channel, facts: Mapping[str, str]) -> bool:
    """Whether a criterion can apply at all in this scenario."""
    if when is None:
        return True
    fixed = list(_fixed(when, channel, facts))
    if when.match == "all":
        return all(fixed)
    return any(fixed) or bool(when.answers) or when.customer is not None or not fixed


def _one_holds(when: AppliesWhen, scenario: Scenario) -> bool:
    return when.customer is not None or any(_fixed(when, scenario.channel, _facts(scenario)))


def _facts(scenario: Scenario) -> dict[str, str]:
    """What is known of every shop of a scenario before it is held."""
    own = {name.casefold(): value for name, value in scenario.metadata.items()}
    return own | {"staged": "yes", "scenario": scenario.id, "language": scenario.language}


def _fixed(when: AppliesWhen, channel: Channel, facts: Mapping[str, str]) -> Iterator[bool]:
    """The conditions that are decided before anything is answered."""
    if when.channels:
        yield channel in when.channels
    for name, values in when.metadata.items():
        known = facts.get(name.casefold(), "").strip().casefold()
        yield known in {value.casefold() for value in values}
