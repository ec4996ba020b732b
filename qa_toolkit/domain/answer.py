"""Answers that people give to criteria, and the rating each stands for."""

from collections.abc import Sequence

from qa_toolkit.domain.rubric import Criterion

Answer = int | float | str | Sequence[str]
"""A level, a number, `yes` or `no`, the id of an option, several ids, or `NOT_APPLICABLE`."""
NOT_APPLICABLE = "na"
"""As logs, rating files and the command line write it."""
NOT_APPLICABLE_LABEL = "N/A"
"""As forms and cells offer it."""
NOT_APPLICABLE_TOLD = "not applicable"
"""As sentences say it."""
NOT_APPLICABLE_WORDS = frozenset({"na", "n/a", "n.a.", "not applicable", "does not apply"})
"""How people write it, in lower case."""
_YES_NO = {"no": 0, "yes": 1}


def points_of(criterion: Criterion, answer: Answer) -> int | None:
    """The rating an answer stands for; None when it says that the criterion does not apply.

    Raises:
        ValueError: the criterion has no such answer; the message says which there are.
    """
    if answer == NOT_APPLICABLE:
        if not criterion.na_allowed:
            raise ValueError(f"{criterion.id} may not be answered '{NOT_APPLICABLE}'")
        return None
    if criterion.type == "number":
        return _in_range(criterion, answer)
    if criterion.type in ("choice", "multi_choice"):
        return _chosen(criterion, answer)
    level: object = answer
    if criterion.type == "yes_no" and isinstance(answer, str):
        level = _YES_NO.get(answer.lower())
    if isinstance(level, bool) or not isinstance(level, int) or level not in criterion.levels:
        raise ValueError(f"{criterion.id} has no answer {answer!r}; there are {_known(criterion)}")
    return level


def chosen(answer: Answer) -> frozenset[str]:
    """The ids of the options that an answer names."""
    if isinstance(answer, str):
        return frozenset((answer,))
    return frozenset() if isinstance(answer, int | float) else frozenset(answer)


def _chosen(criterion: Criterion, answer: Answer) -> int:
    if criterion.type == "choice" and type(answer) is int and answer in criterion.levels:
        return answer
    points = {option.id: option.points for option in criterion.options}
    ids = chosen(answer)
    unknown = sorted(ids - points.keys())
    if unknown or isinstance(answer, int | float):
        wrong = unknown[0] if unknown else answer
        raise ValueError(f"{criterion.id} has no answer {wrong!r}; there are {_known(criterion)}")
    if criterion.type == "choice" and len(ids) != 1:
        raise ValueError(f"{criterion.id} takes one answer, not {len(ids)}")
    return sum(points[known] for known in ids)


def _in_range(criterion: Criterion, answer: Answer) -> int:
    if isinstance(answer, bool) or not isinstance(answer, int | float):
        raise ValueError(f"{criterion.id} is answered with a number, not {answer!r}")
    for known in criterion.ranges:
        if answer in known:
            return known.points
    raise ValueError(f"{criterion.id} has no range for {answer:g}; there are {_known(criterion)}")


def _known(criterion: Criterion) -> str:
    if criterion.type == "yes_no":
        return "yes, no"
    if criterion.type == "number":
        return "; ".join(known.shown for known in criterion.ranges) or "none"
    names = [option.id for option in criterion.options] or list(map(str, criterion.levels))
    return ", ".join(names) or "none"
