"""Answers as people write them into files, and the values that logs keep.

The same words count in a workbook's drop-downs and in a text file: the id of an answer or its
text, in any case; a level's number; "not applicable" as na, n/a or in words.
"""

import math
from collections.abc import Sequence

from qa_toolkit.domain.answer import (
    NOT_APPLICABLE,
    NOT_APPLICABLE_TOLD,
    NOT_APPLICABLE_WORDS,
    Answer,
)
from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.said import folded, tidy
from qa_toolkit.domain.shop.form import FormQuestion
from qa_toolkit.domain.shop.shown import NONE_OF_THESE
from qa_toolkit.shops.interview.numbers import read_number, whole
from qa_toolkit.workbooks.plain import Unclear, short

_NONE_WORDS = frozenset({"none", NONE_OF_THESE.casefold()})


def labels(question: FormQuestion) -> dict[str, str]:
    """What a drop-down offers for each answer: its text, with the value where texts are equal."""
    if question.type == "yes_no":
        return {one.value: one.value.capitalize() for one in question.choices}
    texts = [folded(one.text) for one in question.choices]
    taken = {*NOT_APPLICABLE_WORDS, NONE_OF_THESE.casefold()}
    found = {}
    for one in question.choices:
        text = " ".join(one.text.split())
        if question.type == "scale":
            text = f"{one.value} – {text}"
        elif texts.count(folded(one.text)) > 1 or text.casefold() in taken or not text:
            text = f"{text} [{one.value}]".strip()
        found[one.value] = text
    return found


def answer_of(question: FormQuestion, said: object) -> Answer | None:
    """The answer that is meant; None where nothing stands there.

    Raises:
        Unclear: the question has no such answer.
    """
    text = tidy(said) if isinstance(said, str) else said
    if text is None or text == "":
        return None
    if question.type == "info":
        raise Unclear("this line is read and not answered", "leave it empty")
    if question.type == "text":
        return _words(text)
    known = _chosen(question, text)
    if known is None and isinstance(text, str) and text.casefold() in NOT_APPLICABLE_WORDS:
        if not question.na_allowed:
            raise Unclear(f"it may not be answered as {NOT_APPLICABLE_TOLD}", _hint(question))
        return NOT_APPLICABLE
    if question.type == "number":
        return _number(text, question)
    if known is None:
        raise _no_answer(question, text)
    return known


def _chosen(question: FormQuestion, said: object) -> Answer | None:
    """One or several of the choices; None where it is none of them."""
    if question.type == "multi_choice":
        return _several(question, said)
    value = _choice(question, said)
    if value is None:
        return None
    return int(value) if question.type == "scale" else value


def _several(question: FormQuestion, said: object) -> Answer | None:
    if isinstance(said, str) and said.casefold() in _NONE_WORDS and not _choice(question, said):
        return ()
    if isinstance(said, Sequence):
        each = [said] if isinstance(said, str) else list(said)
        found = {_choice(question, one) for one in each}
        if None not in found:
            return tuple(one.value for one in question.choices if one.value in found)
        if not isinstance(said, str):
            raise _no_answer(question, next(one for one in each if not _choice(question, one)))
    return None


def _choice(question: FormQuestion, said: object) -> str | None:
    """The value of the choice that is meant by its value, its text or its label."""
    if question.type == "yes_no" and isinstance(said, bool):
        return "yes" if said else "no"
    if question.type == "scale" and isinstance(said, float) and said.is_integer():
        said = int(said)
    if isinstance(said, bool) or not isinstance(said, str | int):
        return None
    wanted = folded(str(said))
    shown = labels(question)
    for one in question.choices:
        if wanted in (folded(one.value), folded(shown[one.value])):
            return one.value
    same = [one.value for one in question.choices if folded(one.text) == wanted]
    return same[0] if len(same) == 1 else None


def _number(said: object, question: FormQuestion) -> int | float:
    number = read_number(said, question.unit) if isinstance(said, str) else said
    if isinstance(number, str):
        raise Unclear(number, _hint(question))
    if isinstance(number, bool) or not isinstance(number, int | float) or not math.isfinite(number):
        raise Unclear(f"'{_shown(said)}' is no number", _hint(question))
    return whole(number)


def _words(said: object) -> str:
    if isinstance(said, bool):
        return str(said).lower()
    if isinstance(said, float) and said.is_integer():
        return str(int(said))
    if not isinstance(said, str | int | float):
        raise Unclear(f"it takes words, not {_shown(said)}", "write it in quotation marks")
    return str(said)


def _no_answer(question: FormQuestion, said: object) -> Unclear:
    known = [one.value for one in question.choices]
    near = did_you_mean(str(said), known) if isinstance(said, str) else ""
    return Unclear(f"'{_shown(said)}' is no answer to this question{near}", _hint(question))


def _hint(question: FormQuestion) -> str:
    if question.type == "number":
        unit = f" of {question.unit}" if question.unit else ""
        tail = f", or {NOT_APPLICABLE}" if question.na_allowed else ""
        return f"a number{unit} such as 12 or 12.5{tail}"
    known = [one.value for one in question.choices]
    if question.na_allowed:
        known.append(NOT_APPLICABLE)
    some = "some of" if question.type == "multi_choice" else "one of"
    return f"{some}: {', '.join(known)}"


def _shown(said: object) -> str:
    match said:
        case dict():
            return "a mapping"
        case list() | tuple():
            return "a list"
        case bool():
            return str(said).lower()
        case _:
            return short(str(said))
