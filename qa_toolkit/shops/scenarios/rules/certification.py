"""The certification questions of a scenario with their places."""

from collections.abc import Iterator

from qa_toolkit.domain.shop.scenario import CertificationQuestion, Scenario
from qa_toolkit.shops.scenarios.rules.interface import Path


def questions(scenario: Scenario) -> Iterator[tuple[Path, CertificationQuestion]]:
    """Each question with its path; none where nothing is asked."""
    if scenario.certification is not None:
        for number, question in enumerate(scenario.certification.questions):
            yield ("certification", "questions", number), question
