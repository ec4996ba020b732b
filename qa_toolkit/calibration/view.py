"""Agreement as people read it: rounded once, with a verdict in words."""

from collections.abc import Iterator, Mapping

from qa_toolkit.calibration import words
from qa_toolkit.calibration.agreement import Agreement, Figures, OfCriterion
from qa_toolkit.calibration.interval import Interval
from qa_toolkit.calibration.levels import Levels
from qa_toolkit.domain.rounding import whole_percent

DASH = "–"
HEADERS = ("", "n", "exact", "within 1", "kappa", "alpha", "commonest", "verdict")
Row = tuple[str, ...]
_MOST_LEVELS = 12
_MOST_PAIRS = 20


def criteria_rows(known: Agreement, name: str = "") -> Iterator[Row]:
    """One row a criterion, then all of them together, in the columns of `HEADERS`.

    Args:
        known: the figures.
        name: the only criterion's, where the files do not name it.
    """
    for one in known.criteria:
        yield (one.criterion or name, *_figures(one.figures), _commonest(one), verdict(one))
    if len(known.criteria) > 1:
        yield ("all", *_figures(known.overall), "", _overall(known.overall))


def agent_rows(known: Agreement) -> Iterator[Row]:
    """One row an agent, over all criteria."""
    for agent, figures in known.agents.items():
        yield (agent, *_figures(figures), "", _overall(figures))


def pair_rows(known: Agreement) -> Iterator[Row]:
    """One row for every two evaluators, over all criteria; those with most in common, if many."""
    most = sorted(known.pairs.items(), key=lambda item: -item[1].compared)[:_MOST_PAIRS]
    for pair, figures in most:
        yield (" · ".join(pair), *_figures(figures), "", _overall(figures))


def matrix_rows(matrix: Mapping[tuple[int, int], int], levels: Levels) -> Iterator[tuple[str, ...]]:
    """The ratings of the first evaluator by row, of the second by column."""
    used = sorted({place for pair in matrix for place in pair})
    shown = used if len(levels) > _MOST_LEVELS else range(len(levels))
    yield ("", *(level(levels[column]) for column in shown))
    for row in shown:
        yield (level(levels[row]), *(str(matrix.get((row, column), 0)) for column in shown))


def verdict(one: OfCriterion) -> str:
    """What the figures of a criterion allow to say, and whether its wording is to blame."""
    said = [_overall(one.figures)]
    if one.far_apart is not None and one.far_apart > words.AMBIGUOUS:
        said.append(f"rewrite it: {percent(one.far_apart)} lie more than one level apart")
    if one.differ_on_applying:
        said.append(f"{one.differ_on_applying} not applicable to some only")
    return "; ".join(said)


def leniency(points: float | None, interval: Interval | None) -> str:
    """`+3.1 [1.0, 5.2]`: percent of the scale above the others' mean."""
    if points is None:
        return DASH
    between = f" [{interval.low:+.1f}, {interval.high:+.1f}]" if interval else ""
    return f"{points:+.1f}{between}"


def figure(value: float | None) -> str:
    """Two decimal places, or a dash where there is no figure."""
    return DASH if value is None else f"{value:.2f}"


def percent(share: float | None) -> str:
    """Whole percent, or a dash."""
    return DASH if share is None else whole_percent(share)


def with_interval(value: float | None, interval: Interval | None) -> str:
    """`0.71 [0.60, 0.80]`."""
    between = f" [{figure(interval.low)}, {figure(interval.high)}]" if interval else ""
    return f"{figure(value)}{between}"


def level(value: float) -> str:
    """A level as people write it: 2, not 2.0."""
    return f"{value:g}"


def _figures(known: Figures) -> Row:
    return (
        str(known.interactions),
        percent(known.exact),
        percent(known.within_one),
        figure(known.kappa),
        with_interval(known.alpha, known.interval),
    )


def _commonest(one: OfCriterion) -> str:
    total = sum(one.given)
    if not total:
        return DASH
    place = max(range(len(one.given)), key=one.given.__getitem__)
    return f"{level(one.levels[place])}: {percent(one.given[place] / total)}"


def _overall(known: Figures) -> str:
    if known.interactions < words.FEW:
        return f"too few to say (under {words.FEW})"
    if known.alpha is None or known.kappa is None:
        return "all alike: nothing tells agreement from chance"
    sure = known.interval is not None and known.interval.low >= words.TENTATIVE
    reliance = words.reliance(known.alpha)
    if reliance != "not reliable" and not sure:
        reliance += ", though the interval is wide"
    return f"{words.strength(known.kappa)}; {reliance}"
