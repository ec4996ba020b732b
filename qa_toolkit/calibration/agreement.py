"""How far evaluators agree: each criterion, all together, each pair, each agent."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qa_toolkit.calibration.alpha import Metric, alpha
from qa_toolkit.calibration.comparison import Comparison
from qa_toolkit.calibration.interval import Interval
from qa_toolkit.calibration.kappa import Weighting, kappa
from qa_toolkit.calibration.leniency import differences
from qa_toolkit.calibration.levels import Levels, metric_for
from qa_toolkit.calibration.ranks import auc, spearman
from qa_toolkit.calibration.resampling import mean_alpha, resample, unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Agreement of some ratings.

    Attributes:
        interactions: with two ratings or more.
        compared: pairs of ratings.
        exact: share of those pairs on the same level; None without a pair.
        within_one: share at most one level apart.
        kappa: with quadratic weights; the mean over pairs of evaluators (Light 1971), and over
            criteria; None where nothing could disagree by chance.
        alpha: Krippendorff's, of several criteria the mean by their number of interactions.
    """

    interactions: int
    compared: int
    exact: float | None
    within_one: float | None
    kappa: float | None
    alpha: float | None
    interval: Interval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Whether a machine's strengths rank interactions as the others' mean ratings do."""

    evaluator: str
    interactions: int
    auc: float | None
    spearman: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfCriterion:
    """Agreement on one criterion.

    Attributes:
        given: how often each level was given.
        far_apart: share of interactions rated more than one level apart.
        differ_on_applying: interactions that only some say the criterion applies to.
        matrices: for every two evaluators how often one gave this level and the other that.
    """

    criterion: str
    levels: Levels
    metric: Metric
    figures: Figures
    kappas: Mapping[Weighting, float | None]
    given: tuple[int, ...]
    far_apart: float | None
    differ_on_applying: int
    rankings: tuple[Ranking, ...]
    matrices: Mapping[tuple[str, str], Mapping[tuple[int, int], int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfEvaluator:
    """How one evaluator rates beside the others: mean difference in percent of the scale."""

    name: str
    compared: int
    leniency: float | None
    interval: Interval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """All of it.

    Attributes:
        pairs: every two evaluators with a common rating, over all criteria; without intervals.
        agents: each agent's interactions, over all criteria.
    """

    overall: Figures
    criteria: tuple[OfCriterion, ...]
    evaluators: tuple[OfEvaluator, ...]
    pairs: Mapping[tuple[str, str], Figures]
    agents: Mapping[str, Figures]


def agreement(
    comparisons: Sequence[Comparison], agents: Mapping[str, Sequence[str]] | None = None
) -> Agreement:
    """Compute every figure, with 95 % intervals by resampling interactions.

    Args:
        comparisons: the criteria.
        agents: the interactions of each agent, where figures by agent are wanted.
    """
    lenient = differences(comparisons)
    drawn = resample(comparisons, lenient)
    names = comparisons[0].evaluators if comparisons else ()
    return Agreement(
        overall=_together(comparisons, drawn.overall),
        criteria=tuple(
            _of_criterion(known, drawn.alphas[known.criterion]) for known in comparisons
        ),
        evaluators=tuple(
            OfEvaluator(
                name=name,
                compared=known.number,
                leniency=known.mean,
                interval=drawn.leniency[name],
            )
            for name, known in lenient.items()
        ),
        pairs={
            (names[a], names[b]): _together([_of_pair(known, a, b) for known in comparisons], None)
            for a, b in sorted({pair for known in comparisons for pair in known.pairs})
        },
        agents={
            agent: _of_some(comparisons, interactions)
            for agent, interactions in (agents or {}).items()
        },
    )


def _of_criterion(known: Comparison, interval: Interval | None) -> OfCriterion:
    names = known.evaluators
    far_apart = known.far_apart()
    return OfCriterion(
        criterion=known.criterion,
        levels=known.levels,
        metric=metric_for(known.levels),
        figures=_together([known], interval),
        kappas={how: _kappa(known, how) for how in ("none", "linear", "quadratic")},
        given=known.given(),
        far_apart=far_apart / len(known.rows) if known.rows else None,
        differ_on_applying=len(known.differ_on_applying),
        rankings=tuple(_ranking(name, beside) for name, beside in known.strengths.items()),
        matrices={(names[a], names[b]): pairs for (a, b), pairs in known.pairs.items()},
    )


def _together(comparisons: Sequence[Comparison], interval: Interval | None) -> Figures:
    apart: Counter[int] = Counter()
    for known in comparisons:
        apart += known.apart()
    compared = apart.total()
    weights = {known.criterion: len(known.rows) for known in comparisons}
    return Figures(
        interactions=len({name for known in comparisons for name in known.rows}),
        compared=compared,
        exact=apart[0] / compared if compared else None,
        within_one=(apart[0] + apart[1]) / compared if compared else None,
        kappa=mean_alpha({known.criterion: _kappa(known) for known in comparisons}, weights),
        alpha=mean_alpha({known.criterion: _alpha(known) for known in comparisons}, weights),
        interval=interval,
    )


def _of_some(comparisons: Sequence[Comparison], interactions: Sequence[str]) -> Figures:
    """All criteria, of some interactions only."""
    own = [known.only(interactions) for known in comparisons]
    return _together(own, resample(own, {}).overall)


def _of_pair(known: Comparison, a: int, b: int) -> Comparison:
    """The same for two of the evaluators."""
    both = {name: (row[a], row[b]) for name, row in known.rows.items()}
    rows = {name: row for name, row in both.items() if None not in row}
    names = (known.evaluators[a], known.evaluators[b])
    return Comparison(
        criterion=known.criterion,
        evaluators=names,
        levels=known.levels,
        rows=rows,
        differ_on_applying=frozenset(),
        strengths={},
    )


def _kappa(known: Comparison, how: Weighting = "quadratic") -> float | None:
    each = [kappa(pairs, how) for pairs in known.pairs.values()]
    usable = [value for value in each if value is not None]
    return sum(usable) / len(usable) if usable else None


def _alpha(known: Comparison) -> float | None:
    counts = Counter(unit(row, len(known.levels)) for row in known.rows.values())
    return alpha(counts, known.levels, metric_for(known.levels))


def _ranking(name: str, beside: Sequence[tuple[float, float]]) -> Ranking:
    strengths, ratings = zip(*beside, strict=True)
    return Ranking(
        evaluator=name,
        interactions=len(beside),
        auc=auc(strengths, ratings),
        spearman=spearman(strengths, ratings),
    )
