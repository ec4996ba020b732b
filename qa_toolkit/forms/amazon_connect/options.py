"""The answers of a criterion → the options of an Amazon Connect question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor

from qa_toolkit.domain.rubric import Criterion
from qa_toolkit.forms.amazon_connect.limits import fitted
from qa_toolkit.forms.amazon_connect.scoring import Scale
from qa_toolkit.forms.answers import level_ref
from qa_toolkit.forms.difference import Differences

_HALF = Fraction(1, 2)
_FAR = 9999
"""Where a range without an end ends: Amazon Connect wants one."""
Option = dict[str, object]


@dataclass(slots=True, kw_only=True)
class Writer:
    """Writes the options of one criterion.

    Attributes:
        fails: what an option says that is a critical failure; empty where none is.
        rounded: scores that had to be rounded, as `level → score`.
    """

    criterion: Criterion
    place: str
    scale: Scale
    fails: Mapping[str, object]
    differences: Differences
    rounded: list[str] = field(default_factory=list)

    def options(self) -> list[Option]:
        """Options of a question to choose from."""
        criterion = self.criterion
        match criterion.type:
            case "yes_no":
                known = criterion.levels
                written = [self._level("yes", known[1], 1), self._level("no", known[0], 0)]
            case "scale":
                levels = sorted(criterion.levels.items())
                written = [self._level(level_ref(level), text, level) for level, text in levels]
            case "multi_choice":
                written = self._several()
            case _:
                pairs = [(option.id, option.text, option.points) for option in criterion.options]
                written = [self._level(name, text, points) for name, text, points in pairs]
        self._list_rounded()
        return written

    def ranges(self) -> list[Option]:
        """Ranges of whole numbers, both ends inclusive."""
        written = []
        for number, known in enumerate(self.criterion.ranges):
            place = f"{self.place}.ranges[{number}]"
            low = -_FAR if known.start is None else ceil(known.start)
            high = _FAR if known.below is None else ceil(known.below) - 1
            if known.start is None and known.below is not None and known.below > 0:
                low = 0
            if known.start is None or known.below is None:
                what = "a range without an end"
                self.differences.changed(place, what, f"whole numbers from {low} to {high}")
            elif floor(known.start) != known.start or floor(known.below) != known.below:
                what = "a range of numbers with fractions"
                self.differences.changed(place, what, f"whole numbers from {low} to {high}")
            if known.text:
                self.differences.lost(f"{place}.text", f"'{known.text}'")
            bounds: Option = {"MinValue": low, "MaxValue": max(low, high)}
            written.append(bounds | self._worth(known.points) | self._failing(known.points))
        self._list_rounded()
        return written

    def _level(self, ref: str, text: str, level: int) -> Option:
        shown = fitted(text or str(level), "answer", self.place, self.differences)
        option: Option = {"RefId": ref, "Text": shown}
        return option | self._worth(level) | self._failing(level)

    def _several(self) -> list[Option]:
        """Each of several answers adds its share of what can be earned."""
        options = self.criterion.options
        together = sum(max(option.points, 0) for option in options) or 1
        written: list[Option] = []
        for option in options:
            text = fitted(option.text, "answer", self.place, self.differences)
            if option.points < 0:
                what = f"'{option.text}' takes {-option.points} points away"
                self.differences.changed(f"{self.place}.options", what, "it gives none")
            share = Fraction(max(option.points, 0), together)
            worth = self._written(self.scale.best(self.criterion) * share)
            written.append({"RefId": option.id, "Text": text} | worth)
        return written

    def _worth(self, level: int) -> Option:
        return self._written(self.scale.of(self.criterion, level))

    def _written(self, worth: Fraction) -> Option:
        if self.criterion.lowest == self.criterion.highest == 0:
            return {}  # no answer has any points
        whole = floor(worth + _HALF)
        if whole != worth:
            self.rounded.append(f"{float(worth):.4g} is {whole}")
        if self.scale.mode == "POINTS_BASED":
            return {"PointsConfiguration": {"PointValue": whole}}
        return {"Score": whole}

    def _failing(self, level: int) -> Option:
        return dict(self.fails) if level in self.criterion.fails_at else {}

    def _list_rounded(self) -> None:
        if self.rounded:
            what = "scores that are no whole numbers there"
            self.differences.changed(self.place, what, f"rounded: {', '.join(self.rounded)}")
