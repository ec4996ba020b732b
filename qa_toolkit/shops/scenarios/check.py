"""What the shape of a scenario cannot say: all its lint rules, as problems with places."""

from collections.abc import Iterable, Iterator

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.shop.scenario import Scenario
from qa_toolkit.shops.scenarios.rules import RULES
from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject
from qa_toolkit.strict_yaml.document import Document


def check(
    scenario: Scenario, rubric: Rubric | None, document: Document, source: str
) -> Iterator[Problem]:
    """The problems of a scenario that has the right shape; rules about a rubric wait for one."""
    subject = Subject(scenario=scenario, rubric=rubric)
    for rule in RULES:
        if rule.find is not None:
            yield from problems(rule, rule.find(subject), document, source)


def problems(
    rule: Rule, found: Iterable[Found], document: Document, source: str
) -> Iterator[Problem]:
    """What a rule says, with the places in the file."""
    for path, message in found:
        place = document.start_of(path)
        yield Problem(
            source=source,
            message=message,
            line=place.line,
            column=place.column,
            code=rule.code,
            hint=rule.fix,
            severity=rule.severity,
        )
