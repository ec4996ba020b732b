"""Names that lead nowhere: what was probably meant, or what there is."""

from collections.abc import Collection
from itertools import islice

from qa_toolkit.domain.close_words import did_you_mean

_MOST_SHOWN = 8


def instead(name: str, known: Collection[object]) -> str:
    """`, did you mean 'x'?`, else `; there are a, b, c`; a name that is empty is like no other."""
    if name and (near := did_you_mean(name, map(str, known))):
        return near
    if not known:
        return "; there are none"
    shown = ", ".join(map(str, islice(known, _MOST_SHOWN)))
    return f"; there are {shown}{' …' if len(known) > _MOST_SHOWN else ''}"
