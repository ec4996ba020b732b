"""The version that changes ask for."""

import pytest
from builders import rubric
from diff_builders import diff

from qa_toolkit.rubric.diff.codes import Effect
from qa_toolkit.rubric.diff.versions import fault, least_version, parsed

ENOUGH: list[tuple[str, str, Effect | None]] = [
    ("1.2.3", "2.0.0", "breaking"),
    ("1.2.3", "1.3.0", "scoring"),
    ("1.2.3", "1.2.4", "wording"),
    ("1.2.3", "1.2.3", None),
    ("1.2.3", "9.0.0", "wording"),
    ("1.9.0", "1.10.0", "scoring"),
]
TOO_LITTLE: list[tuple[str, str, Effect | None, str]] = [
    ("1.2.3", "1.3.0", "breaking", "needs version 2.0.0 or later, not 1.3.0"),
    ("1.2.3", "1.2.4", "scoring", "needs version 1.3.0 or later, not 1.2.4"),
    ("1.2.3", "1.2.3", "wording", "needs version 1.2.4 or later, and it is still 1.2.3"),
    ("1.2.3", "1.2.2", "wording", "goes back from 1.2.3 to 1.2.2; a wording change needs 1.2.4"),
    ("1.2.3", "1.2.2", None, "goes back from 1.2.3 to 1.2.2"),
]


@pytest.mark.parametrize(("old", "new", "effect"), ENOUGH)
def test_a_version_that_says_enough_is_no_fault(old: str, new: str, effect: Effect | None) -> None:
    assert fault(old, new, effect) == ""


@pytest.mark.parametrize(("old", "new", "effect", "said"), TOO_LITTLE)
def test_a_version_that_says_too_little_is_told(
    old: str, new: str, effect: Effect | None, said: str
) -> None:
    assert fault(old, new, effect).endswith(said)


def test_raising_one_part_sets_the_later_ones_to_0() -> None:
    assert least_version("1.2.3", "major") == "2.0.0"
    assert least_version("1.2.3", "minor") == "1.3.0"


def test_versions_compare_as_numbers() -> None:
    assert parsed("1.10.0") > parsed("1.9.9")


def test_the_gravest_change_decides() -> None:
    found = diff(rubric(), rubric(title="Other", pass_mark=70))
    assert (found.effect, found.bump, found.needed) == ("scoring", "minor", "1.1.0")


def test_the_finding_is_an_error_at_the_version_of_the_new_file() -> None:
    finding = diff(rubric(), rubric(id="other", version="1.5.0")).finding
    assert finding is not None
    assert (finding.code, finding.severity, finding.place) == ("D001", "error", "new.yaml:3:2")
    assert finding.hint == "version: 2.0.0"
