"""`docs/outputs.md` shows what the formats really write."""

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema.protocols import Validator

from qa_toolkit import __version__
from qa_toolkit.cli.rubric.outputs import read_outputs
from qa_toolkit.domain.problem import Problem
from qa_toolkit.findings.formats import FORMATS
from qa_toolkit.findings.report import CaseOutcome, Report

PAGE = (Path(__file__).parents[3] / "docs" / "outputs.md").read_text(encoding="utf-8")
CHECK = Report(
    command="check",
    files=("rubrics/service.yaml",),
    problems=(
        Problem(
            source="rubrics/service.yaml",
            line=24,
            column=16,
            code="R204",
            message="the top level 2 cannot be reached, at most 1",
            hint="raise the points or the base, or take the level away",
        ),
    ),
    rules={},
)
TEST = Report(
    command="test",
    files=("rubrics/service.yaml",),
    problems=(),
    rules={},
    cases=(
        CaseOutcome(
            file="rubrics/cases/service/empathy.apology.yaml",
            line=4,
            criterion="empathy.apology",
            name="agent_apologises",
            said="C: The parcel never came.\nA: I regret that.\n",
            status="failed",
            failures=("expected rating 1, got 0 (no evidence)",),
        ),
    ),
)


def blocks(heading: str) -> list[str]:
    """The fenced blocks below a heading, up to the next one."""
    below = re.split(rf"^#+ {heading}$", PAGE, flags=re.MULTILINE)[1]
    section = re.split(r"^##", below, maxsplit=1, flags=re.MULTILINE)[0]
    return re.findall(r"^```\w+\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(
    ("name", "reports"),
    [
        ("text", [CHECK, TEST]),
        ("json", [CHECK]),
        ("junit", [TEST]),
        ("github", [CHECK]),
        ("gitlab", [CHECK]),
        ("markdown", [CHECK]),
    ],
)
def test_an_example_is_what_the_format_writes(name: str, reports: list[Report]) -> None:
    written = [FORMATS[name](report) for report in reports]
    # the page need not change with every release
    assert blocks(name) == [text.replace(f'"{__version__}"', '"0.1.0"') for text in written]


def test_the_result_shown_is_what_sarif_holds() -> None:
    (shown,) = blocks("sarif")
    (run,) = json.loads(FORMATS["sarif"](CHECK))["runs"]
    assert json.loads(shown) == run["results"][0]


def test_every_format_has_its_paragraph() -> None:
    assert re.findall(r"^### (\w+)$", PAGE, re.MULTILINE) == list(FORMATS)


def test_every_key_of_the_schema_is_described(own_schema: Validator) -> None:
    schema = own_schema.schema
    assert isinstance(schema, dict)
    parts = [schema, schema["properties"]["counts"], *schema["$defs"].values()]
    keys = {key for part in parts for key in part.get("properties", {})}
    described = PAGE.split("| Key | Value |")[1].split("###")[0]
    assert {key for key in keys if key not in re.findall(r"`(\w+)(?:\[\])?`", described)} == set()


def test_the_workflow_can_be_read_and_its_outputs_exist() -> None:
    (text,) = blocks("In a workflow")
    steps = yaml.safe_load(text)["jobs"]["rubrics"]["steps"]
    said = re.findall(r"--output (\S+)", " ".join(step.get("run", "") for step in steps))
    assert [output.format for output in read_outputs(said)] == ["sarif", "junit"]
