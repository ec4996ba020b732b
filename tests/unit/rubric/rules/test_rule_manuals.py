"""Every lint rule is documented, and its documentation is true: bad is found, good is not."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import rule_examples

from qa_toolkit.domain.manual import manual_of
from qa_toolkit.rubric import rules
from qa_toolkit.rubric.rules import RULE_CODES, RULES
from qa_toolkit.rubric.rules.interface import Rule

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@every_rule
def test_the_bad_example_is_found(rule: Rule, tmp_path: Path) -> None:
    found = rule_examples.problems_of(manual_of(rule).bad, tmp_path)
    assert (rule.code, rule.severity) in {(problem.code, problem.severity) for problem in found}


@every_rule
def test_the_good_example_is_not_found_and_has_no_error(rule: Rule, tmp_path: Path) -> None:
    found = rule_examples.problems_of(manual_of(rule).good, tmp_path)
    assert [
        str(problem)
        for problem in found
        if problem.code == rule.code or problem.severity == "error"
    ] == []


@every_rule
def test_a_manual_has_a_summary_a_reason_and_examples(rule: Rule) -> None:
    manual = manual_of(rule)
    assert manual.summary.endswith(".")
    assert all((manual.why, manual.bad, manual.good, rule.title, rule.fix))


def test_every_module_of_a_rule_stands_in_the_table_in_order() -> None:
    folder = Path(rules.__file__).parent
    files = sorted(path.name for path in folder.glob("r*.py"))
    modules = [name[:4].upper() for name in files if re.match(r"r\d{3}_", name)]
    assert [rule.code for rule in RULES] == modules
    assert len(RULE_CODES) == len(RULES)


def test_a_manual_without_examples_is_refused() -> None:
    with pytest.raises(ValueError, match="R204: the docstring lacks its 'Bad:'"):
        manual_of(replace(RULES[0], code="R204", manual="What is wrong.\n\nWhy."))
