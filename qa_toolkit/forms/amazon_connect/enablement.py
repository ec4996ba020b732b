"""Conditionally enabled questions → `applies_when`.

A question is enabled or disabled where its condition holds, and the opposite elsewhere unless
DefaultAction says otherwise. A disabling condition is turned into the enabling one by De Morgan:
not (A and B) is (not A) or (not B), and "none of these answers" is "one of the others".
"""

from collections.abc import Mapping
from dataclasses import dataclass

from qa_toolkit.forms.amazon_connect.asked import Asked
from qa_toolkit.forms.answers import Answers, Given
from qa_toolkit.forms.conditions import Condition, Match, combined
from qa_toolkit.forms.json_fields import Fields

_ALWAYS = "left out: it always applies"
_ACTIONS = ("ENABLE", "DISABLE")
_COMPARATORS = ("IN", "NOT_IN", "ALL_IN", "EXACT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A question that conditions may name, with what its answers have become."""

    asked: Asked
    answers: Answers

    @property
    def id(self) -> str:
        return self.asked.question.id


class _UnsayableError(Exception):
    """A condition that a rubric has no words for; says why."""


def applies_when(fields: Fields, by_ref: Mapping[str, Known]) -> Condition | None:
    """When a question is enabled; None for one that always is."""
    if "Enablement" not in fields:
        return None
    enablement = fields.inner("Enablement")
    condition = enablement.inner("Condition")
    action = _word(enablement, "Action", _ACTIONS)
    default = _word(enablement, "DefaultAction", _ACTIONS)
    operator = _word(condition, "Operator", ("AND", "OR"))
    operands = [item.inner("Expression") for item in condition.items("Operands")]
    read = [_expression(operand) for operand in operands]
    differences = fields.reading.differences
    if action and action == default:
        what = f"{action} with the same DefaultAction"
        became = _ALWAYS if action == "ENABLE" else "left out: it would never apply"
        differences.changed(enablement.place, what, became)
        return None
    disables = action == "DISABLE"
    match: Match = "any" if (operator == "OR") is not disables and len(read) > 1 else "all"
    try:
        wanted = [_wanted(part, by_ref, negated=disables) for part in read]
        joined = combined(match, wanted)
        if joined is None:
            raise _UnsayableError("no answers fulfil it")
    except _UnsayableError as reason:
        differences.lost(enablement.place, f"a condition: {reason}", _ALWAYS)
        return None
    return joined


@dataclass(frozen=True, slots=True, kw_only=True)
class _Expression:
    comparator: str
    ref: str
    options: tuple[str, ...]


def _expression(fields: Fields) -> _Expression:
    source = fields.inner("Source")
    _word(source, "Type", ("QUESTION_REF_ID",))
    options = []
    for value in fields.items("Values"):
        _word(value, "Type", ("OPTION_REF_ID",))
        options.append(value.text("RefId", required=True))
    return _Expression(
        comparator=_word(fields, "Comparator", _COMPARATORS) or "IN",
        ref=source.text("RefId", required=True),
        options=tuple(options),
    )


def _wanted(
    part: _Expression, by_ref: Mapping[str, Known], *, negated: bool
) -> tuple[str, tuple[Given, ...]]:
    """The criterion and the answers to it that are wanted.

    Raises:
        _UnsayableError: a rubric cannot say it.
    """
    known = by_ref.get(part.ref)
    if known is None:
        raise _UnsayableError(f"there is no question '{part.ref}'")
    given = known.answers.given
    if not given:
        raise _UnsayableError(f"the question '{part.ref}' has no answers to choose from")
    unknown = [name for name in part.options if name not in given]
    if unknown:
        raise _UnsayableError(f"'{part.ref}' has no answer '{unknown[0]}'")
    negative = (part.comparator == "NOT_IN") is not negated
    if known.answers.several and (negative or part.comparator == "EXACT"):
        raise _UnsayableError(f"several answers to '{part.ref}' may be chosen, none ruled out")
    if part.comparator in ("ALL_IN", "EXACT") and len(part.options) > 1:
        raise _UnsayableError(f"several answers to '{part.ref}' at once")
    if negative:
        return known.id, tuple(given[name] for name in given if name not in part.options)
    return known.id, tuple(given[name] for name in part.options)


def _word(fields: Fields, key: str, known: tuple[str, ...]) -> str:
    word = fields.text(key)
    if word and word not in known:
        fields.reading.problem(fields.at(key), f"'{word}' is none of {', '.join(known)}")
    return word
