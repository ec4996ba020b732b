"""Make `calls/monitored.jsonl` again: invented calls to the order line of a homeware shop.

    python make_calls.py

Every customer has a trouble with a parcel, so that the same behaviours can be looked at as in the
staged calls. What each agent does is drawn from how often they do it; the seed is fixed, so the
same bytes come out every time. The times make waits and silences that can be measured.
"""

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

HERE = Path(__file__).parent
CALLS_EACH = 6
WORDS_PER_S = 2.6
AGENTS = (
    # id, name, queue, how often: greets well, acknowledges, repeats, checks, knows, promises, ends well
    ("n.osei", "Nana Osei", "orders-north", (0.95, 0.8, 0.7, 0.95, 0.9, 0.8, 0.9)),
    ("b.kline", "Bea Kline", "orders-north", (0.8, 0.45, 0.4, 0.9, 0.7, 0.6, 0.7)),
    ("r.falk", "Rob Falk", "orders-south", (0.6, 0.3, 0.3, 0.8, 0.6, 0.35, 0.4)),
    ("i.moreau", "Ina Moreau", "orders-south", (0.9, 0.7, 0.6, 1.0, 0.8, 0.7, 0.8)),
)
ITEMS = ("lamp", "kettle", "tea set", "mirror", "rug", "clock", "bread bin", "vase")
REASONS = (
    "it is a birthday present",
    "we have guests at the weekend",
    "my old one broke last week",
    "it was meant for my mother",
)
NAMES = ("Olsen", "Pryce", "Banerjee", "Holt", "Iyer", "Novak", "Byrne", "Castle")
TROUBLES = (
    "Hello, I ordered a {item} two weeks ago and it never came.",
    "Hi. My parcel with a {item} is lost, I think, and {reason}.",
    "Good morning. I am still waiting for a {item} from you, and {reason}.",
    "Hello, the {item} you sent me arrived broken.",
)
GREETINGS = (
    ("Orders.", "Yes, order line."),
    ("Good morning, order line.", "Hello, thank you for calling."),
    ("Good morning, order line, this is {first} speaking.", "Hello, my name is {first}."),
)
ACKNOWLEDGED = (
    ("All right.", "Okay."),
    ("Sorry about that.", "Oh dear, I apologise."),
    (
        "Oh no, and when {reason} that must be worrying.",
        "I can see why you are worried when {reason}.",
    ),
)
REPEATED = ("So you've been waiting for the {item} since then.", "You've ordered a {item}, I see.")
CHECKED = (
    "May I have your name and the postcode, please?",
    "Could I take your surname and postcode first?",
)
UNCHECKED = ("What's the order number?", "Do you have the number of the order?")
SEARCHING = ("One moment, let me check.", "Bear with me, I look that up.")
STATUS = (
    ("I don't know where it is, I am afraid.", "You would have to ask the courier."),
    ("It left us on Monday.", "The parcel was handed to the carrier last week."),
    (
        "It was scanned at the depot in the harbour on Tuesday, the label is torn.",
        "It has been returned to our warehouse since Wednesday.",
    ),
)
PROMISED = (
    ("That is all I can see.", "So please wait a little."),
    ("I'll ask the depot about it.", "We will send you another one."),
    (
        "I'll send a new one today and call you tomorrow before noon.",
        "I'll call the depot now and ring you back by five o'clock today.",
    ),
)
REFERENCES = ("Your reference is {number}.", "The case number is {number}, ask for me.")
ELSE = ("Is there anything else I can do?", "Was that everything for today?")
GOODBYES = ("Goodbye.", "Thank you for calling, goodbye.")


def main() -> None:
    """Write the file."""
    draw = random.Random("order line")  # noqa: S311 - to be repeatable
    lines = [json.dumps(call, ensure_ascii=False) for call in _calls(draw)]
    (HERE / "calls" / "monitored.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _calls(draw: random.Random) -> Iterator[dict[str, object]]:
    start = datetime(2026, 11, 2, 9, 4, tzinfo=UTC)
    for number in range(CALLS_EACH * len(AGENTS)):
        name, shown, queue, habits = AGENTS[number % len(AGENTS)]
        start += timedelta(minutes=draw.randrange(30, 240))
        while start.hour < 9 or start.hour >= 17 or start.weekday() > 4:
            start += timedelta(hours=1)
        yield {
            "id": f"call-{number + 1:03}",
            "channel": "call",
            "agent": name,
            "agent_name": shown,
            "team": queue.removeprefix("orders-").title(),
            "queue": queue,
            "language": "en",
            "started_at": start.isoformat(),
            "turns": _timed(draw, _said(draw, shown, habits)),
        }


def _said(
    draw: random.Random, shown: str, habits: tuple[float, ...]
) -> Iterator[tuple[str, str, float]]:
    """Who says what after which pause in seconds."""
    facts = {
        "first": shown.split()[0],
        "item": draw.choice(ITEMS),
        "reason": draw.choice(REASONS),
        "number": f"QH {draw.randrange(2000, 9999)}",
    }
    greets, listens, repeats, checks, knows, promises, ends = habits

    def level(chance: float) -> int:
        return sum(draw.random() < chance for _ in range(2))

    def one(texts: tuple[str, ...]) -> str:
        return draw.choice(texts).format(**facts)

    yield "agent", one(GREETINGS[level(greets)]), 0
    yield "customer", one(TROUBLES), 0.6
    heard = one(ACKNOWLEDGED[level(listens)])
    repeated = [one(REPEATED)] if draw.random() < repeats else []
    checked = draw.random() < checks
    yield "agent", " ".join([heard, *repeated, one(CHECKED if checked else UNCHECKED)]), 0.8
    yield "customer", f"{draw.choice(NAMES)}, and it is {facts['number']}.", 1.2
    announced = draw.random() < checks
    yield "agent", one(SEARCHING) if announced else "Right.", 0.5
    yield "agent", one(STATUS[level(knows)]), draw.choice((4, 9, 27, 34))
    yield "customer", "And what happens now?", 0.7
    end = [one(PROMISED[level(promises)])]
    end += [one(REFERENCES)] if draw.random() < ends else []
    end += [one(ELSE)] if draw.random() < ends else []
    yield "agent", " ".join(end), 1.0
    yield "customer", "No, that is all. Bye.", 0.6
    yield "agent", one(GOODBYES), 0.4


def _timed(
    draw: random.Random, said: Iterator[tuple[str, str, float]]
) -> list[dict[str, str | float]]:
    now, turns = round(draw.uniform(3, 50), 1), []
    for speaker, text, pause in said:
        start = round(now + pause, 1)
        now = round(start + len(text.split()) / WORDS_PER_S, 1)
        turns.append({"speaker": speaker, "text": text, "start_s": start, "end_s": now})
    return turns


if __name__ == "__main__":
    main()
