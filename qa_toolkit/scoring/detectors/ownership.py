"""Who takes the matter on: promises, finished actions, and what passes it on."""

from qa_toolkit.scoring.detectors.detector import AGENT, Detector

DETECTORS = (
    Detector(
        name="promise",
        speaker=AGENT,
        polarity=1,
        meaning="Promises to do something in this matter.",
        any=("(I'll|we'll|I will|we will)",),
    ),
    Detector(
        name="finished",
        speaker=AGENT,
        polarity=1,
        meaning="Reports something done in this matter.",
        any=(
            "(I|we) (have|'ve) [just|now|already] (sent|refunded|fixed|escalated|passed|updated|ordered|cancelled)",
            "(I've|we've) [just|now|already] (sent|refunded|fixed|escalated|passed|updated|ordered|cancelled)",
        ),
    ),
    Detector(
        name="let_me_check",
        speaker=AGENT,
        polarity=1,
        meaning="Looks into it at once.",
        any=("let me (check|see|look|find out)",),
    ),
    Detector(
        name="escalation",
        speaker=AGENT,
        polarity=1,
        meaning="Brings in somebody who can help, and stays with it.",
        any=("(escalat*|passed|forwarded) ~4 (team|manager|supervisor|specialist)",),
    ),
    Detector(
        name="deflection",
        speaker=AGENT,
        polarity=-1,
        meaning="Sends the customer elsewhere.",
        any=(
            "(visit|go to|refer to) ~3 (website|site|page|link)",
            "(contact|call|email) (our|the|your)",
        ),
    ),
    Detector(
        name="refusal",
        speaker=AGENT,
        polarity=-1,
        meaning="Refuses, without offering anything else.",
        any=(
            "(unable|not able) to",
            "(I|we) (can't|cannot)",
        ),
    ),
    Detector(
        name="handoff",
        speaker=AGENT,
        polarity=-1,
        meaning="Hands the customer to another desk.",
        any=("(transfer|put) you (to|through)",),
    ),
)
