"""The version of a scenario: what it means, whatever its file looks like."""

import json
from hashlib import blake2b

from qa_toolkit.domain.shop.scenario import Scenario


def scenario_hash(scenario: Scenario, rubric_hash: str) -> str:
    """BLAKE2b (16 bytes, hex) over a scenario's meaning and its rubric's.

    Comments, layout, keys that say the default and the place of the rubric's file change nothing.
    """
    said = scenario.model_dump(mode="json", exclude_defaults=True, exclude={"rubric"})
    meaning = json.dumps({"scenario": said, "rubric": rubric_hash}, sort_keys=True)
    return blake2b(meaning.encode(), digest_size=16).hexdigest()
