"""What a fit is worth, for people and for programs."""

from collections.abc import Iterator

from qa_toolkit.calibration.interval import Interval
from qa_toolkit.calibration.json import bounds, rounded
from qa_toolkit.calibration.view import figure, level
from qa_toolkit.domain.wording import counted
from qa_toolkit.workflow.calibrate_fit import FitReport

HEADERS = ("agreement with your ratings", "before", "after", "change")
_SHOWN = 5
_WEAK = 0.6


def lines(report: FitReport) -> Iterator[str]:
    """What was fitted to what, and what could not be used."""
    ends = f"{level(report.levels[0])} to {level(report.levels[-1])}"
    what = f" of {report.criterion}" if report.criterion else ""
    yield (
        f"{report.base.name} {report.base.version} fitted to "
        f"{counted(report.ratings, 'rating')}{what}, {ends}"
    )
    if report.contradicts:
        yield "your ratings contradict the model there is: its weights count for nothing"
    elif report.keeps_weights:
        yield "cross-validation keeps the weights there are: the ratings ask for no others"
    else:
        yield (
            f"the weights there are count for {report.strength:.0f} ratings "
            "(chosen by cross-validation)"
        )
    yield from _left_out("without a transcript", report.without_words)
    yield from _left_out(
        f"in which the {report.base.speaker.value} is silent, or in another language",
        report.left_out,
    )


def figures(report: FitReport) -> Iterator[tuple[str, ...]]:
    """One row a figure, in the columns of `HEADERS`."""
    before, after, change = report.benefit.before, report.benefit.after, report.benefit.change
    yield ("pairs in the right order (AUC)", *_both(before.auc, after.auc), _by(change.auc))
    yield ("rank correlation (Spearman)", *_both(before.spearman, after.spearman), "")
    yield ("weighted kappa", *_both(before.kappa, after.kappa), _by(change.kappa))
    yield ("mean error, of the scale", *_both(before.error, after.error), _by(change.error))


def advice(report: FitReport) -> str:
    """Whether to use the fitted model, and why."""
    worth = report.benefit
    if worth.ranks_better and (worth.after.auc or 0) < _WEAK:
        return "better beyond chance, but it still ranks little better than a coin: rate more"
    if worth.ranks_better:
        return "better beyond chance: use it"
    if worth.advised:
        return "ranks no better, but lies nearer to your ratings beyond chance: use it"
    if worth.ranks_worse:
        return "worse beyond chance: do not use it, keep the model there is"
    return "no better than chance could make it: keep the model there is, and rate more"


def as_document(report: FitReport) -> dict[str, object]:
    """The same for programs."""
    worth = report.benefit
    return {
        "model": report.model.name,
        "base": {"name": report.base.name, "version": report.base.version},
        "criterion": report.criterion or None,
        "levels": list(report.levels),
        "ratings": report.ratings,
        "without_transcript": list(report.without_words),
        "left_out": list(report.left_out),
        "contradicts": report.contradicts,
        "strength": None if report.keeps_weights else report.strength,
        "before": _agreeing(report, before=True),
        "after": _agreeing(report, before=False),
        "change": {
            "auc": bounds(worth.change.auc),
            "kappa": bounds(worth.change.kappa),
            "error": bounds(worth.change.error),
        },
        "advised": worth.advised,
        "advice": advice(report),
    }


def _agreeing(report: FitReport, *, before: bool) -> dict[str, float | None]:
    known = report.benefit.before if before else report.benefit.after
    return {
        "auc": rounded(known.auc),
        "spearman": rounded(known.spearman),
        "kappa": rounded(known.kappa),
        "error": rounded(known.error),
    }


def _left_out(why: str, ids: tuple[str, ...]) -> Iterator[str]:
    if ids:
        more = f" … {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else ""
        yield f"{counted(len(ids), 'rating')} {why}: {', '.join(ids[:_SHOWN])}{more}"


def _both(before: float | None, after: float | None) -> tuple[str, str]:
    return figure(before), figure(after)


def _by(change: Interval | None) -> str:
    return "" if change is None else f"{_signed(change.low)} to {_signed(change.high)}"


def _signed(value: float) -> str:
    return f"{round(value, 2) + 0:+.2f}"  # + 0 makes -0.00 of it +0.00
