"""What the schema cannot say: all lint rules over a rubric, as problems with places."""

from collections.abc import Iterator

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules import RULES
from qa_toolkit.rubric.rules.interface import Rule
from qa_toolkit.strict_yaml.document import Document, Place


def check(rubric: Rubric, document: Document, source: str) -> Iterator[Problem]:
    """The problems of a rubric that has the right shape, in the order of the file."""
    found = [
        (document.start_of(path), rule, message)
        for rule in RULES
        if rule.find is not None
        for path, message in rule.find(rubric)
    ]
    for place, rule, message in sorted(found, key=_order):
        yield Problem(
            source=place.source or source,
            message=message,
            line=place.line,
            column=place.column,
            code=rule.code,
            hint=rule.fix,
            severity=rule.severity,
        )


def _order(found: tuple[Place, Rule, str]) -> tuple[str, int, int, str]:
    place, rule, _ = found
    return place.source, place.line, place.column, rule.code
