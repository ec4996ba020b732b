"""What people name on the command line by its id, or by how its id starts."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.errors import UsageError
from qa_toolkit.store import interactions
from qa_toolkit.workflow.project import Project


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T", bound=_WithId)


def one_named(items: Iterable[_T], name: str, one: str, many: str, hint: str) -> _T:
    """The item with this id, or whose id alone starts with it.

    Args:
        items: to choose from.
        name: as it was typed.
        one: what an item is called.
        many: what several are called.
        hint: where to look for their ids.

    Raises:
        UsageError: no item has it, or several do.
    """
    start = name.strip() or "?"  # every id starts with nothing
    found = [item for item in items if item.id.startswith(start)]
    exact = [item for item in found if item.id == start] or found
    if len(exact) == 1:
        return exact[0]
    what = f"several {many} start with '{name}'" if exact else f"no {one} '{name}'"
    raise UsageError(what, hint=hint)


def interaction_named(project: Project, name: str) -> Interaction:
    """The interaction with this id.

    Raises:
        UsageError: the project does not know it.
    """
    known = interactions.get(project.database, name)
    if known is None:
        near = did_you_mean(name, interactions.by_id(project.database))
        raise UsageError(f"there is no interaction '{name}'{near}", hint="qa list shows them")
    return known
