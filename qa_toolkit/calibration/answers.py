"""Texts of rating files → ratings."""

import re

from qa_toolkit.calibration.criteria import plain
from qa_toolkit.domain.answer import NOT_APPLICABLE, NOT_APPLICABLE_WORDS, Answer, points_of
from qa_toolkit.domain.rubric import Criterion
from qa_toolkit.domain.score import RatingStatus

_NOT_APPLICABLE = set(map(plain, NOT_APPLICABLE_WORDS))
_NEEDS_REVIEW = {"needs review", "review", "cannot tell", "can t tell", "unsure"}
_YES = {"yes", "y", "true", "pass", "passed", "met"}
_NO = {"no", "n", "false", "fail", "failed", "not met"}
_BLANK = {"", "-", "–", "—"}
_NUMBER = re.compile(r"[-+]?\d{1,12}(?:[.,]\d{1,12})?")
_LEVEL = re.compile(rf"({_NUMBER.pattern})\s*(?:[-–—:=.)(]\s*\D.*|%)?", re.DOTALL)
_BETWEEN_OPTIONS = re.compile(r"[;|,+^\n]")

Said = tuple[RatingStatus, float | None]


def is_blank(text: str) -> bool:
    """Whether a cell says nothing; a dash stands for nothing."""
    return text.strip() in _BLANK


def read_answer(text: str, criterion: Criterion | None) -> Said | None:
    """The rating that a text stands for; None where there is nothing to read.

    Understood are `na`, numbers (`2`, `2,5`, `85 %`, `1 - stock phrase`), yes and no, and with a
    criterion the descriptions of its levels and the ids and texts of its options.

    Raises:
        ValueError: it is no rating, or none of this criterion; the message says which there are.
    """
    said = text.strip()
    if is_blank(said):
        return None
    word = plain(said)
    if word in _NOT_APPLICABLE:
        return RatingStatus.NOT_APPLICABLE, None
    if word in _NEEDS_REVIEW:
        return RatingStatus.NEEDS_REVIEW, None
    value = _number(said, word) if criterion is None else _points(said, word, criterion)
    return RatingStatus.RATED, value


def _number(said: str, word: str) -> float:
    if word in _YES or word in _NO:
        return float(word in _YES)
    found = _LEVEL.fullmatch(said)
    if found is None:
        raise ValueError(
            f"{_shown(said)} is no rating; without a rubric ratings are numbers, yes, no or "
            f"{NOT_APPLICABLE}"
        )
    return float(found[1].replace(",", "."))


def _points(said: str, word: str, criterion: Criterion) -> float:
    points = points_of(criterion, _answer(said, word, criterion))
    if points is None:
        raise AssertionError(f"{said!r} was read as not applicable")
    return float(points)


def _answer(said: str, word: str, criterion: Criterion) -> Answer:
    if criterion.type in ("choice", "multi_choice"):
        return _chosen(said, criterion)
    texts = {plain(text): level for level, text in criterion.levels.items() if text}
    if word in texts and criterion.type != "number":
        return texts[word]
    if word in _YES or word in _NO:
        if criterion.type == "yes_no" or len(criterion.levels) == 2:
            return max(criterion.levels) if word in _YES else min(criterion.levels)
        return said
    found = _LEVEL.fullmatch(said)
    if found is None:
        return said
    number = float(found[1].replace(",", "."))
    return int(number) if number.is_integer() else number


def _chosen(said: str, criterion: Criterion) -> Answer:
    """Options by id or text; a number stands for the points where one answer is given."""
    names = {plain(option.id): option.id for option in criterion.options}
    names |= {plain(option.text): option.id for option in criterion.options}
    if plain(said) in names:
        return names[plain(said)]
    if criterion.type == "choice":
        return int(said) if re.fullmatch(r"-?\d+", said) else said
    parts = [part for part in _BETWEEN_OPTIONS.split(said) if part.strip()]
    return tuple(names.get(plain(part), part.strip()) for part in parts)


def _shown(said: str) -> str:
    short = " ".join(said.split())
    return repr(short if len(short) <= 40 else f"{short[:40]}…")
