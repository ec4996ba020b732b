"""From what a form says to a checked rubric, with what every form leaves unsaid."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pydantic import ValidationError

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.forms.json_fields import Reading
from qa_toolkit.forms.words import name_of

PASS_MARK = 80
_WHOLE = 100
_LEAST = Decimal("0.000001")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """What a rubric must say and no form does.

    Attributes:
        channels: what the rubric is for.
        title: where the form has none: the name of its file.
    """

    channels: tuple[Channel, ...]
    title: str


def rubric_of(keys: Mapping[str, object], reading: Reading, assumed: Assumed) -> Rubric | None:
    """The rubric with these keys; None where there are problems.

    Adds format, id, version and channels, and a pass mark of 80 where there is none; each is
    listed as a note.
    """
    title = str(keys.get("title") or assumed.title)
    document: dict[str, object] = {
        "format": 1,
        "id": name_of(title, "form"),
        "version": "1.0.0",
        "applies_to": {"channels": [channel.value for channel in assumed.channels]},
        "pass_mark": PASS_MARK,
        **keys,
        "title": title,
    }
    differences = reading.differences
    differences.note("version", "a rubric has one", "1.0.0")
    channels = ", ".join(channel.value for channel in assumed.channels)
    differences.note("applies_to.channels", "a rubric names its channels", channels)
    if "pass_mark" not in keys:
        differences.note("pass_mark", "the form has none", f"{PASS_MARK} is assumed")
    if reading.problems:
        return None
    try:
        return Rubric.model_validate(document)
    except ValidationError as error:
        for found in error.errors(include_url=False, include_context=False, include_input=False):
            place = ".".join(map(str, found["loc"]))
            reading.problem("", f"cannot become a rubric: {found['msg']} at {place}")
        return None


def weights_of(given: Sequence[float | None]) -> list[Decimal | None]:
    """The weight of each part that shares a whole; None for one that does not count.

    Missing weights share what is left of 100 evenly, or all of it where none is given. A weight
    of 0 beside others does not count; where there are only zeros nobody has set any.
    """
    known = [weight for weight in given if weight]
    if not known:
        return [Decimal(1)] * len(given)
    missing = sum(weight is None for weight in given)
    left = _WHOLE - sum(known)
    share = left / missing if missing and left > 0 else sum(known) / len(known)
    return [
        None if weight == 0 else decimal(share if weight is None else weight) for weight in given
    ]


def decimal(number: float) -> Decimal:
    """A number as a rubric writes it: six places at most, and not 0 unless it is."""
    rounded = Decimal(str(round(number, 6))) or (_LEAST if number else Decimal(0))
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded


def plain(number: Decimal) -> int | float:
    """A number as JSON writes it: whole where it is."""
    return int(number) if number == number.to_integral_value() else float(number)
