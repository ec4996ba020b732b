"""The hash of a plan's file: of its meaning, with the scenarios that it names."""

import json
from collections.abc import Mapping
from hashlib import blake2b

from qa_toolkit.domain.shop.plan import PlanFile

_ROWS = ("locations", "shoppers", "editors", "managers")


def file_hash(file: PlanFile, hashes: Mapping[str, str]) -> str:
    """BLAKE2b (16 bytes, in hex) of the file's values as JSON, keys sorted and without spaces.

    Rows are sorted by id, and each order names its scenario's hash, not the file: comments, layout,
    the order of rows and where a scenario lies change nothing.
    """
    meaning = file.model_dump(mode="json", by_alias=True)
    for name in _ROWS:
        meaning[name] = sorted(meaning[name], key=lambda one: str(one["id"]))
    for order in meaning["orders"]:
        order["scenario"] = hashes[order["scenario"]]
    text = json.dumps(meaning, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return blake2b(text.encode(), digest_size=16).hexdigest()
