"""Why a score is what it is: the sum behind each model, with the words it counts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of one turn; `turn` is its index in the transcript."""

    turn: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Addend:
    """One thing a model counts, and what it adds to the log-odds.

    Attributes:
        name: of the feature.
        meaning: what it is, for people.
        amount: weight × value; above 0 it speaks for, below against.
        quotes: the words it counts; empty for what is measured on the whole.
    """

    name: str
    meaning: str
    amount: float
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """What a model says of one interaction, and how it comes about.

    Attributes:
        section: whose strength it is; empty for the customer's sentiment.
        base: log-odds where nothing is found and all that is measured is as usual.
        addends: the largest first; `base` and their amounts add up to the log-odds.
        probability: 0..1, 1 / (1 + exp(-log-odds)).
        confidence: 0.5..1, how sure the model is of the likelier answer; no surer than it is known
            who is who.
    """

    section: str
    model: str
    predicts: str
    base: float
    addends: tuple[Addend, ...]
    probability: float
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened in one turn and must not vanish in an average."""

    kind: str
    turn: int
    text: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What is to be said of one interaction beside its ratings.

    Attributes:
        sums: of the sections' models, and of the customer's sentiment.
        course: the customer's mood (VADER, -1 to 1) in the first and in the last third of their
            turns; None where they say too little for a course.
        agent_mood: the agent's (VADER) without sentences of empathy and apology, which VADER takes
            for unhappy ones; None without any other.
        events: in order of turns.
    """

    sums: tuple[Sum, ...]
    course: tuple[float, float] | None = None
    agent_mood: float | None = None
    events: tuple[Event, ...] = ()
