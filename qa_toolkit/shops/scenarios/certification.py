"""Certification: a scenario's questions as one shopper sees them, and what the answers come to."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from qa_toolkit.domain.shop.life import CertificationAttempt
from qa_toolkit.domain.shop.scenario import CertificationQuestion, Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuestion:
    """A question with its options in the order in which one shopper sees them.

    Attributes:
        order: numbers of the options, as the scenario counts them from 1.
    """

    question: CertificationQuestion
    order: tuple[int, ...]

    @property
    def id(self) -> str:
        return self.question.id

    @property
    def options(self) -> tuple[str, ...]:
        """The texts in the order shown."""
        return tuple(self.question.options[number - 1] for number in self.order)


def shown_questions(
    scenario: Scenario, scenario_hash: str, shopper: str
) -> tuple[ShownQuestion, ...]:
    """The questions for a shopper; none where the scenario asks nothing.

    The order of the options hangs on the shopper and the version of the scenario, so that "1, 3, 2"
    is of no use to a colleague, and is the same whenever the same shopper asks again.
    """
    asked = scenario.certification.questions if scenario.certification else ()
    return tuple(
        ShownQuestion(question=one, order=_order(one, f"{scenario_hash}\0{shopper}"))
        for one in asked
    )


def attempt(
    scenario: Scenario, scenario_hash: str, shopper: str, answers: Mapping[str, int]
) -> CertificationAttempt:
    """What a shopper's answers come to, by question, as the scenario counts its options."""
    certification = scenario.certification
    asked = certification.questions if certification else ()
    right = sum(answers.get(one.id) == one.answer for one in asked)
    enough = certification.pass_mark if certification else 0
    return CertificationAttempt(
        shopper=shopper,
        scenario=scenario.id,
        scenario_hash=scenario_hash,
        answers=dict(answers),
        right=right,
        asked=len(asked),
        passed=right * 100 >= enough * len(asked),
    )


def _order(question: CertificationQuestion, said: str) -> tuple[int, ...]:
    def place(number: int) -> bytes:
        text = f"{said}\0{question.id}\0{number}"
        return blake2b(text.encode(), digest_size=16).digest()

    return tuple(sorted(range(1, len(question.options) + 1), key=place))
