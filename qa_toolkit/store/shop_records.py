"""Mystery shops ↔ JSON, both ways without loss; read only where shops are, to start fast."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from qa_toolkit.domain.shop.life import CertificationAttempt, Grade, Payment, Step
from qa_toolkit.domain.shop.log import Observation, ShopLog
from qa_toolkit.domain.shop.plan import Assignment, ShopPlan
from qa_toolkit.store.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An expense that a shopper wants back.

    Attributes:
        number: its place in the project; 0 as long as it is not kept.
    """

    shop: str
    amount: Decimal
    currency: str
    note: str
    by: str
    at: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAnswer:
    """What a manager says of a claim; what is granted is owed from then on."""

    granted: bool
    by: str
    why: str = ""
    at: str = ""


SHOP_PLAN = Record(ShopPlan)
ASSIGNMENT = Record(Assignment)
STEP = Record(Step)
GRADE = Record(Grade)
PAYMENT = Record(Payment)
CLAIM = Record(Claim)
CLAIM_ANSWER = Record(ClaimAnswer)
ATTEMPT = Record(CertificationAttempt)
_LOG = Record(ShopLog)


def dump_log(log: ShopLog) -> Any:
    """A log as plain JSON data; whole numbers stay whole, and moments keep their offset."""
    return _LOG.dump(log)


def load_log(data: Any) -> ShopLog:
    """The log again, equal to the one dumped: several answers to one question are a tuple."""
    return _with_tuples(_LOG.load(data))


def load_log_text(text: str) -> ShopLog:
    """The same from the text of the JSON: where many are read, that is what takes the time."""
    return _with_tuples(_LOG.load_text(text))


def _with_tuples(log: ShopLog) -> ShopLog:
    if all(isinstance(one.answer, int | float | str | None) for one in log.observations):
        return log
    return replace(log, observations=tuple(map(_as_noted, log.observations)))


def _as_noted(one: Observation) -> Observation:
    if isinstance(one.answer, int | float | str | None):
        return one
    return replace(one, answer=tuple(one.answer))
