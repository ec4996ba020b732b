"""The answers of an Amazon Connect question → those of a criterion."""

from qa_toolkit.forms.amazon_connect.asked import Asked
from qa_toolkit.forms.amazon_connect.choices import TENTHS
from qa_toolkit.forms.answers import Answers, answers_of, span, told_apart


def answers_to(asked: Asked, *, counts: bool, in_points: bool) -> Answers:
    """What the answers become; `counts` is false where the question has no part in the score."""
    if asked.kind == "text":
        return Answers(keys={"type": "text"})
    if counts:
        _list_shifted(asked, in_points=in_points)
    elif not asked.question.excluded and asked.weight != 0:
        _list_constant(asked, in_points=in_points)
    if asked.kind == "number":
        return _number(asked)
    return answers_of(
        asked.choices, asked.question.fields.reading.differences, several=asked.several
    )


def _number(asked: Asked) -> Answers:
    """The ranges of a number; all that may be given is one where the form names none."""
    choices = told_apart(asked.choices, asked.question.fields.reading.differences)
    pairs = zip(asked.bounds, choices, strict=True)
    ranges = [_range(low, high, choice.points) for (low, high), choice in pairs]
    whole = asked.properties.whole("MinValue"), asked.properties.whole("MaxValue")
    return Answers(
        keys={"type": "number", "ranges": ranges or [_range(*whole, 0)]},
        fails_at=tuple(dict.fromkeys(known.points for known in choices if known.fails)),
        passes_at=tuple(known.points for known in choices if not known.fails),
    )


def _range(low: int | None, high: int | None, points: int) -> dict[str, int]:
    """Inclusive whole numbers, `MinValue` to `MaxValue`, are `from` … `below` the next one."""
    start = {} if low is None else {"from": low}
    end = {} if high is None else {"below": high + 1}
    return {**start, **end, "points": points}


def _list_shifted(asked: Asked, *, in_points: bool) -> None:
    """Note where an answer is worth another percentage than in Amazon Connect.

    There a score is so many tenths of all; in a rubric the lowest answer is 0 % and the best 100.
    """
    least, _ = span(asked.points, several=asked.several)
    best = asked.possible
    whole = (asked.cap or best) if in_points else TENTHS
    if (least, best) != (0, whole):
        unit = "points" if in_points else "tenths"
        asked.question.fields.reading.differences.changed(
            asked.place,
            f"from {least} to {best} {unit} where {whole} are all there is",
            "the lowest answer counts 0 %, the best 100 %",
        )


def _list_constant(asked: Asked, *, in_points: bool) -> None:
    """Note where every answer counts the same in Amazon Connect, which a rubric cannot say."""
    best = asked.possible
    if asked.scored and asked.alike and (best or not in_points):
        unit = "points" if in_points else "tenths"
        what = f"all answers give {best} {unit}"
        asked.question.fields.reading.differences.changed(asked.place, what, "it does not count")
