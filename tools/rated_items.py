"""Items rated by people, from the folder with the scoring data: text, label, task."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qa_toolkit.domain.transcript import SpeakerRole, Transcript, Turn

LICENCES = {
    "pol": ("CC BY 4.0", "Stanford Politeness Corpus (Danescu-Niculescu-Mizil et al. 2013)"),
    "go": ("Apache-2.0", "GoEmotions (Demszky et al. 2020), training file"),
    "silver": (
        "Apache-2.0 threads, CC0 labels",
        "IBM twitter-customer-care-document-prediction, rated by one annotator",
    ),
}
"""Licence and source by the first word of a task's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """One interaction with the label people gave it."""

    transcript: Transcript
    label: float


def load(folder: Path) -> dict[str, list[Rated]]:
    """The rated items of all files in a folder, by task."""
    tasks: dict[str, list[Rated]] = {}
    for path in sorted(folder.glob("*.jsonl*")):
        for item in _lines(path):
            transcript = _transcript(item)
            for task, label in _labels(item):
                tasks.setdefault(task, []).append(Rated(transcript=transcript, label=label))
    return tasks


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _labels(item: dict[str, Any]) -> Iterator[tuple[str, float]]:
    if "labels" not in item:
        yield item["task"], float(item["label"])
        return
    for criterion, label in item["labels"].items():
        if label is not None:
            yield f"silver-{criterion}", float(label)


def _transcript(item: dict[str, Any]) -> Transcript:
    turns = tuple(
        Turn(speaker=SpeakerRole(turn["speaker"]), text=turn["text"]) for turn in item["turns"]
    )
    return Transcript(interaction_id=item["id"], turns=turns, language="en")
