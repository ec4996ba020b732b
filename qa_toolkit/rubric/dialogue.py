"""Dialogue as people write it in cases: `A: Hello`, with times in seconds where they matter.

Lines start with `A:` (agent), `C:` (customer), `B:` (bot) or `S:` (system), optionally with
times in seconds before it: `[12.5-14] A: …`. Other lines go on with the turn above; one that
begins like another speaker ("Customer: hi") is a mistake.
"""

import re

from qa_toolkit.domain.transcript import SpeakerRole, Transcript, Turn

_ROLES = {
    "A": SpeakerRole.AGENT,
    "C": SpeakerRole.CUSTOMER,
    "B": SpeakerRole.BOT,
    "S": SpeakerRole.SYSTEM,
}
_LINE = re.compile(
    r"(?:\[(?P<start>\d+(?:\.\d+)?)(?:-(?P<end>\d+(?:\.\d+)?))?\]\s*)?(?P<who>[ACBS]):\s*(?P<text>.*)"
)
# a word with a colon, but neither the time of day nor an address on the web
_SPEAKER = re.compile(r"(?:\[[^\]]*\]\s*)?[^\W\d_]\w*\s*:(?!//)")


def checked(said: str) -> str:
    """The dialogue as it is.

    Raises:
        ValueError: it does not begin with a speaker, or names one that nobody knows.
    """
    lines = _lines(said)
    if lines and not _LINE.fullmatch(lines[0]):
        raise ValueError("a dialogue starts with a line such as 'A: Hello' or 'C: Hi'")
    for line in lines:
        if not _LINE.fullmatch(line) and (found := _SPEAKER.match(line)):
            raise ValueError(
                f"'{found.group()}' is no speaker; a line starts with A:, C:, B: or S:, "
                "with seconds before it as in [12.5-14] A:"
            )
    return said


def transcript(said: str, language: str = "") -> Transcript:
    """The dialogue as turns; times in seconds where lines have them."""
    turns: list[Turn] = []
    for line in _lines(said):
        found = _LINE.fullmatch(line)
        turns.append(_longer(turns.pop(), line) if found is None else _turn(found))
    ends = [turn.end_s or turn.start_s for turn in turns if turn.start_s is not None]
    return Transcript(
        interaction_id="case",
        turns=tuple(turns),
        language=language,
        duration_s=max(ends, default=None),
    )


def _lines(said: str) -> list[str]:
    return list(filter(None, map(str.strip, said.split("\n"))))


def _turn(found: re.Match[str]) -> Turn:
    return Turn(
        speaker=_ROLES[found["who"]],
        text=found["text"],
        start_s=float(found["start"]) if found["start"] else None,
        end_s=float(found["end"]) if found["end"] else None,
    )


def _longer(turn: Turn, line: str) -> Turn:
    return Turn(
        speaker=turn.speaker, text=f"{turn.text}\n{line}", start_s=turn.start_s, end_s=turn.end_s
    )
