"""Model files: JSON that says its weights, where they come from, and how far to trust them."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.errors import UsageError
from qa_toolkit.scoring.models.features import is_feature
from qa_toolkit.scoring.models.model import Feature, Kept, Learned, Measured, Model

FORMAT = 1
SUFFIX = ".json"
MOST = 10_000
"""Largest number a model may hold: log-odds are small."""


_HINT = "models are made by qa calibrate fit"


class ModelError(UsageError):
    """A model file that cannot be used; the message names the part."""


@cache
def shipped_names() -> tuple[str, ...]:
    """The names of the models that ship."""
    found = (entry.name for entry in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(SUFFIX) for name in found if name.endswith(SUFFIX)))


@cache
def shipped(name: str) -> Model:
    """A model that ships.

    Raises:
        ModelError: there is none of that name.
    """
    if name not in shipped_names():
        raise ModelError(f"there is no model '{name}'", hint=f"one of {', '.join(shipped_names())}")
    text = files(__package__).joinpath(name + SUFFIX).read_text(encoding="utf-8")
    return read_model(text, name)


def read_model(text: str, source: str) -> Model:
    """A model from the text of its file.

    Raises:
        ModelError: it is not JSON, of another format, or a part is missing or wrong.
    """
    try:
        said = json.loads(text)
        if said["format"] != FORMAT:
            raise ModelError(f"{source}: model format {said['format']} is not known")
        model = _model(said)
    except ModelError:
        raise
    except KeyError as missing:
        raise ModelError(f"{source}: the model has no {missing}") from None
    except json.JSONDecodeError as wrong:
        raise ModelError(f"{source}: not JSON: {wrong.msg} in line {wrong.lineno}") from None
    except (TypeError, RecursionError, AttributeError):
        raise ModelError(f"{source}: not a model: a part has another shape", hint=_HINT) from None
    except (ValueError, OverflowError) as wrong:
        raise ModelError(f"{source}: not a model: {wrong}", hint=_HINT) from None
    numbers = (model.intercept, model.slope, model.offset)
    each = ((known.mean, known.scale, known.weight) for known in model.features)
    if not all(abs(number) <= MOST for row in (numbers, *each) for number in row):  # nor NaN
        raise ModelError(f"{source}: every number of a model lies between -{MOST:,} and {MOST:,}")
    if any(known.scale <= 0 for known in model.features):
        raise ModelError(f"{source}: every scale must be above 0")
    names = [known.name for known in model.features]
    for name in model.counted:
        if not is_feature(name):
            raise ModelError(f"{source}: the model counts '{name}', which is not known")
    if len(set(names)) < len(names):
        raise ModelError(f"{source}: the model counts a feature twice")
    return model


def write_model(model: Model) -> str:
    """The text of a model's file; one feature a line, so that two versions can be compared."""
    head: dict[str, object] = {
        "format": FORMAT,
        "name": model.name,
        "version": model.version,
        "predicts": model.predicts,
        "language": model.language,
        "speaker": model.speaker.value,
        "intercept": model.intercept,
        "calibration": {"slope": model.slope, "offset": model.offset},
    }
    lists: dict[str, Sequence[object]] = {
        "data": [
            {
                "corpus": known.corpus,
                "items": known.items,
                "licence": known.licence,
                "source": known.source,
            }
            for known in model.data
        ],
        "agreement": [
            {
                "task": known.task,
                "how": known.how,
                "items": known.items,
                "auc": known.auc,
                "low": known.low,
                "high": known.high,
            }
            for known in model.agreement
        ],
        "kept": [
            {"confidence": known.confidence, "share": known.share, "right": known.right}
            for known in model.kept
        ],
        "failures": list(model.failures),
        "features": [
            {
                "name": known.name,
                "mean": known.mean,
                "scale": known.scale,
                "weight": known.weight,
            }
            for known in model.features
        ],
    }
    lines = [f"{_json(name)}: {_json(value)}" for name, value in head.items()]
    lines += [f"{_json(name)}: [{_rows(rows)}]" for name, rows in lists.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _rows(rows: Sequence[object]) -> str:
    return "\n  " + ",\n  ".join(map(_json, rows)) + "\n" if rows else ""


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _model(said: dict[str, Any]) -> Model:
    calibration = said["calibration"]
    return Model(
        name=_text(said, "name"),
        version=_text(said, "version"),
        predicts=_text(said, "predicts"),
        language=_text(said, "language"),
        speaker=_speaker(said["speaker"]),
        intercept=_number(said, "intercept"),
        slope=_number(calibration, "slope"),
        offset=_number(calibration, "offset"),
        features=tuple(
            Feature(
                name=_text(known, "name"),
                mean=_number(known, "mean"),
                scale=_number(known, "scale"),
                weight=_number(known, "weight"),
            )
            for known in said["features"]
        ),
        data=tuple(Learned(**known) for known in said["data"]),
        agreement=tuple(Measured(**known) for known in said["agreement"]),
        kept=tuple(Kept(**known) for known in said.get("kept", ())),
        failures=tuple(map(str, said.get("failures", ()))),
    )


def _number(said: dict[str, Any], key: str) -> float:
    number = said[key]
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise ValueError(f"'{key}' must be a number")
    return float(number)


def _text(said: dict[str, Any], key: str) -> str:
    text = said[key]
    if not isinstance(text, str):
        raise ValueError(f"'{key}' must be text")
    return text


def _speaker(name: object) -> SpeakerRole:
    for role in (SpeakerRole.AGENT, SpeakerRole.CUSTOMER):
        if name == role.value:
            return role
    raise ValueError("'speaker' must be agent or customer")
