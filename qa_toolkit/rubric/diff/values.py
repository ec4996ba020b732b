"""Values of a rubric as JSON has them and as people read them, and what two spellings both mean."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from qa_toolkit.domain.rubric import (
    AppliesWhen,
    Criterion,
    Critical,
    CriticalPolicies,
    Cue,
    Option,
    OrderIndicator,
    PhraseIndicator,
    Policy,
    Range,
    Rubric,
)
from qa_toolkit.domain.wording import counted

_ALWAYS = AppliesWhen.model_validate({})


def meant(part: BaseModel, name: str) -> object:
    """The value of a key as it works: defaults filled in, spellings of one meaning made equal."""
    match part, name:
        case Rubric(), "language":
            return part.languages
        case Policy(critical=CriticalPolicies() as policies), "critical":
            return "zero" if policies == CriticalPolicies() else plain(policies)
        case Criterion(), "critical":
            return _critical(part)
        case Criterion(), "allow_na":
            return part.na_allowed
        case Criterion(), "applies_when":
            return part.applies_when or _ALWAYS
        case _:
            return getattr(part, name)


def plain(value: object) -> Any:
    """A value as JSON has it; parts of a rubric without what is left at its default."""
    match value:
        case BaseModel():
            return plain(value.model_dump(by_alias=True, exclude_defaults=True))
        case Mapping():
            return {str(key): plain(inner) for key, inner in value.items()}
        case tuple() | list():
            return [plain(inner) for inner in value]
        case Decimal():
            return int(value) if value == int(value) else float(value)
        case StrEnum():
            return str(value)
        case _:
            return value


def shown(value: object) -> str:
    """A value, as `plain` gives it, in one line for people."""
    match value:
        case None | "" | []:
            return "none"
        case dict() if not value:
            return "none"
        case bool():
            return "yes" if value else "no"
        case float():
            return repr(value).removesuffix(".0")
        case dict():
            entries = (f"{key}: {_within(inner)}" for key, inner in value.items())
            return f"{{{', '.join(entries)}}}"
        case list():
            return ", ".join(map(shown, value))
        case _:
            return str(value)


def summary(part: BaseModel) -> str:
    """A part in a few words, for where it comes or goes as a whole."""
    match part:
        case Criterion():
            return part.question
        case Cue():
            return counted(len(part.any), "wording")
        case Option():
            return f"{part.text}, {_points(part)}"
        case Range():
            return f"{part.text or bounds(part)}, {_points(part)}"
        case PhraseIndicator():
            return f"phrase, {counted(len(part.any), 'wording')}, {_points(part)}"
        case OrderIndicator():
            first = counted(len(part.first), "wording")
            return f"order, {first} before {len(part.then)}, {_points(part)}"
        case _:
            return str(part.title) if hasattr(part, "title") else _measured(part)


def bounds(part: Range) -> str:
    """The bounds of a range in words, with every digit: `from 3 below 100000.4`."""
    low = "" if part.start is None else f"from {shown(part.start)}"
    high = "" if part.below is None else f"below {shown(part.below)}"
    return " ".join(filter(None, (low, high))) or "any number"


def _within(value: object) -> str:
    """A value inside a mapping, where a bare list would run into the next key."""
    return f"[{shown(value)}]" if isinstance(value, list) and value else shown(value)


def _measured(indicator: Any) -> str:
    return f"{indicator.kind}, {_points(indicator)}"


def _points(part: Any) -> str:
    points = shown(plain(part.points))
    return f"{points} point" if points == "1" else f"{points} points"


def _critical(criterion: Criterion) -> object:
    """False, True, or class, policy and levels, where they are more than the plain word says."""
    own = criterion.critical
    if own is False:
        return False
    lowest = (criterion.lowest,) if criterion.levels else ()
    said = {
        "class": criterion.critical_class,
        "policy": own.rule if isinstance(own, Critical) else None,
        "at": list(criterion.fails_at) if criterion.fails_at != lowest else None,
    }
    return {key: value for key, value in said.items() if value is not None} or True
