"""What a lint rule is, and the ways through a rubric that most rules take."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from qa_toolkit.domain.problem import Severity
from qa_toolkit.domain.rubric import Criterion, Indicator, Rubric, Section, Subsection

Path = tuple[str | int, ...]
"""Where a value stands in the file: keys and indexes from the top, `("sections", 0, "id")`."""
Found = tuple[Path, str]
"""The place a rule complains about, and what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One lint rule.

    Attributes:
        code: stable, `R204`; the first digit is its family.
        title: what it finds, in a few words.
        fix: what to do about it, in one sentence.
        manual: its module's docstring: why, with bad and good YAML.
        find: the places in a rubric of the right shape; None for what is found while reading.
    """

    code: str
    severity: Severity
    title: str
    fix: str
    manual: str
    find: Callable[[Rubric], Iterator[Found]] | None = None


def groups(rubric: Rubric) -> Iterator[tuple[Path, Section | Subsection]]:
    """Every section and subsection with its path."""
    for s, section in enumerate(rubric.sections):
        yield ("sections", s), section
        for p, part in enumerate(section.sections):
            yield ("sections", s, "sections", p), part


def criteria(rubric: Rubric) -> Iterator[tuple[Path, Criterion]]:
    """Every criterion with its path."""
    for path, group in groups(rubric):
        for c, criterion in enumerate(group.criteria):
            yield (*path, "criteria", c), criterion


def indicators(rubric: Rubric) -> Iterator[tuple[Path, Criterion, Indicator]]:
    """Every indicator with its path and its criterion."""
    for path, criterion in criteria(rubric):
        for i, indicator in enumerate(criterion.indicators):
            yield (*path, "indicators", i), criterion, indicator
