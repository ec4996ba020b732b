"""The form of a scenario: one list of questions for terminal, page, workbook, paper and checks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qa_toolkit.domain.answer import NOT_APPLICABLE, Answer, chosen
from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import AnswerType
from qa_toolkit.domain.shop.log import Mark
from qa_toolkit.domain.shop.scenario import Measure, RequiredEvidence


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
        spans: of a number, those that can be scored, as `AskedWhen.spans`; any where empty.
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
    spans: tuple[tuple[float | None, float | None], ...] = ()
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
        marks: presses of the stopwatch, see `REQUIRED_MARKS`.
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
