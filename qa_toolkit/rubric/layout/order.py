"""The order of keys: that of the models in `domain.rubric`, so that a new key needs no second list.

Lists, the levels of a scale and names that users give (cues, cases, minimums) keep their order.
"""

from dataclasses import replace
from functools import cache
from typing import Literal, get_args

from pydantic import BaseModel

from qa_toolkit.domain.rubric import Criterion, Indicator, Rubric, Section, Subsection
from qa_toolkit.rubric.cases import Case, CaseFile, Expected
from qa_toolkit.rubric.layout.hints import Types, inner_types, types_of
from qa_toolkit.rubric.layout.nodes import Collection, Entry, Node, Scalar

_APART = (Section, Subsection, Criterion)
_TAG = "kind"
_EXTENDING = {"id": "extends", "cues": "remove"}
"""Keys that files have and models do not, by the key they stand before."""


def arranged(root: Collection) -> Collection:
    """A rubric or a file of cases with its keys in order, and a note where empty lines belong."""
    return _mapping(root, (Rubric, CaseFile), leads=True)


def _arranged(node: Node, types: Types, *, leads: bool = False) -> Node:
    if isinstance(node, Scalar):
        return node
    return _mapping(node, types, leads=leads) if node.mapping else _list(node, types)


def _list(node: Collection, types: Types) -> Collection:
    inner = tuple(inner_types(types, tuple))
    groups = any(known in _APART for known in inner)
    entries = _below(node, inner, leads=True)
    return replace(node, entries=entries, apart="all" if groups else "no")


def _mapping(node: Collection, types: Types, *, leads: bool) -> Collection:
    """A mapping in order; `leads` when its first key begins the file or stands behind a dash."""
    model = _model_of(node, types)
    if model is None:
        return replace(node, entries=_below(node, tuple(inner_types(types, dict))))
    keys = _keys(model)
    entries = tuple(
        replace(entry, value=_arranged(entry.value, keys.get(_name(entry), ())))
        for entry in _sorted(node.entries, tuple(keys), leads=leads)
    )
    apart: Literal["blocks", "no"] = "blocks" if model is Rubric else "no"
    return replace(node, entries=entries, apart=apart)


def _sorted(entries: tuple[Entry, ...], keys: tuple[str, ...], *, leads: bool) -> tuple[Entry, ...]:
    """Entries by the order of keys; those that are not known stay behind the others.

    A directive at the first key is about the whole file or item, so none gets there, or leaves.
    """
    ranks = {key: rank for rank, key in enumerate(keys)}
    known = sorted(entries, key=lambda entry: ranks.get(_name(entry), len(ranks)))
    if leads and known and known[0] is not entries[0]:
        first = entries[0]
        if first.silenced_behind or known[0].silenced:
            known.remove(first)
            known.insert(0, first)
    return tuple(known)


def _below(node: Collection, types: Types, *, leads: bool = False) -> tuple[Entry, ...]:
    return tuple(
        replace(entry, value=_arranged(entry.value, types, leads=leads)) for entry in node.entries
    )


def _model_of(node: Collection, types: Types) -> type[BaseModel] | None:
    """The model a mapping is meant for: the one of its kind, else the one with most of its keys."""
    said = {_name(entry): entry.value for entry in node.entries}
    kind = said.get(_TAG)
    best, most = None, (False, 0)
    for model in types:
        if isinstance(model, type) and issubclass(model, BaseModel):
            keys = _keys(model)
            kinds = (arg for known in keys.get(_TAG, ()) for arg in get_args(known))
            fit = (
                isinstance(kind, Scalar) and kind.value in kinds,
                sum(key in keys for key in said),
            )
            best, most = (model, fit) if fit > most else (best, most)
    return best


@cache
def _keys(model: type[BaseModel]) -> dict[str, Types]:
    """A model's keys in order, each with what its value may be.

    Pydantic puts what a model inherits before what is its own, which is not how indicators and
    cases are read.
    """
    keys = {
        known.alias or name: tuple(types_of(known.annotation))
        for name, known in model.model_fields.items()
    }
    if model is Rubric:
        return _with_extending(keys)
    if model in types_of(Indicator):
        return dict(sorted(keys.items(), key=lambda item: _place_in_indicator(*item)))
    if model is Case:
        return dict(sorted(keys.items(), key=lambda item: _place_in_case(item[0], list(keys))))
    return keys


def _with_extending(keys: dict[str, Types]) -> dict[str, Types]:
    """With the keys of a file that extends another, which no rubric has in the end."""
    wider: dict[str, Types] = {}
    for key, types in keys.items():
        if key in _EXTENDING:
            wider[_EXTENDING[key]] = ()
        wider[key] = types
    return wider


def _place_in_indicator(key: str, types: Types) -> int:
    """Its id and kind first, and its phrases, which take many lines, last."""
    if key in ("id", _TAG):
        return ("id", _TAG).index(key)
    return 3 if str in inner_types(types, tuple) else 2


def _place_in_case(key: str, keys: list[str]) -> int:
    """First the dialogue and what is known about it, then what it must give."""
    if key in Expected.model_fields:
        return 1
    return 0 if keys.index(key) < keys.index("expect") else 2


def _name(entry: Entry) -> str:
    return entry.key.value if entry.key else ""
