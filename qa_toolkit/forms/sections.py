"""Sections in which nothing is scored, which a rubric has no place for."""

from collections.abc import Mapping, Sequence

from qa_toolkit.forms.json_fields import Reading
from qa_toolkit.forms.words import Names

Keys = dict[str, object]


def without_empty_sections(
    sections: Sequence[Keys], places: Mapping[str, str], reading: Reading
) -> list[Keys]:
    """The sections, with those in which nothing is scored joined to a neighbour.

    A section of a rubric has a weight, so something in it must be scored. What an unscored
    subsection holds goes to its section, what an unscored section holds to the one before it, or
    to the first where there is none.

    Args:
        sections: the keys of sections, in which criteria have ids that begin with a group's.
        places: where each section and subsection stands in the form, by id.
        reading: takes note of what is moved.
    """
    kept: list[Keys] = []
    early: list[Keys] = []
    for section in sections:
        parts = _listed(section, "sections")
        scored = [part for part in parts if _is_scored(part)]
        for part in parts:
            if part not in scored:
                _join(section, part, places, reading)
        whole = {**section, "sections": scored} if scored else _without(section, "sections")
        if _is_scored(whole):
            kept.append(whole)
        elif kept:
            _join(kept[-1], whole, places, reading)
        else:
            early.append(whole)
    if not kept and not reading.problems:
        reading.problem("", "nothing in this form is scored", "a rubric needs answers with points")
    for section in early if kept else ():
        _join(kept[0], section, places, reading)
    return kept


def _join(into: Keys, group: Keys, places: Mapping[str, str], reading: Reading) -> None:
    held = _listed(into, "criteria")
    taken = Names(str(criterion["id"]).partition(".")[2] for criterion in held)
    for criterion in _listed(group, "criteria"):
        name = taken.take(str(criterion["id"]).partition(".")[2])
        held.append({**criterion, "id": f"{into['id']}.{name}"})
    what = f"'{group['title']}', in which nothing is scored"
    became = f"its questions stand in '{into['title']}'"
    reading.differences.changed(places.get(str(group["id"]), ""), what, became)


def _is_scored(group: Keys) -> bool:
    criteria = [*_listed(group, "criteria")]
    for part in _listed(group, "sections"):
        criteria.extend(_listed(part, "criteria"))
    return any(criterion["type"] not in ("text", "info") for criterion in criteria)


def _listed(group: Keys, key: str) -> list[Keys]:
    found = group.get(key, [])
    return found if isinstance(found, list) else []


def _without(group: Keys, key: str) -> Keys:
    return {name: value for name, value in group.items() if name != key}
