"""Named span detectors: families of wordings that criteria and models rest on."""

from qa_toolkit.scoring.detectors.detector import Detector, Span
from qa_toolkit.scoring.detectors.registry import DETECTORS, FAMILIES

__all__ = ["DETECTORS", "FAMILIES", "Detector", "Span"]
