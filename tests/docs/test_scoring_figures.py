"""The figures of `docs/scoring.md` that are not tested where they are computed."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.scoring.rate import strength
from qa_toolkit.signals.sentiment import compound

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "scoring.md").read_text(encoding="utf-8")
TABLE = TEXT.split("| Points of the finds | Strength |")[1].split("\n\n")[0]
STRENGTHS = re.findall(r"^\| (none|[-\d][^|]*) \| ([\d.]+) \|", TABLE, re.MULTILINE)


@pytest.mark.parametrize(("finds", "expected"), STRENGTHS)
def test_strength_is_what_the_table_says(finds: str, expected: str) -> None:
    evidence = [
        Evidence(turn=0, start=0, end=1, quote="a", indicator="one", effect=Decimal(points))
        for points in re.findall(r"-?\d+", finds)
    ]
    assert f"{strength(evidence):.3f}" == f"{float(expected):.3f}"


def test_vader_is_as_blind_as_the_text_says() -> None:
    assert compound("I've been waiting three weeks and nobody called me back") == 0
    assert compound("I completely understand how frustrating this must be") < 0


def test_every_vector_has_its_test() -> None:
    tests = [
        *(ROOT / "tests/unit/scoring").glob("*.py"),
        *(ROOT / "tests/unit/domain").glob("*.py"),
        *(ROOT / "tests/unit/scorecards").glob("test_estimates.py"),
    ]
    named = " ".join(path.read_text(encoding="utf-8") for path in tests).lower()
    vectors = re.findall(r"^\| (V\d+) \|", TEXT, re.MULTILINE)
    assert vectors == [f"V{number}" for number in range(1, 11)]
    assert [one for one in vectors if not re.search(rf"\b(test_)?{one.lower()}(_|\b)", named)] == []
