"""How much higher or lower somebody rates than the others do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qa_toolkit.calibration.comparison import Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """One evaluator's differences from the others' mean, in percent of the scale.

    Attributes:
        sums: of the differences of each interaction, over its criteria.
        numbers: how many they are.
    """

    sums: Mapping[str, float]
    numbers: Mapping[str, int]

    @property
    def number(self) -> int:
        return sum(self.numbers.values())

    @property
    def mean(self) -> float | None:
        """Above 0 rates higher than the others; None without a common rating."""
        return sum(self.sums.values()) / self.number if self.number else None


def differences(comparisons: Iterable[Comparison]) -> dict[str, Differences]:
    """Every evaluator's differences from the mean of the others in the same interaction."""
    sums: dict[str, dict[str, float]] = {}
    numbers: dict[str, dict[str, int]] = {}
    for known in comparisons:
        for interaction, row in known.rows.items():
            given = [None if place is None else known.levels[place] for place in row]
            total = sum(value for value in given if value is not None)
            others = sum(value is not None for value in given) - 1
            width = known.levels[-1] - known.levels[0]
            for name, value in zip(known.evaluators, given, strict=True):
                own_sums, own_numbers = sums.setdefault(name, {}), numbers.setdefault(name, {})
                if value is None or not width:
                    continue
                apart = 100 * (value - (total - value) / others) / width
                own_sums[interaction] = own_sums.get(interaction, 0.0) + apart
                own_numbers[interaction] = own_numbers.get(interaction, 0) + 1
    return {name: Differences(sums=sums[name], numbers=numbers[name]) for name in sums}
