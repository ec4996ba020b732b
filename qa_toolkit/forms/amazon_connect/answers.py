"""The answers of an Amazon Connect question → those of a criterion."""

from qa_toolkit.forms.amazon_connect.asked import TENTHS, Asked
from qa_toolkit.forms.answers import Answers, answers_of, information


def answers_to(asked: Asked, *, scored: bool, in_points: bool) -> Answers:
    """What the answers become; a question that is not scored becomes an information."""
    differences = asked.question.fields.reading.differences
    if asked.kind == "text":
        return Answers(keys={"type": "text"})
    if not scored:
        return _information(asked)
    _list_shifted(asked, in_points=in_points)
    if asked.kind == "number":
        return _number(asked)
    return answers_of(asked.choices, differences, several=asked.kind == "several")


def _information(asked: Asked) -> Answers:
    differences = asked.question.fields.reading.differences
    if asked.kind == "number":
        what = "a number that is asked for and not scored"
        differences.changed(asked.properties.place, what, "an information")
        return Answers(keys={"type": "info"})
    return information(asked.choices, differences)


def _number(asked: Asked) -> Answers:
    """Inclusive whole numbers, `MinValue` to `MaxValue`, are `from` … `below` the next one."""
    pairs = list(zip(asked.bounds, asked.choices, strict=True))
    points = [choice.points for choice in asked.choices]
    return Answers(
        keys={
            "type": "number",
            "ranges": [
                {"from": low, "below": high + 1, "points": choice.points}
                for (low, high), choice in pairs
            ],
        },
        points=(min(points), max(points)),
        fails_at=tuple(dict.fromkeys(known.points for known in asked.choices if known.fails)),
        passes_at=tuple(known.points for known in asked.choices if not known.fails),
    )


def _list_shifted(asked: Asked, *, in_points: bool) -> None:
    """Note where an answer is worth another percentage than in Amazon Connect.

    There a score is so many tenths of all; in a rubric the lowest answer is 0 % and the best 100.
    """
    points = [choice.points for choice in asked.choices]
    least = sum(min(p, 0) for p in points) if asked.kind == "several" else min(points)
    best = asked.possible
    whole = (asked.cap or best) if in_points else TENTHS
    if (least, best) != (0, whole):
        unit = "points" if in_points else "tenths"
        asked.question.fields.reading.differences.changed(
            asked.place,
            f"from {least} to {best} {unit} where {whole} are all there is",
            "the lowest answer counts 0 %, the best 100 %",
        )
