"""All detectors by name: one explicit table, in families."""

from qa_toolkit.scoring.detectors import courtesy, customer, empathy, mood, ownership, resolution
from qa_toolkit.scoring.detectors.detector import Detector

FAMILIES: dict[str, tuple[Detector, ...]] = {
    "courtesy": courtesy.DETECTORS,
    "empathy": empathy.DETECTORS,
    "ownership": ownership.DETECTORS,
    "resolution": resolution.DETECTORS,
    "customer": customer.DETECTORS,
    "mood": mood.DETECTORS,
}
DETECTORS: dict[str, Detector] = {
    detector.name: detector for family in FAMILIES.values() for detector in family
}
