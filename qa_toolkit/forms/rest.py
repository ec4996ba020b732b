"""What a rubric says beyond what a form can carry: every field that is set and not taken over.

The fields come from the models themselves, so a new one is listed until somebody carries it over.
"""

from collections.abc import Collection, Iterator, Mapping

from pydantic import BaseModel

from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.forms.difference import Differences
from qa_toolkit.forms.words import one_line

_BECAME = "left out"
_WHAT: Mapping[str, str] = {
    "indicators": "what the machine looks for",
    "base": "points before any evidence",
    "tips": "what to practise",
    "causes": "root causes to choose from",
    "cues": "what the customer says that calls for a reaction",
    "minimums": "the least a section must reach for a pass",
    "requires": "the least that is needed to rate at all",
    "appeal_days": "days in which an agent may ask for a review",
    "bands": "names for totals",
    "applies_when": "when it applies",
    "unit": "the unit of a number",
    "bonus": "a bonus",
}
CRITERION = (
    "id", "question", "guidance", "type", "weight", "bonus", "scale", "options", "ranges",
    "critical", "allow_na", "applies_when",
)  # fmt: skip
"""The fields of a criterion that every form has some words for."""
_NOTES = frozenset({"id", "version"})
_WITH_ANOTHER = frozenset({"format", "rate"})  # `rate` goes with the indicators


def list_rest(
    part: BaseModel, carried: Collection[str], place: str, differences: Differences
) -> None:
    """List the fields of a part of a rubric that are set and not carried over."""
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        if name in carried or name in _WITH_ANOTHER:
            continue
        if value == info.get_default(call_default_factory=True):
            continue
        where = f"{place}.{info.alias or name}" if place else info.alias or name
        if name in _NOTES:
            differences.note(where, f"'{value}'", _BECAME)
        else:
            differences.lost(where, _WHAT.get(name, f"{_short(value)}"), _BECAME)


def groups_of(rubric: Rubric) -> Iterator[tuple[str, str, Criterion]]:
    """Every criterion with its place and the id of the innermost group it stands in."""
    for s, section in enumerate(rubric.sections):
        for c, criterion in enumerate(section.criteria):
            yield f"sections[{s}].criteria[{c}]", section.id, criterion
        for p, part in enumerate(section.sections):
            for c, criterion in enumerate(part.criteria):
                yield f"sections[{s}].sections[{p}].criteria[{c}]", part.id, criterion


def _short(value: object) -> str:
    if isinstance(value, BaseModel):
        set_ = value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return ", ".join(f"{key}: {inner}" for key, inner in set_.items())[:80]
    return one_line(f"{value}")[:80]
