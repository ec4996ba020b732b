"""How alike two parts of a rubric are: the share of what they say that both say."""

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

NEARLY = 0.6
"""The least share at which a part is held for another one under a new id."""
MOST = 50
"""Candidates looked at for one part, so that a thousand equal questions cost no minutes."""

Said = frozenset[tuple[object, ...]]


def said_by(part: BaseModel) -> Said:
    """All that a part says but its id, one entry a value; the order in lists is left out."""
    return frozenset(_leaves(part.model_dump(exclude_defaults=True), ()))


def nearest(own: Said, candidates: Sequence[tuple[str, Said]]) -> Iterator[tuple[str, float]]:
    """The ids of the candidates that say nearly the same, the nearest first, with the share."""
    shares = ((name, _share(own, said)) for name, said in candidates[:MOST])
    near = [(name, share) for name, share in shares if share >= NEARLY]
    yield from sorted(near, key=lambda known: -known[1])


def _share(one: Said, other: Said) -> float:
    """Jaccard's: what both say, of all that either says."""
    return len(one & other) / (len(one | other) or 1)


def _leaves(value: object, path: tuple[str, ...]) -> Iterator[tuple[object, ...]]:
    match value:
        case dict():
            for key, inner in value.items():
                if key != "id":
                    yield from _leaves(inner, (*path, str(key)))
        case list() | tuple():
            for inner in value:
                yield from _leaves(inner, path)
        case _:
            yield (*path, value)
