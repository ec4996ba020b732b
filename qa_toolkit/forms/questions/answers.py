"""The answers of a question as people write them in one cell ↔ the answers of a criterion.

Yes/No                      yes or no; also Pass/Fail and the like
0-5                         a scale of whole numbers
1|2|3                       the same, one by one
Poor=0; Fair=3; Good=5      a scale with its levels in words; a choice where points repeat
0-4=10; 5-9=5; >=10=0       ranges of a number, where the type is number
Loss|Theft                  a choice, of a question that does not count
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qa_toolkit.domain.answer import NOT_APPLICABLE_WORDS
from qa_toolkit.domain.rubric import AnswerType, Criterion
from qa_toolkit.errors import Unusable
from qa_toolkit.forms.answers import MOST_OPTIONS
from qa_toolkit.forms.questions.ranges import range_keys, shown_range
from qa_toolkit.forms.words import Names, name_of, one_line

_PAIRS = (("yes", "no"), ("y", "n"), ("pass", "fail"), ("true", "false"), ("met", "not met"))
_FROM_TO = re.compile(r"(-?\d{1,4})\s*(?:-|–|to|\.\.)\s*(-?\d{1,4})")
_LABELLED = (
    re.compile(r"(?P<label>.+?)\s*=\s*(?P<points>-?\d{1,4})"),
    re.compile(r"(?P<points>-?\d{1,4})\s*=\s*(?P<label>.+)"),
    re.compile(r"(?P<label>.+?)\s*\((?P<points>-?\d{1,4})\)"),
)
_NUMBER = re.compile(r"-?\d{1,4}")
_LONGEST_SCALE = 21
_MOST_POINTS = 1000
_HINT = "write Poor=0; Good=5, or Yes/No, or 0-5"
_Keys = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a cell of answers says.

    Attributes:
        keys: `type` with `scale`, `options` or `ranges`.
        not_applicable: "N/A" is among the answers.
        assumed: nothing was written, and yes or no is assumed.
        told: answers that the guidance must tell, for they have no points.
    """

    keys: _Keys
    not_applicable: bool = False
    assumed: bool = False
    told: str = ""


def answers_in(text: str, kind: AnswerType | None, *, counts: bool) -> Cell:
    """Read a cell of answers, together with the type that was written beside it, if any.

    Answers need points that differ only where their question counts.

    Raises:
        Unusable: the answers or their points cannot be made out.
    """
    found = _pieces(text)
    pieces = [piece for piece in found if piece.casefold() not in NOT_APPLICABLE_WORDS]
    allowed = len(pieces) < len(found)
    if len(pieces) > MOST_OPTIONS:
        raise Unusable(f"{len(pieces)} answers are too many", hint=f"{MOST_OPTIONS} at most")
    if kind in ("text", "info"):
        return Cell(keys={"type": kind}, not_applicable=allowed, told=" · ".join(pieces))
    if not pieces and kind in (None, "yes_no"):
        return Cell(keys={"type": "yes_no"}, not_applicable=allowed, assumed=not text)
    return Cell(keys=_keys(pieces, kind, counts=counts), not_applicable=allowed)


def shown_answers(criterion: Criterion) -> str:
    """The answers of a criterion as a cell that reads as the same."""
    match criterion.type:
        case "text" | "info":
            return ""
        case "yes_no" if not criterion.scale:
            return "Yes/No"
        case "yes_no" | "scale":
            known = [(text or str(level), level) for level, text in criterion.levels.items()]
            return _joined(f"{_label(text)}={level}" for text, level in known)
        case "number":
            return _joined(shown_range(known) for known in criterion.ranges)
        case _:
            return _joined(f"{_label(known.text)}={known.points}" for known in criterion.options)


def _keys(pieces: Sequence[str], kind: AnswerType | None, *, counts: bool) -> _Keys:
    if kind == "number":
        return range_keys(pieces, counts=counts)
    if kind in (None, "yes_no") and (pair := _pair(pieces)):
        return pair
    labelled = [_label_and_points(piece) for piece in pieces]
    if kind in (None, "scale") and len(pieces) == 1 and (found := _FROM_TO.fullmatch(pieces[0])):
        return _numbers(range(int(found[1]), int(found[2]) + 1))
    if kind in (None, "scale") and all(map(_NUMBER.fullmatch, pieces)):
        return _numbers([int(piece) for piece in pieces])
    if counts and None in labelled:
        wrong = pieces[labelled.index(None)]
        raise Unusable(f"the answer '{wrong[:60]}' has no points", hint=_HINT)
    pairs = zip(pieces, labelled, strict=True)
    return _of_points([known or (piece, 0) for piece, known in pairs], kind, counts=counts)


def _of_points(known: Sequence[tuple[str, int]], kind: AnswerType | None, *, counts: bool) -> _Keys:
    """Answers with their points."""
    points = [number for _, number in known]
    if any(abs(number) > _MOST_POINTS for number in points):
        raise Unusable(f"points are from -{_MOST_POINTS} to {_MOST_POINTS}", hint=_HINT)
    alike = not any(points) if kind == "multi_choice" else len(set(points)) < 2
    if alike and (counts or not known):
        raise Unusable("all answers give the same points", hint=_HINT)
    if len(known) == 1 and kind != "multi_choice":
        raise Unusable("there is only one answer", hint=_HINT)
    if kind == "yes_no":
        if sorted(points) != [0, 1]:
            raise Unusable("yes or no gives 1 or 0 points", hint="write Yes=1; No=0, or Yes/No")
        return {"type": "yes_no", "scale": _levels(known)}
    if kind in (None, "scale") and len(set(points)) == len(points):
        return {"type": "scale", "scale": _levels(known)}
    if kind == "scale":
        raise Unusable("two levels of a scale have the same points", hint="make it a choice")
    return {"type": kind or "choice", "options": _options(known)}


def _options(known: Sequence[tuple[str, int]]) -> list[_Keys]:
    names = Names()
    return [
        {"id": names.take(name_of(label, f"answer_{number}")), "text": label, "points": points}
        for number, (label, points) in enumerate(known, start=1)
    ]


def _pair(pieces: Sequence[str]) -> _Keys | None:
    """Yes and No, or two words like them, the better one first or second."""
    words = [piece.casefold() for piece in pieces]
    for yes, no in _PAIRS:
        if sorted(words) == sorted((yes, no)):
            texts = {int(word == yes): piece for word, piece in zip(words, pieces, strict=True)}
            plain = (texts[1], texts[0]) == ("Yes", "No")
            return {"type": "yes_no"} | ({} if plain else {"scale": {0: texts[0], 1: texts[1]}})
    return None


def _numbers(levels: Sequence[int]) -> _Keys:
    if len(levels) < 2 or len(set(levels)) != len(levels):
        raise Unusable("a scale has two different levels or more", hint=_HINT)
    if len(levels) > _LONGEST_SCALE:
        hint = "make it a number with ranges: type number, 0-49=0; 50-100=1"
        raise Unusable(f"{len(levels)} levels are too many for a scale", hint=hint)
    return {"type": "scale", "scale": {level: str(level) for level in sorted(levels)}}


def _label_and_points(piece: str) -> tuple[str, int] | None:
    for form in _LABELLED:
        if found := form.fullmatch(piece):
            return found["label"].strip(), int(found["points"])
    return None


def _pieces(text: str) -> list[str]:
    """The parts between the first of these signs that occurs: bar, semicolon, new line, slash, comma."""
    for sign in ("|", ";", "\n", "/", ","):
        if sign in text:
            return _with_na([one_line(part) for part in text.split(sign)])
    return [one_line(text)] if text else []


def _with_na(parts: Sequence[str]) -> list[str]:
    """`Yes/No/N/A` falls apart into four parts, the last two of which belong together."""
    if [part.casefold() for part in parts[-2:]] == ["n", "a"]:
        parts = [*parts[:-2], "N/A"]
    return [part for part in parts if part]


def _joined(parts: Iterable[str]) -> str:
    """Parts with bars between them; a single one has a bar behind it, so that it stays whole."""
    known = list(parts)
    return f"{known[0]} |" if len(known) == 1 else " | ".join(known)


def _label(text: str) -> str:
    return one_line(text).replace("|", "/")


def _levels(known: Sequence[tuple[str, int]]) -> dict[int, str]:
    return dict(sorted((number, label) for label, number in known))
