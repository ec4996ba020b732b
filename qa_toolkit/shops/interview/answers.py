"""What somebody types → the answer it stands for, or what is wrong with it in one line."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from qa_toolkit.domain.answer import (
    NOT_APPLICABLE,
    NOT_APPLICABLE_TOLD,
    NOT_APPLICABLE_WORDS,
    Answer,
)
from qa_toolkit.domain.said import tidy, too_long
from qa_toolkit.domain.shop.form import Choice, FormQuestion
from qa_toolkit.domain.shop.log import MOST_CHARACTERS
from qa_toolkit.domain.shop.shown import NONE_OF_THESE
from qa_toolkit.domain.wording import listed
from qa_toolkit.shops.interview.numbers import read_number
from qa_toolkit.shops.interview.typed import quoted

_YES_NO = {"y": "yes", "yes": "yes", "n": "no", "no": "no"}
_NONE = frozenset({"none", NONE_OF_THESE.lower(), "0"})


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why an input is not taken."""

    message: str


def labelled(question: FormQuestion) -> tuple[tuple[str, Choice], ...]:
    """The choices with what is typed for each: `y` and `n`, the level of a scale, or a number."""
    match question.type:
        case "yes_no":
            return tuple((one.value[0], one) for one in question.choices)
        case "scale":
            return tuple((one.value, one) for one in question.choices)
        case "choice" | "multi_choice" | "number" | "text" | "info":
            return tuple((str(number), one) for number, one in enumerate(question.choices, start=1))


def read_answer(question: FormQuestion, text: str) -> Answer | Wrong:
    """The answer that a text stands for.

    Choices are named by their label or by the first letters of their text or id.
    """
    text = tidy(text)
    if question.type == "text":
        wrong = too_long(text, MOST_CHARACTERS["answer"])
        return Wrong(wrong) if wrong else text
    if text.casefold() in NOT_APPLICABLE_WORDS and not _is_choice(question, text):
        if question.na_allowed:
            return NOT_APPLICABLE
        return Wrong(f"this question cannot be answered '{NOT_APPLICABLE_TOLD}'")
    return _READERS[question.type](question, text)


def _is_choice(question: FormQuestion, text: str) -> bool:
    return any(text.casefold() in (one.value, one.text.casefold()) for one in question.choices)


def _number(question: FormQuestion, text: str) -> Answer | Wrong:
    number = read_number(text, question.unit)
    if isinstance(number, str):
        return Wrong(number)
    if number < 0 and question.unit in ("seconds", "minutes"):
        return Wrong("a time cannot be below zero")
    return number


def _one(question: FormQuestion, text: str) -> Answer | Wrong:
    if question.type == "yes_no" and text.casefold() in _YES_NO:
        return _YES_NO[text.casefold()]
    found = _named(question, text)
    if isinstance(found, Wrong):
        return found
    return int(found) if question.type == "scale" else found


def _several(question: FormQuestion, text: str) -> Answer | Wrong:
    whole = _named(question, text)
    if isinstance(whole, str):
        return (whole,)
    if text.casefold() in _NONE:
        return ()
    parts = [part for part in re.split(r"[,;]+", text) if part.strip()]
    if len(parts) == 1:
        parts = text.split()
    values: list[str] = []
    for part in parts:
        found = _named(question, part.strip())
        if isinstance(found, Wrong):
            return found
        values.append(found)
    order = [one.value for one in question.choices]
    return tuple(sorted(set(values), key=order.index)) or whole


def _named(question: FormQuestion, text: str) -> str | Wrong:
    """The value of the one choice that a text names."""
    wanted = text.casefold()
    choices = labelled(question)
    if not wanted:
        return Wrong(f"answer with {_labels(question)}")
    for exact in (
        [one.value for label, one in choices if label == wanted],
        [one.value for _, one in choices if wanted in (one.value, one.text.casefold())],
    ):
        if exact:
            return exact[0]
    begun = [
        one
        for _, one in choices
        if one.text.casefold().startswith(wanted) or one.value.startswith(wanted)
    ]
    if len(begun) == 1 and not wanted.isdigit():
        return begun[0].value
    if begun and not wanted.isdigit():
        meant = listed([f"'{one.text}'" for one in begun], "or")
        return Wrong(f"{quoted(text)} can be {meant}")
    return Wrong(f"there is no answer {quoted(text)}; answer with {_labels(question)}")


def _labels(question: FormQuestion) -> str:
    labels = [label for label, _ in labelled(question)]
    if question.na_allowed:
        labels.append(NOT_APPLICABLE)
    return listed(labels, "or")


_READERS: dict[str, Callable[[FormQuestion, str], Answer | Wrong]] = {
    "yes_no": _one,
    "scale": _one,
    "choice": _one,
    "multi_choice": _several,
    "number": _number,
}
