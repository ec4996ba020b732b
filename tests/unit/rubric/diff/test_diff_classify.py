"""No key of the format is without a class, so that no change can go unseen."""

import pytest

from qa_toolkit.domain.rubric import Criterion, Critical, CriticalPolicies, Option, Rubric, Section
from qa_toolkit.domain.rubric.indicator import PhraseIndicator
from qa_toolkit.domain.rubric.rubric import Subsection
from qa_toolkit.domain.rubric.words import Part
from qa_toolkit.rubric.diff.classify import codes_of
from qa_toolkit.rubric.diff.codes import CODES, EFFECTS

ELSEWHERE: dict[type[Part], set[str]] = {
    Rubric: {"format", "id", "version", "cues", "sections"},
    Section: {"id", "criteria", "sections"},
    Subsection: {"id", "criteria"},
    Criterion: {"id", "scale", "options", "ranges", "indicators"},
    Option: {"id"},
}
"""What other modules than the table compare."""
AS_ONE_VALUE: set[type[Part]] = {Critical, CriticalPolicies}


def parts(kind: type[Part] = Part) -> list[type[Part]]:
    """Every part a rubric can hold."""
    found = [known for sub in kind.__subclasses__() for known in (sub, *parts(sub))]
    return [known for known in found if not known.__name__.startswith("_")]


PARTS = [
    known
    for known in dict.fromkeys(parts())
    if known not in AS_ONE_VALUE and known.__module__.startswith("qa_toolkit.domain.rubric.")
]
"""Those of rubrics: files of mystery shops are made of the same pieces, and have no diff."""


def test_the_parts_are_found() -> None:
    assert {Rubric, Criterion, PhraseIndicator} <= set(PARTS)


@pytest.mark.parametrize("kind", PARTS, ids=lambda kind: kind.__name__)
def test_every_key_has_a_code(kind: type[Part]) -> None:
    own = set(codes_of(kind.model_construct()))
    bounds = {"start", "below"} if kind.__name__ == "Range" else set()
    ids = {"id", "kind"} if kind.__name__.endswith("Indicator") else set()
    assert own | ELSEWHERE.get(kind, set()) | bounds | ids == set(kind.model_fields)


@pytest.mark.parametrize("code", CODES)
def test_the_first_digit_of_a_code_says_the_effect(code: str) -> None:
    assert CODES[code].effect == EFFECTS[int(code[1]) - 1]
