"""The type hints of the models, as far as the order of keys needs them."""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

Types = tuple[Any, ...]
"""What a value may be, as the models say: classes, `tuple[…]`, `dict[…]`, `Literal[…]`."""


def inner_types(types: Types, container: type) -> Iterator[Any]:
    """What the items of a list or the values of a dictionary may be."""
    at = 1 if container is dict else 0
    for known in types:
        origin: Any = get_origin(known)
        if origin is container:
            yield from types_of(get_args(known)[at])


def types_of(hint: Any) -> Iterator[Any]:
    """The types of a hint, without the bounds and descriptions that pydantic reads."""
    if get_origin(hint) is Annotated:
        yield from types_of(get_args(hint)[0])
    elif get_origin(hint) in (Union, UnionType):
        for arg in get_args(hint):
            yield from types_of(arg)
    else:
        yield hint
