"""A scenario's file → a scenario with the places of its values, or every mistake at once."""

from pathlib import Path

from qa_toolkit.domain.shop.scenario import Scenario
from qa_toolkit.strict_yaml.load import Loaded, load_model, model_in


def load_scenario(path: Path) -> Loaded[Scenario]:
    """Read a scenario's file; whatever is wrong with its shape is in `problems`, S001 to S004."""
    return load_model(path, Scenario, kind="scenario", letter="S")


def scenario_in(text: str, path: Path) -> Loaded[Scenario]:
    """The same from text; `path` names it in problems."""
    return model_in(text, path, Scenario, kind="scenario", letter="S")
