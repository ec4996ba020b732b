"""The JSON Schema of scenarios says what the reader says, as far as a schema can."""

import json
from pathlib import Path

import pytest
import shop_builders
import yaml
from jsonschema import Draft202012Validator

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.shops.scenarios.load import scenario_in
from qa_toolkit.shops.scenarios.schema import schema_text
from qa_toolkit.shops.scenarios.starter import starter
from qa_toolkit.strict_yaml.reader import read_yaml

FOLDER = Path(__file__).parents[4] / "examples" / "mystery" / "scenarios"
SCENARIOS = sorted(FOLDER.glob("*.yaml"))
VALIDATOR = Draft202012Validator(json.loads(schema_text()))


def mistakes(text: str) -> list[str]:
    document = json.loads(json.dumps(read_yaml(text, "scenario.yaml").value))
    return [error.message for error in VALIDATOR.iter_errors(document)]


def test_the_schema_is_one_itself() -> None:
    Draft202012Validator.check_schema(json.loads(schema_text()))


def test_the_schema_beside_the_examples_is_this_one() -> None:
    """After a change of the model: qa shop scenario schema -o examples/mystery/scenarios/…."""
    assert (FOLDER / "scenario.schema.json").read_text(encoding="utf-8") == schema_text()


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_the_examples_follow_it(path: Path) -> None:
    assert mistakes(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("channel", Channel)
def test_a_first_scenario_follows_it(channel: Channel) -> None:
    assert mistakes(starter("first", channel)) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"chanel": "call"},
        {"channel": "telephone"},
        {"format": 2},
        {"id": "Lost Card"},
        {"narrative_words": "many"},
        {"narrative_words": 2001},
        {"opening_line": " "},
        {"evidence": [{"kind": "video", "text": "All of it."}]},
        {"measures": {"welcome": "wait"}},
        {"window": {"days": ["monday"]}},
        {"certification": {"pass_mark": 120, "questions": []}},
        {"persona": {"name": "Edda"}},
    ],
    ids=lambda changed: str(changed)[:40],
)
def test_reader_and_schema_refuse_the_same(changed: dict[str, object]) -> None:
    text = yaml.safe_dump(yaml.safe_load(shop_builders.SCENARIO) | changed, sort_keys=False)
    assert mistakes(text)
    assert scenario_in(text, Path("scenario.yaml")).model is None
