"""Sections in which nothing counts, which a rubric has no place for if sections make its total."""

from collections.abc import Mapping, Sequence
from typing import Literal

from qa_toolkit.forms.json_fields import Reading
from qa_toolkit.forms.words import Names

Keys = dict[str, object]
Total = Literal["sections", "criteria"]
"""What makes the total of a rubric."""
_UNRATED = ("text", "info")


def without_empty_sections(
    sections: Sequence[Keys],
    places: Mapping[str, str],
    reading: Reading,
    *,
    total: Total,
) -> list[Keys]:
    """The sections, with those that cannot stand by themselves joined to a neighbour.

    Where sections make the total each has a weight, so something in it must count; elsewhere it
    is enough that something is rated. What such a subsection holds goes to its section, what such
    a section holds to the one before it, or to the first where there is none. Criteria that are
    moved get ids that begin with their new section's.

    Args:
        sections: the keys of sections, in which criteria have ids that begin with a group's.
        places: where each section and subsection stands in the form, by id.
        reading: takes note of what is moved.
        total: what makes the total of the rubric.
    """
    kept: list[Keys] = []
    early: list[Keys] = []
    by_criteria = total == "criteria"
    for section in sections:
        parts = _listed(section, "sections")
        standing = [part for part in parts if _stands(part, by_criteria=by_criteria)]
        for part in parts:
            if part not in standing:
                _join(section, part, places, reading)
        whole = {**section, "sections": standing}
        if _stands(whole, by_criteria=by_criteria):
            kept.append(whole)
        elif kept:
            _without_failures(whole, places, reading)
            _join(kept[-1], whole, places, reading)
        else:
            early.append(whole)
    if not kept and not reading.problems:
        hint = "a rubric needs questions with answers to choose from"
        reading.problem("", "nothing in this form is scored", hint)
    for section in reversed(early) if kept else ():
        _without_failures(section, places, reading)
        _join(kept[0], section, places, reading, in_front=True)
    return kept


def _join(
    into: Keys, group: Keys, places: Mapping[str, str], reading: Reading, *, in_front: bool = False
) -> None:
    held, moved = _listed(into, "criteria"), _listed(group, "criteria")
    taken = Names(_name(criterion) for criterion in held)
    for criterion in moved:
        criterion["id"] = f"{into['id']}.{taken.take(_name(criterion))}"
    into["criteria"] = [*moved, *held] if in_front else [*held, *moved]
    what = f"'{group['title']}', in which nothing is scored"
    became = f"its questions stand in '{into['title']}'"
    reading.differences.changed(places.get(str(group["id"]), ""), what, became)


def _without_failures(section: Keys, places: Mapping[str, str], reading: Reading) -> None:
    """What fails its section must not fail the one it is moved to."""
    for criterion in _listed(section, "criteria"):
        critical = criterion.get("critical")
        if isinstance(critical, dict) and critical.get("policy") == "section":
            del criterion["critical"]
            criterion.setdefault("allow_na", False)  # as of any critical criterion
            what = f"'{criterion['question']}' fails a section in which nothing is scored"
            reading.differences.lost(places.get(str(section["id"]), ""), what)


def _stands(group: Keys, *, by_criteria: bool) -> bool:
    criteria = [*_listed(group, "criteria")]
    for part in _listed(group, "sections"):
        criteria.extend(_listed(part, "criteria"))
    rated = (criterion for criterion in criteria if criterion["type"] not in _UNRATED)
    return any(by_criteria or criterion.get("weight") != 0 for criterion in rated)


def _name(criterion: Keys) -> str:
    return str(criterion["id"]).partition(".")[2]


def _listed(group: Keys, key: str) -> list[Keys]:
    found = group.get(key, [])
    return found if isinstance(found, list) else []
