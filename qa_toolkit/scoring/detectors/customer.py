"""What the customer shows: trouble, patience at its end."""

from qa_toolkit.scoring.detectors.detector import CUSTOMER, Detector

DETECTORS = (
    Detector(
        name="distress",
        speaker=CUSTOMER,
        polarity=-1,
        meaning="Shows trouble: a feeling, or a plain fact that is one.",
        any=("(frustrat*|annoy*|upset|angry|furious|worried|disappointed)",),
    ),
    Detector(
        name="repeat_contact",
        speaker=CUSTOMER,
        polarity=-1,
        meaning="Has asked before about the same thing.",
        any=(
            "(second|third|fourth|2nd|3rd|4th) time",
            "(again|already) (called|emailed|contacted)",
        ),
    ),
    Detector(
        name="cancellation",
        speaker=CUSTOMER,
        polarity=-1,
        meaning="Wants to leave.",
        any=("(cancel*|switching to|leaving) ~3 (account|subscription|contract|service)",),
    ),
    Detector(
        name="escalation_request",
        speaker=CUSTOMER,
        polarity=-1,
        meaning="Wants somebody higher up.",
        any=("(manager|supervisor|ombudsman|complaint)",),
    ),
    Detector(
        name="sarcasm",
        speaker=CUSTOMER,
        polarity=-1,
        meaning="Praises what went wrong.",
        any=("(great|fantastic|brilliant) (another|job|service) ~3 (again|without|week)",),
    ),
)
