"""The answers of a question of any form → the type of a criterion with its scale or options."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from qa_toolkit.forms.difference import Differences
from qa_toolkit.forms.words import Names, is_name, name_of

MOST_OPTIONS = 40
LEVEL_REF = re.compile(r"level_(minus_)?(\d{1,4})")
"""How the levels of a scale are named where options need names."""
_YES_NO = {"yes": 1, "no": 0}
Given = int | str
"""An answer as conditions of a rubric name it: a level, `yes`, `no`, or the id of an option."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer of a form.

    Attributes:
        ref: its name in the form, unique in its question; may be empty.
        place: where it stands in the form.
        fails: choosing it fails a section or the interaction.
        target: the form's name of the section that fails; empty for the interaction.
        named: whether the form gives it a name of its own, and `ref` is not just its number.
    """

    ref: str
    text: str
    points: int
    place: str
    fails: bool = False
    target: str = ""
    named: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers of a criterion.

    Attributes:
        keys: of the criterion: `type` with `scale`, `options` or `ranges`.
        given: how conditions name each choice, by its ref.
        several: whether more than one may be chosen.
        fails_at: the ratings of choices that fail.
        passes_at: the ratings of choices that do not.
    """

    keys: Mapping[str, object]
    given: Mapping[str, Given] = field(default_factory=dict)
    several: bool = False
    fails_at: tuple[int, ...] = ()
    passes_at: tuple[int, ...] = ()


def answers_of(choices: Sequence[Choice], differences: Differences, *, several: bool) -> Answers:
    """The answers that people choose from: yes or no, a scale, a choice, or several choices."""
    if len(choices) == 1 and not several:
        what = "a question with a single answer"
        differences.changed(choices[0].place, what, "a box that may be ticked")
        several = True
    if not several:
        choices = told_apart(choices, differences)
    found = None if several else _yes_no(choices, differences) or _scale(choices)
    if found is not None:
        return found
    ids = _ids(choices, differences)
    return Answers(
        keys={"type": "multi_choice" if several else "choice", "options": _options(choices, ids)},
        given=_by_ref(choices, ids),
        several=several,
        fails_at=tuple(dict.fromkeys(known.points for known in choices if known.fails)),
        passes_at=tuple(known.points for known in choices if not known.fails),
    )


def told_apart(choices: Sequence[Choice], differences: Differences) -> Sequence[Choice]:
    """The choices, with points that tell which of them fail where all give the same.

    Then their question does not count, so its points are free; a rubric knows failures by them.
    """
    points = [choice.points for choice in choices]
    if not alike(points, several=False) or len({choice.fails for choice in choices}) != 2:
        return choices
    what = "answers of equal points, some of which fail"
    differences.note(choices[0].place, what, "0 points for these, 1 for the others")
    return [replace(choice, points=int(not choice.fails)) for choice in choices]


def alike(points: Sequence[int], *, several: bool) -> bool:
    """Whether every answer gives the same, so that there is nothing to be earned."""
    lowest, highest = span(points, several=several)
    return lowest == highest


def possible(points: Sequence[int], *, several: bool) -> int:
    """What can be earned; where answers only take points away, what can be lost."""
    lowest, highest = span(points, several=several)
    return highest if highest > 0 else highest - lowest


def span(points: Sequence[int], *, several: bool) -> tuple[int, int]:
    """The least and the most points that answers can give."""
    if several:
        return sum(p for p in points if p < 0), sum(p for p in points if p > 0)
    return min(points, default=0), max(points, default=0)


def level_ref(level: int) -> str:
    """The name of a level where options need names."""
    return f"level_minus_{-level}" if level < 0 else f"level_{level}"


def _yes_no(choices: Sequence[Choice], differences: Differences) -> Answers | None:
    """Exactly yes and no, where no is not the better answer."""
    by_word = {choice.text.casefold(): choice for choice in choices}
    if len(choices) != 2 or by_word.keys() != _YES_NO.keys():
        return None
    yes, no = by_word["yes"], by_word["no"]
    if yes.points < no.points:
        return None
    for choice, name in ((yes, "yes"), (no, "no")):
        _note_name(choice, name, differences)
    keys: dict[str, object] = {"type": "yes_no"}
    if (yes.text, no.text) != ("Yes", "No"):
        keys["scale"] = {0: no.text, 1: yes.text}
    levels = ((0, no), (1, yes))
    return Answers(
        keys=keys,
        given={yes.ref: "yes", no.ref: "no"},
        fails_at=tuple(level for level, choice in levels if choice.fails),
        passes_at=tuple(level for level, choice in levels if not choice.fails),
    )


def _scale(choices: Sequence[Choice]) -> Answers | None:
    """A scale that was written by this toolkit: its options are named after their levels."""
    levels: dict[int, Choice] = {}
    for choice in choices:
        found = LEVEL_REF.fullmatch(choice.ref)
        if found is None:
            return None
        levels[-int(found[2]) if found[1] else int(found[2])] = choice
    if not levels or len(levels) != len(choices):
        return None
    lowest, highest = min(levels), max(levels)
    low, high = levels[lowest].points, levels[highest].points
    if high <= low or highest > 1000 or lowest < -1000:
        return None
    for level, choice in levels.items():
        expected = low + (high - low) * (level - lowest) / (highest - lowest)
        if abs(expected - choice.points) > 0.5:  # points were rounded
            return None
    return Answers(
        keys={"type": "scale", "scale": {level: levels[level].text for level in sorted(levels)}},
        given={choice.ref: level for level, choice in levels.items()},
        fails_at=tuple(level for level, choice in levels.items() if choice.fails),
        passes_at=tuple(level for level, choice in levels.items() if not choice.fails),
    )


def _ids(choices: Sequence[Choice], differences: Differences) -> list[str]:
    """A legal name stays; any other is made from the text."""
    names = Names(choice.ref for choice in choices if is_name(choice.ref))
    used: set[str] = set()
    ids = []
    for number, choice in enumerate(choices, start=1):
        if is_name(choice.ref) and choice.ref not in used:
            name = choice.ref
        else:
            name = names.take(name_of(choice.text, f"answer_{number}"))
            _note_name(choice, name, differences)
        used.add(name)
        ids.append(name)
    return ids


def _note_name(choice: Choice, name: str, differences: Differences) -> None:
    if choice.named and choice.ref and choice.ref != name:
        differences.note(choice.place, f"the name '{choice.ref}'", f"'{name}'")


def _options(choices: Sequence[Choice], ids: Sequence[str]) -> list[dict[str, object]]:
    pairs = zip(ids, choices, strict=True)
    return [{"id": name, "text": known.text, "points": known.points} for name, known in pairs]


def _by_ref(choices: Sequence[Choice], ids: Sequence[str]) -> dict[str, Given]:
    return {choice.ref: name for name, choice in zip(ids, choices, strict=True) if choice.ref}
