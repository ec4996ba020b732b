"""`docs/scenario-format.md` says what the code does: its YAML loads, and nothing is left out."""

import re
from pathlib import Path
from typing import Any

import pytest
import shop_builders

from qa_toolkit.domain.shop.scenario import Scenario
from qa_toolkit.shops.scenarios.rules import RULES
from qa_toolkit.workflow.shops.scenario_check import checked_scenario

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "scenario-format.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
WHOLE = [block for block in BLOCKS if block.startswith("format:")]
PARTS = [block for block in BLOCKS if block.startswith("# part")]
LEFT_OUT = ("metadata", "evidence")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project's `scenarios`, beside `rubrics` with the example's rubric."""
    (tmp_path / "rubrics").mkdir()
    rubric = ROOT / "examples" / "mystery" / "rubrics" / "phone_shop.yaml"
    (tmp_path / "rubrics" / rubric.name).write_bytes(rubric.read_bytes())
    folder = tmp_path / "scenarios"
    folder.mkdir()
    return folder


def test_every_block_is_of_a_kind_that_is_checked_here() -> None:
    assert len(WHOLE) + len(PARTS) == len(BLOCKS)
    assert all((WHOLE, PARTS))


@pytest.mark.parametrize("text", WHOLE)
def test_a_whole_scenario_has_no_problem(folder: Path, text: str) -> None:
    path = folder / "scenario.yaml"
    path.write_text(text, encoding="utf-8")
    assert checked_scenario(path).problems == ()


@pytest.mark.parametrize("text", PARTS)
def test_a_part_has_no_error_and_no_warning(folder: Path, text: str) -> None:
    shop_builders.write_files(folder)
    given = (*re.findall(r"^(\w+):", text, re.MULTILINE), *LEFT_OUT)
    lines = shop_builders.SCENARIO.splitlines(keepends=True)
    rest = "".join(line for line in lines if line.partition(":")[0] not in given)
    path = folder / "scenario.yaml"
    path.write_text(rest + text, encoding="utf-8")
    assert [str(one) for one in checked_scenario(path).problems if one.severity != "info"] == []


def test_every_key_is_described() -> None:
    schema: dict[str, Any] = Scenario.model_json_schema()
    parts = [schema, *schema["$defs"].values()]
    keys = {key for part in parts for key in part.get("properties", {})}
    assert {key for key in keys if f"`{key}`" not in TEXT} == set()


def test_every_code_stands_in_the_table_with_its_severity_and_its_remedy() -> None:
    rows = [line for line in TEXT.splitlines() if re.match(r"\| S\d", line)]
    assert rows == [
        f"| {rule.code} | {rule.severity} | {rule.title} | {rule.fix} |" for rule in RULES
    ]
