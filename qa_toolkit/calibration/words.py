"""What a figure of agreement means, in words that are in common use."""

FIRM = 0.8
TENTATIVE = 2 / 3
FEW = 20
"""Below this number of interactions no verdict is given."""
AMBIGUOUS = 0.3
"""The share of interactions rated more than one level apart from which a criterion is unclear."""

_LANDIS_KOCH = ((0.2, "slight"), (0.4, "fair"), (0.6, "moderate"), (0.8, "substantial"))


def strength(kappa: float) -> str:
    """The words of Landis and Koch (1977) for a kappa: from `poor` to `almost perfect`."""
    if kappa < 0:
        return "poor"
    for bound, word in _LANDIS_KOCH:
        if kappa <= bound:
            return word
    return "almost perfect"


def reliance(alpha: float) -> str:
    """What may be concluded at an alpha: Krippendorff's bounds (2004, p. 241)."""
    if alpha >= FIRM:
        return "firm"
    return "tentative" if alpha >= TENTATIVE else "not reliable"
