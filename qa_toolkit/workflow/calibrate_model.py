"""Models as files: found by name, made of a fit, written."""

from dataclasses import replace
from pathlib import Path

from qa_toolkit.calibration.benefit import Benefit
from qa_toolkit.calibration.fit import Fitted
from qa_toolkit.errors import UsageError
from qa_toolkit.files import replacing
from qa_toolkit.scoring.models import (
    Learned,
    Measured,
    Model,
    read_model,
    shipped,
    write_model,
)

_DIGITS = 6
_FILE = ".json"


def known_model(name: str) -> Model:
    """A model that ships, by its name, or the one of a file.

    Raises:
        UsageError: there is none, or the file is no model.
    """
    if not name.endswith(_FILE):
        return shipped(name)
    try:
        text = Path(name).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"{name}: {error.strerror}") from error
    except UnicodeDecodeError:
        raise UsageError(f"{name}: not a model: the file is not UTF-8") from None
    return read_model(text, name)


def out_file(path: Path) -> Path:
    """Where a model is to be written, checked before any work is done for it.

    Raises:
        UsageError: a rubric could not name it.
    """
    if path.suffix != _FILE:
        raise UsageError(f"'{path}' is no name for a model", hint=f"its name must end in {_FILE}")
    return path


def write(model: Model, path: Path) -> None:
    """Write a model's file; the same model gives the same bytes.

    Raises:
        StorageError: it cannot be written.
    """
    with replacing(path, hint="name a file that can be written with --out") as file:
        file.write(write_model(model).encode())


def model_of(base: Model, fitted: Fitted, name: str, learned: Learned, worth: Benefit) -> Model:
    """The fitted model in the form of the one before: its weights change, its features do not.

    What the model before said of its agreement holds no more and is left out.
    """
    features = []
    intercept = fitted.intercept + fitted.share * base.base
    for known in base.features:
        per_unit = fitted.share * base.weights[known.name] + fitted.changes.get(known.name, 0.0)
        weight = _short(per_unit * known.scale)
        intercept += weight * known.mean / known.scale
        features.append(replace(known, weight=weight))
    return replace(
        base,
        name=name,
        intercept=_short(intercept),
        slope=_short(fitted.slope),
        offset=_short(fitted.offset),
        features=tuple(features),
        data=(*base.data, learned),
        agreement=_measured(learned, worth),
        kept=(),
    )


def _measured(learned: Learned, worth: Benefit) -> tuple[Measured, ...]:
    if worth.after.auc is None or worth.auc is None:
        return ()
    measured = Measured(
        task=learned.corpus,
        how="five-fold",
        items=learned.items,
        auc=round(worth.after.auc, 3),
        low=round(worth.auc.low, 3),
        high=round(worth.auc.high, 3),
    )
    return (measured,)


def _short(value: float) -> float:
    """Six digits: more say nothing, and the last ones differ between processors."""
    return float(f"{value:.{_DIGITS}g}")
