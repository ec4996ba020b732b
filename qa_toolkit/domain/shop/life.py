"""The life of a shop: its states, who may move it, and every step with who, when and why."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.domain.shop.plan import Assignment


class ShopStatus(StrEnum):
    """Where a shop stands. Clients see it from `final` on; `locked` freezes it (Sassie)."""

    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    RETURNED = "returned"
    """Back with the shopper, with reasons; submitting it again is the next step."""
    APPROVED = "approved"
    FINAL = "final"
    LOCKED = "locked"
    CANCELLED = "cancelled"

    @property
    def shown(self) -> str:
        """`in progress`."""
        return self.value.replace("_", " ")

    @property
    def shown_to_clients(self) -> bool:
        return self in (ShopStatus.FINAL, ShopStatus.LOCKED)


class ShopRole(StrEnum):
    """As whom somebody acts."""

    SHOPPER = "shopper"
    EDITOR = "editor"
    MANAGER = "manager"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One change of status.

    Attributes:
        why: reasons of a return or a cancellation; a remark elsewhere.
        at: UTC, as the store keeps moments; empty as long as it is not kept.
        log: number of the submitted log it is about; 0 before the first.
        number: its place in the history of the project; 0 as long as it is not kept.
    """

    status: ShopStatus
    by: str
    role: ShopRole
    why: str = ""
    at: str = ""
    log: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """What an editor thinks of a shopper's work: 1 to 10 (8 to 10 is good), with reasons."""

    grade: int
    reasons: str
    by: str
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """A fee or an expense that is owed for a shop; recorded here, paid elsewhere."""

    kind: Literal["fee", "expense"]
    amount: Decimal
    currency: str
    by: str
    note: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificationAttempt:
    """A shopper's answers to a scenario's questions, by question, counted from 1."""

    shopper: str
    scenario: str
    scenario_hash: str
    answers: dict[str, int]
    right: int
    asked: int
    passed: bool
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """A log as it was handed in; number 1 is the first."""

    number: int
    log: ShopLog
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """An assignment with all that happened to it.

    Attributes:
        steps: the oldest first.
        submitted: every log that was handed in, the oldest first.
        draft: what is being filled in; None before the first note and after a submission.
        revision: of the draft: a save on another revision is refused.
        grades, payments: the oldest first; the last grade counts.
    """

    assignment: Assignment
    steps: tuple[Step, ...] = ()
    submitted: tuple[Submitted, ...] = ()
    draft: ShopLog | None = None
    revision: int = 0
    grades: tuple[Grade, ...] = ()
    payments: tuple[Payment, ...] = ()

    @property
    def id(self) -> str:
        return self.assignment.id

    @property
    def shopper(self) -> str:
        return self.assignment.shopper

    @property
    def status(self) -> ShopStatus:
        """The last step's; assigned before any."""
        return self.steps[-1].status if self.steps else ShopStatus.ASSIGNED

    @property
    def log(self) -> ShopLog | None:
        """What was handed in last."""
        return self.submitted[-1].log if self.submitted else None
