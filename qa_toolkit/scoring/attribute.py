"""Attribute indicators: a fact that is known about the interaction."""

from contextlib import suppress

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.rubric import AttributeIndicator
from qa_toolkit.scoring.reading import CannotTell, Found, Reading


def find_attribute(indicator: AttributeIndicator, reading: Reading) -> Found:
    """The fact, when it is one of the values or within the bounds; it stands in no turn's words."""
    name = indicator.metadata
    value = reading.facts.get(name.casefold(), "").strip()
    if not value:
        return CannotTell(reason=f"nothing is known of '{name}'")
    if not _matches(indicator, value):
        return ()
    return (
        Evidence(
            turn=0, start=0, end=0, quote="", indicator=indicator.id, effect=indicator.points,
            note=f"{name}: {value}",
        ),
    )  # fmt: skip


def _matches(indicator: AttributeIndicator, value: str) -> bool:
    if indicator.one_of:
        return value.casefold() in {wanted.casefold() for wanted in indicator.one_of}
    with suppress(ValueError):
        number = float(value)
        above = indicator.at_least is None or number >= indicator.at_least
        return above and (indicator.at_most is None or number <= indicator.at_most)
    return False
