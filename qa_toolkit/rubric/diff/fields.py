"""The keys of a part, compared one by one by the table of `classify`."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from qa_toolkit.rubric.diff.change import Change
from qa_toolkit.rubric.diff.classify import codes_of
from qa_toolkit.rubric.diff.here import Here
from qa_toolkit.rubric.diff.match import Names
from qa_toolkit.rubric.diff.values import meant, plain, shown

_ORDERED = frozenset({"language"})
"""Lists whose order has a meaning: the first language is the one taken on trust."""


def compare_fields(old: BaseModel, new: BaseModel, here: Here, names: Names) -> Iterator[Change]:
    """Every key of a part that means something else, but for its id and the parts within it."""
    fields = type(new).model_fields
    for name, code in codes_of(new).items():
        key = here.key(fields[name].alias or name)
        before = _renamed(name, meant(old, name), names)
        yield from compare_values(before, meant(new, name), key, code, names)


def compare_values(
    before: object, after: object, here: Here, code: str, names: Names
) -> Iterator[Change]:
    """What differs in the values of one key: inner keys, entries of a list, or the value."""
    if before == after:
        return
    if isinstance(before, BaseModel) and isinstance(after, BaseModel):
        yield from compare_fields(before, after, here, names)
    elif isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _entries(before, after, here, code, names)
    elif isinstance(before, tuple) and isinstance(after, tuple):
        yield from _lists(before, after, here, code)
    else:
        yield here.changed(code, plain(before), plain(after))


def _entries(
    before: Mapping[str | int, object],
    after: Mapping[str | int, object],
    here: Here,
    code: str,
    names: Names,
) -> Iterator[Change]:
    """What is under each key of bands, minimums, tips, causes and conditions."""
    what = here.words[-1]
    for key, value in after.items():
        if key in before:
            yield from compare_values(before[key], value, here.key(key), code, names)
        else:
            yield here.added(code, what, plain(value), (key,), str(key))
    for key, value in before.items():
        if key not in after:
            yield here.removed(code, what, plain(value), (key,), str(key))


def _lists(
    before: tuple[object, ...], after: tuple[object, ...], here: Here, code: str
) -> Iterator[Change]:
    old, new = list(map(shown, plain(before))), list(map(shown, plain(after)))
    if set(old) != set(new):
        yield here.relisted(code, old, new)
    elif here.words[-1] in _ORDERED:
        yield here.reordered(code, old, new)


def _renamed(name: str, value: object, names: Names) -> object:
    """A reference of OLD under the new id of what it means, which alone is no change."""
    match name, value:
        case "customer", str():
            return names.cues.get(value, value)
        case "answers", Mapping():
            return {names.criteria.get(key, key): given for key, given in value.items()}
        case "minimums", Mapping():
            return {names.sections.get(key, key): least for key, least in value.items()}
        case _:
            return value
