"""Domain values ↔ JSON, both ways without loss."""

from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter

from qa_toolkit.domain.coaching import CoachingChange, CoachingEntry
from qa_toolkit.domain.commitment import Commitment, Resolution
from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.override import Override
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.sample import Sample
from qa_toolkit.domain.scorecard import Scorecard
from qa_toolkit.domain.transcript import Transcript

Value = TypeVar("Value")


class Record(Generic[Value]):
    """How one kind of value is kept: decimals as text, so that nothing is rounded."""

    def __init__(self, kind: type[Value]) -> None:
        self._adapter = TypeAdapter(kind)

    def dump(self, value: Value) -> Any:
        """The value as plain JSON data."""
        return self._adapter.dump_python(value, mode="json")

    def load(self, data: Any) -> Value:
        """The value again, equal to the one dumped."""
        return self._adapter.validate_python(data)

    def load_text(self, text: str) -> Value:
        """The same from the text of the JSON, in half the time."""
        return self._adapter.validate_json(text)


INTERACTION = Record(Interaction)
TRANSCRIPT = Record(Transcript)
SAMPLE = Record(Sample)
SCORECARD = Record(Scorecard)
PROBLEM = Record(Problem)
COMMITMENT = Record(Commitment)
RESOLUTION = Record(Resolution)
OVERRIDE = Record(Override)
COACHING_ENTRY = Record(CoachingEntry)
COACHING_CHANGE = Record(CoachingChange)
