"""SARIF 2.1.0, which code scanning, editors and dashboards read.

Source: OASIS, Static Analysis Results Interchange Format 2.1.0 with Errata 01.
"""

import re
from collections.abc import Mapping, Sequence

from qa_toolkit import __version__
from qa_toolkit.domain.problem import Problem, Severity
from qa_toolkit.findings.baseline import numbered
from qa_toolkit.findings.json import document_text
from qa_toolkit.findings.paths import uri
from qa_toolkit.findings.report import Report, RuleText, rule_of

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def render(report: Report) -> str:
    """One run; failed cases are results of the rule CASE, known gaps are left out."""
    findings = report.findings
    rules = _rules(findings, report.rules)
    driver = {
        "name": "qa_toolkit",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in rules],
    }
    index = {rule.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": driver},
        # keeps apart what check, test and diff find in one repository
        "automationDetails": {"id": f"{report.called.replace(' ', '-')}/"},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, mark, index) for problem, mark in numbered(findings)],
    }
    return document_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rules(findings: Sequence[Problem], known: Mapping[str, RuleText]) -> list[RuleText]:
    """The rules known and those only found, by code; a problem without a code has no rule."""
    found = {problem.code: rule_of(problem, known) for problem in reversed(findings)}
    rules = {**found, **known}
    return [rules[code] for code in sorted(rules) if code]


def _rule(rule: RuleText) -> dict[str, object]:
    pointer = f"See {rule.help_anchor}." if rule.help_anchor else ""
    told = rule.explanation.strip() or rule.title
    first = " ".join(told.partition("\n\n")[0].split())
    return {
        "id": rule.code,
        "name": _pascal(rule.title) or rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": first},
        "help": {
            "text": "\n\n".join(filter(None, (told, pointer))),
            "markdown": "\n\n".join(filter(None, (f"**{rule.title}**", told, pointer))),
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _pascal(title: str) -> str:
    """`unknown key` → `UnknownKey`, the form SARIF asks of a rule's name."""
    return "".join(word[:1].upper() + word[1:] for word in re.findall(r"[A-Za-z0-9]+", title))


def _result(problem: Problem, mark: str, index: Mapping[str, int]) -> dict[str, object]:
    rule = {"ruleId": problem.code, "ruleIndex": index[problem.code]} if problem.code else {}
    hint = f" ({problem.hint})" if problem.hint else ""
    return {
        **rule,
        "level": _LEVELS[problem.severity],
        "message": {"text": problem.message + hint},
        "locations": [{"physicalLocation": _location(problem)}],
        "partialFingerprints": {"qaProblem/v1": mark},
    }


def _location(problem: Problem) -> dict[str, object]:
    place = uri(problem.source)
    base = {} if place.startswith("file:") else {"uriBaseId": "%SRCROOT%"}
    artifact = {"uri": place, **base}
    if problem.line is None:
        return {"artifactLocation": artifact}
    region = {"startLine": problem.line}
    if problem.column is not None:
        region["startColumn"] = problem.column
    return {"artifactLocation": artifact, "region": region}
