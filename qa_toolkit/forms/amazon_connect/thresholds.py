"""Amazon Connect's performance categories ↔ bands and the pass mark.

A form has two names at most, for the worst scores and the best; what lies between has none.
"""

from collections.abc import Mapping
from decimal import Decimal

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.forms.build import decimal, plain
from qa_toolkit.forms.difference import Differences
from qa_toolkit.forms.json_fields import Fields

_WORST, _BETWEEN, _BEST = "Needs improvement", "Meets expectations", "Exceeds expectations"
_NAMES: Mapping[str, str] = {"NEEDS_IMPROVEMENT": _WORST, "EXCEEDS_EXPECTATIONS": _BEST}
_TOP = Decimal(100)


def bands_in(strategy: Fields) -> dict[str, object]:
    """`pass_mark` and `bands` of a form's score thresholds.

    What needs no improvement passes. A single threshold, from 0 up, is only the pass mark.
    """
    known: dict[str, tuple[Decimal, Decimal]] = {}
    for threshold in strategy.items("ScoreThresholds"):
        category = threshold.text("PerformanceCategory", required=True)
        low = _percent(threshold, "MinScorePercentage", otherwise=0)
        high = _percent(threshold, "MaxScorePercentage", otherwise=100)
        if category and category not in _NAMES:
            strategy.reading.problem(
                threshold.at("PerformanceCategory"),
                f"'{category}' is none of {', '.join(_NAMES)}",
            )
        if category == "EXCEEDS_EXPECTATIONS" and high < _TOP:
            place = threshold.at("MaxScorePercentage")
            strategy.reading.differences.lost(place, f"the best scores end at {high}")
        known[_NAMES.get(category, "")] = (low, high)
    keys: dict[str, object] = {}
    if _WORST in known:
        mark = keys["pass_mark"] = known[_WORST][1]
        strategy.reading.differences.note(
            strategy.at("ScoreThresholds"),
            f"what needs improvement ends at {mark}",
            f"the pass mark; a total of exactly {mark} passes",
        )
    if _BEST in known or (_WORST in known and known[_WORST][0] > 0):
        keys["bands"] = _bands(known)
    return keys


def thresholds_of(rubric: Rubric, differences: Differences) -> list[dict[str, object]]:
    """The score thresholds that say a rubric's pass mark and bands, as far as there are names."""
    if not rubric.bands:
        return [_threshold("NEEDS_IMPROVEMENT", Decimal(0), rubric.pass_mark)]
    starts = sorted(rubric.bands.values())
    by_name = {name.casefold(): (name, start) for name, start in rubric.bands.items()}
    found = []
    for category, usual in _NAMES.items():
        name, start = by_name.pop(usual.casefold(), ("", None))
        if start is None:
            continue
        end = next((other for other in starts if other > start), _TOP)
        found.append(_threshold(category, start, end))
        if category == "NEEDS_IMPROVEMENT" and end != rubric.pass_mark:
            what = f"{rubric.pass_mark} beside the band '{name}' that ends at {end}"
            differences.lost("pass_mark", what)
    if _WORST.casefold() not in {name.casefold() for name in rubric.bands}:
        differences.lost("pass_mark", f"{rubric.pass_mark}, for the bands say nothing of it")
    by_name.pop(_BETWEEN.casefold(), None)
    for name, start in by_name.values():
        differences.lost(f"bands.{name}", f"a band from {start}", "left out: only two have names")
    return found


def _bands(known: Mapping[str, tuple[Decimal, Decimal]]) -> dict[str, Decimal]:
    bands: dict[str, Decimal] = {}
    if _WORST in known:
        bands[_WORST], after = known[_WORST]
        best = known[_BEST][0] if _BEST in known else _TOP
        if after < best:
            bands[_BETWEEN] = after
    if _BEST in known:
        bands[_BEST] = known[_BEST][0]
    return bands


def _percent(threshold: Fields, key: str, *, otherwise: int) -> Decimal:
    number = threshold.number(key)
    if number is not None and not 0 <= number <= _TOP:
        threshold.reading.problem(threshold.at(key), f"{number:g} is not from 0 to 100")
    return Decimal(otherwise) if number is None else decimal(min(max(number, 0), 100))


def _threshold(category: str, low: Decimal, high: Decimal) -> dict[str, object]:
    return {
        "PerformanceCategory": category,
        "MinScorePercentage": plain(low),
        "MaxScorePercentage": plain(high),
    }
