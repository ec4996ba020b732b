"""How it ends: solved, a next step, or open."""

from qa_toolkit.scoring.detectors.detector import AGENT, CUSTOMER, Detector

DETECTORS = (
    Detector(
        name="asks_solved",
        speaker=AGENT,
        polarity=1,
        meaning="Asks whether it is solved, or whether there is anything else.",
        any=(
            "(did|does|has) (that|this|it) (help|work|solve)",
            "anything else",
        ),
    ),
    Detector(
        name="next_step",
        speaker=AGENT,
        polarity=1,
        meaning="Gives a step the customer can take.",
        any=("(try|follow|click|tap|select|restart|reinstall)",),
    ),
    Detector(
        name="inactivity_close",
        speaker=AGENT,
        polarity=-1,
        meaning="Closes because the customer went quiet.",
        any=(
            "(haven't heard|not heard) ~2 (from|back)",
            "due to inactivity",
        ),
    ),
    Detector(
        name="confirms_solved",
        speaker=CUSTOMER,
        polarity=1,
        meaning="Says that it is solved.",
        any=(
            "(it|that|this) (worked|works|is fixed|is working)",
            "(sorted|resolved|fixed) now",
        ),
    ),
    Detector(
        name="customer_thanks",
        speaker=CUSTOMER,
        polarity=1,
        meaning="Thanks the agent.",
        any=("(thank you|thanks|thx|cheers)",),
    ),
    Detector(
        name="still_broken",
        speaker=CUSTOMER,
        polarity=-1,
        meaning="Says that it is not solved.",
        any=("still (not|doesn't|isn't|can't|no)",),
    ),
)
