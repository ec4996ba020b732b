"""What a change of each key is: the table, from keys to the codes of `codes`."""

from collections.abc import Mapping

from pydantic import BaseModel

from qa_toolkit.domain.rubric import (
    AppliesTo,
    AppliesWhen,
    Criterion,
    Cue,
    Option,
    Policy,
    Range,
    Requires,
    Rubric,
    Section,
    Subsection,
)
from qa_toolkit.rubric.diff.codes import ANSWERS, APPLIES, LOOKED_FOR, NUMBERS, PASSES, WORDS

_GROUP = {"title": WORDS, "guidance": WORDS, "weight": NUMBERS}
KEYS: Mapping[type, Mapping[str, str]] = {
    Rubric: {
        "title": WORDS,
        "description": WORDS,
        "language": APPLIES,
        "applies_to": APPLIES,
        "requires": APPLIES,
        "pass_mark": PASSES,
        "bands": PASSES,
        "policy": PASSES,
        "minimums": PASSES,
        "appeal_days": WORDS,
        "customer_sentiment": LOOKED_FOR,
    },
    AppliesTo: {"channels": APPLIES},
    Requires: dict.fromkeys(Requires.model_fields, APPLIES),
    Policy: dict.fromkeys(Policy.model_fields, PASSES),
    Cue: dict.fromkeys(Cue.model_fields, LOOKED_FOR),
    Section: _GROUP | {"model": LOOKED_FOR},
    Subsection: _GROUP,
    Criterion: {
        "question": WORDS,
        "guidance": WORDS,
        "type": ANSWERS,
        "unit": ANSWERS,
        "weight": NUMBERS,
        "bonus": NUMBERS,
        "critical": PASSES,
        "allow_na": APPLIES,
        "min_confidence": APPLIES,
        "applies_when": APPLIES,
        "rate": NUMBERS,
        "base": NUMBERS,
        "tips": WORDS,
        "causes": WORDS,
    },
    AppliesWhen: dict.fromkeys(AppliesWhen.model_fields, APPLIES),
    Option: {"text": WORDS, "points": NUMBERS},
    # its bounds are its name: see `answers`
    Range: {"text": WORDS, "points": NUMBERS},
}
"""The code of each key, by the part it stands in, in the order of reports.

Left out are ids, the version, and what is compared part by part.
"""


def codes_of(part: BaseModel) -> Mapping[str, str]:
    """The keys of a part with their codes; those of an indicator say what is looked for."""
    if type(part) in KEYS:
        return KEYS[type(part)]
    names = (name for name in type(part).model_fields if name not in ("id", "kind"))
    return {name: NUMBERS if name == "points" else LOOKED_FOR for name in names}
