"""What a lint rule for scenarios is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from qa_toolkit.domain.problem import Severity
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.shop.scenario import Scenario

Path = tuple[str | int, ...]
"""Where a value stands in the file: keys and indexes from the top, `("probe", 0)`."""
Found = tuple[Path, str]
"""The place a rule complains about, and what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A scenario of the right shape; its rubric is None where there is none that can be used."""

    scenario: Scenario
    rubric: Rubric | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One lint rule.

    Attributes:
        code: stable, `S201`; the first digit is its family.
        title: what it finds, in a few words.
        fix: what to do about it, in one sentence.
        manual: its module's docstring: why, with bad and good YAML.
        find: the places in a scenario; None for what is found while reading it.
    """

    code: str
    severity: Severity
    title: str
    fix: str
    manual: str
    find: Callable[[Subject], Iterator[Found]] | None = None
