"""Agreement for programs: plain values, nothing rounded away that a program may want."""

from collections.abc import Mapping

from qa_toolkit.calibration import words
from qa_toolkit.calibration.agreement import Agreement, Figures, OfCriterion
from qa_toolkit.calibration.interval import Interval
from qa_toolkit.calibration.view import verdict

_PLACES = 6
Document = dict[str, object]


def as_document(known: Agreement) -> Document:
    """All figures by name; null where there is none."""
    return {
        "overall": _figures(known.overall),
        "criteria": {one.criterion: _criterion(one) for one in known.criteria},
        "evaluators": {
            one.name: {
                "compared": one.compared,
                "leniency": rounded(one.leniency),
                "interval": bounds(one.interval),
            }
            for one in known.evaluators
        },
        "pairs": [
            {"evaluators": list(pair), **_figures(figures)} for pair, figures in known.pairs.items()
        ],
        "agents": {agent: _figures(figures) for agent, figures in known.agents.items()},
    }


def rounded(value: float | None) -> float | None:
    """Six places: the last ones differ between processors."""
    return None if value is None else round(value, _PLACES)


def bounds(interval: Interval | None) -> list[float | None] | None:
    """Low and high."""
    return None if interval is None else [rounded(interval.low), rounded(interval.high)]


def _figures(known: Figures) -> Document:
    return {
        "interactions": known.interactions,
        "compared": known.compared,
        "exact": rounded(known.exact),
        "within_one": rounded(known.within_one),
        "kappa": rounded(known.kappa),
        "alpha": rounded(known.alpha),
        "alpha_interval": bounds(known.interval),
    }


def _criterion(one: OfCriterion) -> Document:
    return {
        **_figures(one.figures),
        "kappas": {how: rounded(value) for how, value in one.kappas.items()},
        "metric": one.metric,
        "levels": list(one.levels),
        "given": list(one.given),
        "far_apart": rounded(one.far_apart),
        "ambiguous": one.far_apart is not None and one.far_apart > words.AMBIGUOUS,
        "differ_on_applying": one.differ_on_applying,
        "verdict": verdict(one),
        "rankings": [
            {
                "evaluator": known.evaluator,
                "interactions": known.interactions,
                "auc": rounded(known.auc),
                "spearman": rounded(known.spearman),
            }
            for known in one.rankings
        ],
        "matrices": [
            {
                "evaluators": list(pair),
                "counts": [_counts(matrix, row, len(one.levels)) for row in range(len(one.levels))],
            }
            for pair, matrix in one.matrices.items()
        ],
    }


def _counts(matrix: Mapping[tuple[int, int], int], row: int, levels: int) -> list[int]:
    return [matrix.get((row, column), 0) for column in range(levels)]
