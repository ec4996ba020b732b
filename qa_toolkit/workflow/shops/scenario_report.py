"""Check scenarios: everything found in them, as one report that every output can show."""

from collections.abc import Sequence
from pathlib import Path

from qa_toolkit.findings.report import Report, RuleText
from qa_toolkit.shops.scenarios.rules import RULES
from qa_toolkit.shops.scenarios.sources import scenario_files
from qa_toolkit.workflow.rubric_check import rule_texts
from qa_toolkit.workflow.shops.scenario_check import checked_scenario


def check_report(paths: Sequence[Path]) -> Report:
    """Check every scenario that is named or lies in the folders named, with its rubric.

    Raises:
        UsageError: a path does not exist, or a folder has no scenario.
    """
    found = {path: checked_scenario(path) for path in scenario_files(paths)}
    return Report(
        command="check",
        group="shop scenario",
        files=tuple(map(str, found)),
        # a mistake in a rubric that several scenarios name is one mistake
        problems=tuple(dict.fromkeys(one for each in found.values() for one in each.problems)),
        rules=rule_texts() | scenario_rule_texts(),
        inputs=tuple(str(file) for each in found.values() for file in each.files),
    )


def scenario_rule_texts() -> dict[str, RuleText]:
    """What there is to say of every lint rule for scenarios, by code."""
    return {
        rule.code: RuleText(
            code=rule.code,
            title=rule.title,
            severity=rule.severity,
            explanation=rule.manual,
            help_anchor="docs/scenario-format.md#problem-codes",
        )
        for rule in RULES
    }
