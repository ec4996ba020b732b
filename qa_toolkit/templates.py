"""The templates of pages: set up in one way, whatever a page shows.

Whatever people wrote stays text, a name that is not given is an error, and blocks leave no empty
lines. It imports Jinja at once, so it is imported where a page is made and no sooner.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from jinja2 import BaseLoader, Environment, PackageLoader, StrictUndefined

Kind = TypeVar("Kind", bound=Environment)


@cache
def templates_of(
    package: str, *, autoescape: bool = True, **filters: Callable[..., Any]
) -> Environment:
    """What stands in the folder `templates` of a package.

    Args:
        package: its whole name.
        autoescape: off only for what is no HTML and escapes by itself.
        filters: functions that its templates use by these names.
    """
    made = templates_from(Environment, PackageLoader(package), autoescape=autoescape)
    made.filters.update(filters)
    return made


def templates_from(kind: type[Kind], loader: BaseLoader, *, autoescape: bool = True) -> Kind:
    """Templates of a kind, such as a sandbox, from a loader."""
    return kind(
        loader=loader,
        autoescape=autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
