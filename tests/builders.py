"""Small values for tests, built from text that reads like the thing itself."""

import re
from decimal import Decimal

from qa_toolkit.domain.interaction import AgentRef, Channel, Interaction
from qa_toolkit.domain.phrase import pattern_of
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.domain.transcript import SpeakerRole, Transcript, Turn

ROLES = {
    "A": SpeakerRole.AGENT,
    "C": SpeakerRole.CUSTOMER,
    "B": SpeakerRole.BOT,
    "S": SpeakerRole.SYSTEM,
    "I": SpeakerRole.INTERNAL,
    "U": SpeakerRole.UNKNOWN,
}
_LINE = re.compile(
    r"(?:\[(?P<start>[\d.]+)(?:-(?P<end>[\d.]+))?\] *)?(?P<role>[ACBSIU]): ?(?P<text>.*)"
)


def transcript(dialogue: str, **fields: object) -> Transcript:
    """Turns from lines such as `A: Hello` or, with times in seconds, `[0-2.5] C: Hi`."""
    turns = []
    for line in filter(None, map(str.strip, dialogue.splitlines())):
        found = _LINE.fullmatch(line)
        assert found, f"not a line of dialogue: {line!r}"
        start, end = found["start"], found["end"]
        turns.append(
            Turn(
                speaker=ROLES[found["role"]],
                text=found["text"],
                start_s=float(start) if start else None,
                end_s=float(end) if end else None,
            )
        )
    return Transcript(**{"interaction_id": "i-1", "language": "en", "turns": tuple(turns)} | fields)  # type: ignore[arg-type]


def interaction(interaction_id: str = "i-1", **fields: object) -> Interaction:
    """A chat of agent `dana` unless told otherwise."""
    known: dict[str, object] = {
        "channel": Channel.CHAT,
        "agent": AgentRef(id="dana", name="Dana Price", team="North"),
        "content_hash": f"hash-of-{interaction_id}",
        "source": "chats.jsonl:1",
    }
    return Interaction(id=interaction_id, **known | fields)  # type: ignore[arg-type]


def rated(value: float | None, weight: Decimal | int = 1, **fields: object) -> CriterionScore:
    """A criterion rated `value` (0..1 in tenths) or, with None, not applicable."""
    known: dict[str, object] = {
        "criterion": "s.c",
        "section": "s",
        "status": RatingStatus.NOT_APPLICABLE if value is None else RatingStatus.RATED,
        "points": None if value is None else round(value * 10),
        "lowest": 0,
        "highest": 10,
        "weight": Decimal(weight),
    }
    return CriterionScore(**known | fields)  # type: ignore[arg-type]


def criterion(**fields: object) -> dict[str, object]:
    """A criterion of a rubric file, 0 to 2 points, that credits an apology."""
    return {
        "id": "s.c",
        "question": "Is it shown?",
        "scale": {0: "not shown", 1: "in part", 2: "shown"},
        "indicators": [{"id": "sorry", "kind": "phrase", "any": ["sorry"], "points": 2}],
    } | fields


def rubric(*criteria: dict[str, object], **fields: object) -> Rubric:
    """A rubric with one section `s` holding the criteria, unless `sections` says otherwise."""
    known: dict[str, object] = {
        "format": 1,
        "id": "r",
        "version": "1.0.0",
        "title": "R",
        "applies_to": {"channels": ["call", "chat"]},
        "pass_mark": 80,
        "requires": {"agent_turns": 1, "customer_turns": 0},
        "sections": [
            {"id": "s", "title": "S", "weight": 1, "criteria": list(criteria) or [criterion()]}
        ],
    }
    return Rubric.model_validate(known | fields)


def compile_phrases(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern that finds any of the phrases as whole words, the longest wording first.

    Raises:
        PhraseError: a phrase is not in the language.
    """
    longest_first = sorted(phrases, key=len, reverse=True)
    alternatives = "|".join(map(pattern_of, longest_first))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)
