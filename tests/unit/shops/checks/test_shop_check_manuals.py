"""Each check finds what its manual calls bad, and leaves alone what it calls good."""

import re

import pytest
import shop_check_examples as examples

from qa_toolkit.domain.manual import manual_of
from qa_toolkit.shops.checks import dictionary
from qa_toolkit.shops.checks.interface import Check
from qa_toolkit.shops.checks.table import CHECKS

ALL = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)


def _found(check: Check, text: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    example = examples.example(text)
    if example.pop("spelling", "") == "absent":
        monkeypatch.setattr(dictionary, "find_spec", lambda _: None)
    return [one.severity for one in examples.findings(example) if one.code == check.code]


@ALL
def test_the_bad_log_of_a_manual_is_caught(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in manual_of(check).bad:
        assert set(_found(check, text, monkeypatch)) == {check.severity}


@ALL
def test_the_good_log_of_a_manual_is_left_alone(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in manual_of(check).good:
        assert _found(check, text, monkeypatch) == []


@ALL
def test_a_manual_has_both_examples_and_says_what_to_do(check: Check) -> None:
    manual = manual_of(check)
    assert all((manual.bad, manual.good, manual.why, check.fix))


def test_codes_are_in_order_and_each_is_used_once() -> None:
    codes = [check.code for check in CHECKS]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"M[0-7]\d\d", code) for code in codes)


def test_a_log_without_fault_is_left_alone_by_all() -> None:
    assert examples.codes() == []
