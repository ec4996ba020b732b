"""A workbook that people filled in, read back: what they rated, why, and what they agreed."""

from qa_toolkit.scorecards.read_back.read import read_workbook
from qa_toolkit.scorecards.read_back.values import (
    CoachingRow,
    Manifest,
    OverrideRow,
    Rating,
    ReadBack,
    Said,
)

__all__ = ["CoachingRow", "Manifest", "OverrideRow", "Rating", "ReadBack", "Said", "read_workbook"]
