"""Voice embeddings → two voices, if there are two."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST_S = 2.5
"""A voice that is heard for less cannot be told from a cough or a laugh."""
SURE = 0.9
"""Splits with this confidence are compared by how well they fit, not by their confidence."""
CURVE, CURVE_MIDDLE, CURVE_S = 40.0, 0.85, 22.0
"""The curve of `Split.confidence`; what it does to mixtures of known voices is in docs/speakers.md."""
_CLEAR_S = 1.0  # shorter stretches are too uncertain to begin with
_ODD = 6
_ALIKE = 0.85
_ROUNDS = 15


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Split:
    """Two groups of voice embeddings.

    Attributes:
        centres: the mean direction of either group, one row each, of unit length.
        likeness: cosine between the centres: the lower, the surer are there two people.
        fit: mean cosine of a stretch and the centre of its group.
        rarer_s: length of all stretches in the smaller group.
    """

    centres: "NDArray[np.float32]"
    likeness: float
    fit: float
    rarer_s: float

    @property
    def confidence(self) -> float:
        """How likely the two groups are two people, in 0..1.

        Two halves of one person's speech are at least 0.9 alike; a few odd seconds of a person can
        differ from the rest almost as much as another person, so the less there is of the rarer
        voice the more must it differ.
        """
        return 1 / (1 + exp(CURVE_S / self.rarer_s - CURVE * (CURVE_MIDDLE - self.likeness)))


def split(voices: "NDArray[np.float32]", lengths_s: "NDArray[np.float64]") -> Split | None:
    """The two groups that are most likely two people; None where there is too little sound for two.

    Spherical 2-means from several starts. Its usual objective, the best fit, halves one long
    monologue rather than find the few sentences of the other person. So the best fit counts only
    among splits that are surely two people; else the most likely one is taken.
    The cost grows in proportion to the number of stretches.

    Args:
        voices: embeddings of unit length, one row each.
        lengths_s: how long each stretch is.
    """
    import numpy as np

    found: list[Split] = []
    for first, second in _starts(voices, lengths_s):
        settled = _settled(voices, lengths_s, np.stack([first, second]))
        if settled is not None and settled.rarer_s >= LEAST_S:
            found.append(settled)
    sure = [one for one in found if one.confidence >= SURE]
    if sure:
        return max(sure, key=lambda one: one.fit)
    return max(found, key=lambda one: one.confidence, default=None)


def _starts(
    voices: "NDArray[np.float32]", lengths_s: "NDArray[np.float64]"
) -> Iterator[tuple["NDArray[np.float32]", "NDArray[np.float32]"]]:
    """Both sides of the two main directions, then the mean against each of the oddest stretches."""
    import numpy as np

    clear = voices[lengths_s >= _CLEAR_S]
    if len(clear) < 2:
        return
    mean = _unit((voices * lengths_s[:, None]).sum(axis=0))
    apart = voices - mean
    _, directions = np.linalg.eigh((apart * lengths_s[:, None]).T @ apart)
    for direction in (directions[:, -1], directions[:, -2]):
        side = apart @ direction > 0
        if side.any() and not side.all():
            yield _unit(voices[side].sum(axis=0)), _unit(voices[~side].sum(axis=0))
    odd: list[NDArray[np.float32]] = []
    for place in np.argsort(clear @ mean, kind="stable"):
        if all(float(clear[place] @ other) < _ALIKE for other in odd):
            odd.append(clear[place])
            yield mean, clear[place]
        if len(odd) == _ODD:
            return


def _settled(
    voices: "NDArray[np.float32]",
    lengths_s: "NDArray[np.float64]",
    centres: "NDArray[np.float32]",
) -> Split | None:
    """Move each stretch to the nearer centre and each centre to its stretches until all rest."""
    import numpy as np

    second = np.zeros(len(voices), bool)
    for turn in range(_ROUNDS):
        nearer = voices @ centres[1] > voices @ centres[0]
        if turn and (nearer == second).all():
            break
        second = nearer
        if second.all() or not second.any():
            return None
        weighted = voices * lengths_s[:, None]
        centres = _unit(np.stack([weighted[~second].sum(axis=0), weighted[second].sum(axis=0)]))
    return Split(
        centres=centres,
        likeness=float(centres[0] @ centres[1]),
        fit=float(np.average((voices @ centres.T).max(axis=1), weights=lengths_s)),
        rarer_s=float(min(lengths_s[second].sum(), lengths_s[~second].sum())),
    )


def _unit(rows: "NDArray[np.float64]") -> "NDArray[np.float32]":
    import numpy as np

    length = np.linalg.norm(rows, axis=-1, keepdims=True)
    unit: NDArray[np.float32] = (rows / np.maximum(length, 1e-12)).astype(np.float32)
    return unit
