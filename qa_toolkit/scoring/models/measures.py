"""Measures of a whole interaction that models may count, each a number near 0 to 3."""

import math
import re
from collections.abc import Callable, Iterable

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.detectors.detect import Finds
from qa_toolkit.scoring.models import care
from qa_toolkit.scoring.reading import Reading

Measure = Callable[[Finds, Reading], float]


def agent_turns(finds: Finds, reading: Reading) -> float:
    """Logarithm of the number of the agent's turns."""
    return math.log1p(len(reading.turns_of(SpeakerRole.AGENT)))


def agent_words(finds: Finds, reading: Reading) -> float:
    """Logarithm of the agent's words per turn."""
    turns = reading.turns_of(SpeakerRole.AGENT)
    words = sum(len(reading.texts[turn].split()) for turn in turns)
    return math.log1p(words / len(turns)) if turns else 0.0


def customer_words(finds: Finds, reading: Reading) -> float:
    """Logarithm of the customer's words per turn."""
    turns = reading.turns_of(SpeakerRole.CUSTOMER)
    words = sum(len(reading.texts[turn].split()) for turn in turns)
    return math.log1p(words / len(turns)) if turns else 0.0


def last_mood(finds: Finds, reading: Reading) -> float:
    """VADER compound of the customer's last turn, -1 to 1."""
    turns = reading.turns_of(SpeakerRole.CUSTOMER)
    return (reading.signals.sentiment[turns[-1]] or 0.0) if turns else 0.0


def mood_course(finds: Finds, reading: Reading) -> float:
    """The customer's mood as a course, -1 to 1: the worst turn weighs most, a good end softens it.

    Half of it is the VADER compound of the worst turn, a quarter that of the best, a quarter the
    mean of the last third of the turns.
    """
    known = [value for value in reading.signals.sentiment if value is not None]
    if not known:
        return 0.0
    return min(known) / 2 + max(known) / 4 + _mean(known[-_third(known) :]) / 4


def _third(values: list[float]) -> int:
    return -(-len(values) // 3)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def customer_last(finds: Finds, reading: Reading) -> float:
    """1 when the customer has the last word."""
    turns = reading.transcript.turns
    return float(bool(turns) and turns[-1].speaker is SpeakerRole.CUSTOMER)


_LINK_LEFT_OUT = re.compile(r"[<\[{#](?:link|url|website)[>\]}#]")
_TAKES_UP = (
    "promise", "timed_promise", "finished", "works_on_it", "escalation", "let_me_check",
    "offer", "invites_back",
)  # fmt: skip
_ANSWERS = ("explains", "states", "refusal", "next_step", "finished")
_PROMISES = ("promise", "timed_promise", "escalation")
_SETTLED = ("finished", "confirms_solved")
_SENDS_AWAY = ("deflection", "feedback_form", "no_way_on")


def bare_pointer(finds: Finds, reading: Reading) -> float:
    """1 when the agent's last answer only points to a page or a desk and lets go."""
    turns = _last_answer(reading)
    points = any(_has_link(reading.texts[turn]) for turn in turns)
    points = points or _found(finds, ("deflection", "feedback_form"), turns)
    return float(points and not _asks(reading, turns) and not _found(finds, _TAKES_UP, turns))


def asks_last(finds: Finds, reading: Reading) -> float:
    """1 when the agent's last answer asks for something other than whether all is well."""
    closing = {span.turn for span in finds.get("asks_solved", ())}
    return float(_asks(reading, (turn for turn in _last_answer(reading) if turn not in closing)))


def question_answered(finds: Finds, reading: Reading) -> float:
    """1 when the customer came to know something and the agent then answers; 0.5 beside a fault."""
    opening = reading.turns_of(SpeakerRole.CUSTOMER)[:2]
    asked = [span.turn for span in finds.get("asks_information", ()) if span.turn in opening]
    if not asked:
        return 0.0
    later = tuple(turn for turn in reading.turns_of(SpeakerRole.AGENT) if turn > asked[0])
    points = any(_has_link(reading.texts[turn]) for turn in later)
    sent_away = _found(finds, _SENDS_AWAY, later) and not _found(
        finds, ("explains", "states"), later
    )
    if sent_away or not (points or _found(finds, _ANSWERS, later)):
        return 0.0
    return 0.5 if "reports_fault" in finds else 1.0


def left_asking(finds: Finds, reading: Reading) -> float:
    """1 when the customer has the last word, and it is a question."""
    turns = reading.turns_of(SpeakerRole.CUSTOMER)
    return customer_last(finds, reading) * float(bool(turns) and _asks(reading, turns[-1:]))


def open_promise(finds: Finds, reading: Reading) -> float:
    """1 when the second half promises something that nobody reports as done or solved since."""
    late = len(reading.texts) / 2
    promised = [span.turn for name in _PROMISES for span in finds.get(name, ())]
    promised = [turn for turn in promised if turn >= late]
    settled = [span.turn for name in _SETTLED for span in finds.get(name, ())]
    return float(bool(promised) and max(promised) > max(settled, default=-1))


def transferred(finds: Finds, reading: Reading) -> float:
    """1 when a fact of that name says yes or counts some; 0 where nothing is known."""
    return _known_true(reading, *FACTS["transferred"])


def reopened(finds: Finds, reading: Reading) -> float:
    """1 when a fact says that it was opened again or came back; 0 where nothing is known."""
    return _known_true(reading, *FACTS["reopened"])


def survey(finds: Finds, reading: Reading) -> float:
    """The customer's survey answer, -1 (worst) to 1 (best); 0 where nothing is known.

    `csat` is read as 1 to 5, `resolved` and `solved` as yes or no.
    """
    csat = _number(reading.facts.get("csat", ""))
    if csat is not None and 1 <= csat <= 5:
        return (csat - 3) / 2
    for name in ("resolved", "solved"):
        answer = reading.facts.get(name, "").strip().casefold()
        if answer in _YES | _NO:
            return 1.0 if answer in _YES else -1.0
    return 0.0


_YES = frozenset({"yes", "true", "1", "y"})
_NO = frozenset({"no", "false", "0", "n"})


def _known_true(reading: Reading, *names: str) -> float:
    known = [reading.facts.get(name, "").strip().casefold() for name in names]
    return float(any(fact in _YES or (_number(fact) or 0) > 0 for fact in known))


def _number(fact: str) -> float | None:
    try:
        number = float(fact)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _last_answer(reading: Reading) -> tuple[int, ...]:
    """The agent's last turns with no customer's turn between them."""
    turns = reading.turns_of(SpeakerRole.AGENT)
    before = [turn for turn in reading.turns_of(SpeakerRole.CUSTOMER) if turns and turn < turns[-1]]
    return tuple(turn for turn in turns if not before or turn > before[-1])


def _asks(reading: Reading, turns: Iterable[int]) -> bool:
    asking = (text for turn in turns if "?" in (text := reading.texts[turn]))
    return any("?" in word and not _has_link(word) for text in asking for word in text.split())


def _has_link(text: str) -> bool:
    """Whether a link is in a text, or something that says where one was."""
    lower = text.lower()
    if "http:" in lower or "https:" in lower or "www." in lower:
        return True
    return any(sign in lower for sign in "<[{#") and _LINK_LEFT_OUT.search(lower) is not None


def _found(finds: Finds, names: Iterable[str], turns: tuple[int, ...]) -> bool:
    wanted = frozenset(turns)
    return any(span.turn in wanted for name in names for span in finds.get(name, ()))


FACTS = {
    "transferred": ("transferred", "transfers"),
    "reopened": ("reopened", "repeat_contact", "repeat contact"),
    "survey": ("csat", "resolved", "solved"),
}
"""The facts about an interaction that measures look at, by the measure."""
YES_NO = frozenset(
    {"customer_last", "bare_pointer", "asks_last", "left_asking", "open_promise", "transferred",
     "reopened"}
)  # fmt: skip
"""Measures that say whether something is so; like words, they add nothing where it is not."""
SAYS = {
    "agent_turns": ("the agent takes many turns", "the agent takes few turns"),
    "agent_words": ("the agent's turns are long", "the agent's turns are short"),
    "customer_words": ("the customer's turns are long", "the customer's turns are short"),
    "last_mood": (
        "the customer's last words sound brighter than usual",
        "the customer's last words sound darker than usual",
    ),
    "mood_course": (
        "the customer sounds brighter than usual",
        "the customer sounds darker than usual",
    ),
    "customer_last": ("the customer has the last word", ""),
    "bare_pointer": ("the last answer only points elsewhere and lets go", ""),
    "asks_last": ("the agent's last answer asks for something", ""),
    "question_answered": (
        "the customer asked, and the agent answers",
        "no question of the customer's is answered",
    ),
    "left_asking": ("the customer is left with a question", ""),
    "open_promise": ("a promise is still open at the end", ""),
    "transferred": ("it was transferred", ""),
    "reopened": ("it was opened again, or came back", ""),
    "survey": ("the customer's survey answer is good", "the customer's survey answer is poor"),
    "distress_answered": (
        "distress is answered with care",
        "no distress that is answered with care",
    ),
    "specific": (
        "care stands beside the customer's own words",
        "no care beside the customer's own words",
    ),
    "care_and_step": ("one turn both cares and acts", "no turn that both cares and acts"),
    "speaks_to_you": (
        "speaks to the person, as “you”",
        "hardly speaks to the person, as “you”",
    ),
}
"""What a measure says in words: where it is so or above the usual, and where it is below."""
MEASURES: dict[str, Measure] = {
    "agent_turns": agent_turns,
    "agent_words": agent_words,
    "customer_words": customer_words,
    "last_mood": last_mood,
    "mood_course": mood_course,
    "customer_last": customer_last,
    "bare_pointer": bare_pointer,
    "asks_last": asks_last,
    "question_answered": question_answered,
    "left_asking": left_asking,
    "open_promise": open_promise,
    "transferred": transferred,
    "reopened": reopened,
    "survey": survey,
    "distress_answered": care.distress_answered,
    "specific": care.specific,
    "care_and_step": care.care_and_step,
    "speaks_to_you": care.speaks_to_you,
}
