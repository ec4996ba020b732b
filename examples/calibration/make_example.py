"""Make the files of this folder again: invented chats, and invented ratings of them.

    python make_example.py

Two people rate forty chats (`dana.csv`, `eli.csv`), of one mind about the greeting and less so
about the rest. `ratings.csv` holds what a site thinks of the manner of a
hundred and twenty chats (`chats.jsonl`): it wants a greeting and a goodbye, and an answer rather
than an apology.
"""

import csv
import json
import random
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
TROUBLES = (
    "My kettle arrived with a cracked lid.",
    "I was charged twice for the same lamp.",
    "The courier left my parcel at another house.",
    "Your app signs me out every few minutes.",
    "The shelf is missing four screws.",
)
GREETINGS = ("Good morning, this is Robin.", "Hello, you are speaking with Robin.")
APOLOGIES = ("I am so sorry about that.", "My apologies for the trouble.")
ANSWERS = (
    "A replacement leaves our warehouse today.",
    "The second charge is cancelled.",
    "I have asked the courier to collect it.",
    "Please install the update of last night.",
    "The screws are in the post.",
)
GOODBYES = ("Have a lovely day!", "Is there anything else I can help you with?")
LEVELS = {"politeness.greeting": 2, "empathy.acknowledge": 3, "ownership.promise": 3}
LIKENESS = {"politeness.greeting": 0.97, "empathy.acknowledge": 0.6, "ownership.promise": 0.85}


def main() -> None:
    """Write all files."""
    draw = random.Random("calibration")  # noqa: S311 - to be repeatable
    _two_people(draw)
    chats = list(_chats(draw))
    lines = [json.dumps(chat, ensure_ascii=False) for chat, _ in chats]
    (HERE / "chats.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    _write("ratings.csv", ["interaction", "criterion", "rating"], [row for _, row in chats])


def _two_people(draw: random.Random) -> None:
    dana, eli = [], []
    for at in range(1, 41):
        truth = {name: draw.randrange(levels) for name, levels in LEVELS.items()}
        agent = ("robin", "sam")[at % 2]
        dana.append([f"c-{at:02}", agent, *(_said(draw, name, truth, 0) for name in LEVELS)])
        if at > 2:
            eli.append([f"c-{at:02}", agent, *(_said(draw, name, truth, 1) for name in LEVELS)])
    eli.append(["c-41", "sam", "1", "na", "2"])
    _write("dana.csv", ["Interaction", "Agent", *LEVELS], dana)
    _write("eli.csv", ["Interaction", "Agent", *LEVELS], eli)


def _said(draw: random.Random, name: str, truth: dict[str, int], milder: int) -> str:
    if draw.random() < LIKENESS[name]:
        return str(truth[name])
    return str(min(LEVELS[name] - 1, draw.randrange(LEVELS[name]) + milder))


def _chats(draw: random.Random) -> Iterator[tuple[dict[str, object], list[str]]]:
    """Chats, each with its row of ratings."""
    for at in range(1, 121):
        greets, sorry, goodbye = (draw.random() < 0.5 for _ in range(3))
        about = draw.randrange(len(TROUBLES))
        turns = [
            ("customer", TROUBLES[about]),
            (
                "agent",
                " ".join([draw.choice(GREETINGS)] * greets + [draw.choice(APOLOGIES)] * sorry),
            ),
            ("agent", " ".join([ANSWERS[about]] + [draw.choice(GOODBYES)] * goodbye)),
        ]
        said = [{"speaker": who, "text": text} for who, text in turns if text]
        chance = (draw.random() < 0.1) - (draw.random() < 0.1)
        rating = min(2, max(0, greets + goodbye - sorry + 1 - (draw.random() < 0.5) + chance))
        chat = {"id": f"s-{at:03}", "channel": "chat", "agent": "robin", "turns": said}
        yield chat, [f"s-{at:03}", "politeness.manner", str(rating)]


def _write(name: str, header: list[str], rows: list[list[str]]) -> None:
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


if __name__ == "__main__":
    main()
