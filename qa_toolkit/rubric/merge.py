"""One rubric on top of another: mappings key by key, parts with an `id` by their id.

Everything else in the child takes the place of what the base says. A key without a value (`null`)
is taken away, and so are the parts that `remove` names. Whatever remains knows its own file.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.problem import Problem
from qa_toolkit.strict_yaml.document import Node

OWN_KEYS = ("id", "version", "title")
"""What a rubric must say of itself, whatever its base is called."""
_NAMED_ALONE = ("sections", "criteria")  # their ids need no prefix: there is one in a rubric


def merged(base: Node, child: Node, source: str, problems: list[Problem]) -> Node:
    """Both as one mapping, without `extends` and `remove`; what `remove` names in vain is a problem.

    Args:
        base: a mapping.
        child: a mapping.
        source: names the child's file in problems.
        problems: gets the problems.
    """
    unwanted = dict(_unwanted(child, source, problems))
    known: set[str] = set()
    kept = _without(base, frozenset(unwanted), "", known)
    for name, node in unwanted.items():
        if name not in known:
            message = f"there is no '{name}' to remove{did_you_mean(name, known)}"
            problems.append(_problem(node, source, message, "R301"))
    whole = _merge(kept, child)
    inner = {
        key: node
        for key, node in whole.inner.items()
        if key not in ("extends", "remove") and (key not in OWN_KEYS or key in child.inner)
    }
    return _mapping(child, inner)


def _unwanted(child: Node, source: str, problems: list[Problem]) -> Iterator[tuple[str, Node]]:
    """The ids that a child removes."""
    node: Node | None = child.inner.get("remove")
    if node is None:
        return
    if not isinstance(node.inner, list) or not all(isinstance(it.value, str) for it in node.inner):
        message = "remove: must be a list of ids, as in [empathy.mood, empathy.first.stock]"
        problems.append(_problem(node, source, message, "R004"))
        return
    for item in node.inner:
        yield item.value, item


def _without(node: Node, unwanted: frozenset[str], owner: str, known: set[str]) -> Node:
    """A mapping without the parts that are not wanted; all ids it has are added to `known`.

    Sections and criteria are named by their id, cues by their name, and what a criterion holds by
    the criterion's id, a dot and its own.
    """
    inner: dict[str | int, Node] = {}
    for key, held in node.inner.items():
        if key == "cues" and isinstance(held.inner, dict):
            known.update(map(str, held.inner))
            cues = {name: cue for name, cue in held.inner.items() if str(name) not in unwanted}
            inner[key] = _mapping(held, cues)
        elif names := _by_id(held):
            prefix = "" if key in _NAMED_ALONE else f"{owner}."
            known.update(prefix + name for name in names)
            parts = [
                _without(part, unwanted, part.value["id"], known)
                for part in held.inner
                if prefix + part.value["id"] not in unwanted
            ]
            inner[key] = replace(held, value=[part.value for part in parts], inner=parts)
        else:
            inner[key] = held
    return _mapping(node, inner)


def _merge(base: Node, child: Node) -> Node:
    if isinstance(base.inner, dict) and isinstance(child.inner, dict):
        return _merge_keys(base, child)
    known = _by_id(base)
    parts = isinstance(child.inner, list) and child.inner and all(map(_is_mapping, child.inner))
    return _merge_parts(base, child, known) if known and parts else child


def _merge_keys(base: Node, child: Node) -> Node:
    inner: dict[str | int, Node] = dict(base.inner)
    names = {str(key): key for key in inner}  # a level of a scale may be quoted
    for key, node in child.inner.items():
        known = names.get(str(key))
        if known is None:
            inner[key] = node
        elif node.value is None:
            del inner[known]
        else:
            inner[known] = _merge(inner[known], node)
    return _mapping(child, inner)


def _merge_parts(base: Node, child: Node, known: dict[str, int]) -> Node:
    """Parts with a known id are merged where they stand, the others follow.

    An id that the child gives twice stays there twice, and is found to be wrong later.
    """
    parts: list[Node] = list(base.inner)
    for node in child.inner:
        number = known.pop(str(node.value.get("id")), None)
        if number is None:
            parts.append(node)
        else:
            parts[number] = _merge(parts[number], node)
    return replace(child, value=[part.value for part in parts], inner=parts)


def _by_id(node: Node) -> dict[str, int]:
    """The positions of a list's parts by their ids; empty unless all of them have one."""
    if not isinstance(node.inner, list):
        return {}
    ids = [part.value.get("id") if _is_mapping(part) else None for part in node.inner]
    if not all(isinstance(name, str) for name in ids):
        return {}
    return {name: number for number, name in reversed([*enumerate(ids)])}


def _is_mapping(node: Node) -> bool:
    return isinstance(node.inner, dict)


def _mapping(like: Node, inner: dict[Any, Node]) -> Node:
    """A mapping that stands where another does."""
    return replace(like, value={key: node.value for key, node in inner.items()}, inner=inner)


def _problem(node: Node, source: str, message: str, code: str) -> Problem:
    return Problem(source=source, message=message, line=node.line, column=node.column, code=code)
