"""Folds for cross-validation that depend on what is in them and not on the order of a file."""

from collections.abc import Sequence
from hashlib import blake2b

FOLDS = 5


def folds(keys: Sequence[str], ratings: Sequence[float], number: int = FOLDS) -> list[int]:
    """The fold of each key, every fold with its share of every rating.

    Keys of one rating are dealt out in the order of their hashes.
    """
    order = sorted(range(len(keys)), key=lambda at: (ratings[at], _hash(keys[at])))
    dealt = [0] * len(keys)
    for place, at in enumerate(order):
        dealt[at] = place % number
    return dealt


def _hash(key: str) -> bytes:
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
