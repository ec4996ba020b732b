"""Cues: a line of times, then the lines of text up to an empty one; the same in WebVTT and SubRip."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa_toolkit.errors import Unusable
from qa_toolkit.intake.transcripts.markup import by_voice
from qa_toolkit.intake.transcripts.said import Reading, Said
from qa_toolkit.intake.transcripts.times import ARROW, read_times

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines between empty ones: the first one's 1-based number, and the lines."""

    line: int
    lines: list[str]

    @property
    def times_at(self) -> int | None:
        """Where the line of times stands in the block; None in a block that is no cue."""
        places = (i for i, line in enumerate(self.lines[:2]) if ARROW in line)
        return next(places, None)


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a file; one also ends where the times of a next cue stand in it."""
    held: list[str] = []
    number = 0
    for number, line in enumerate(_LINE_END.split(text), start=1):
        if not line.strip():
            if held:
                yield Block(number - len(held), held)
            held = []
            continue
        if ARROW in line and any(ARROW in known for known in held):
            named = [held.pop()] if held[-1].strip().isdecimal() else []
            yield Block(number - len(held) - len(named), held)
            held = named
        held.append(line)
    if held:
        yield Block(number + 1 - len(held), held)


def take_cue(block: Block, reading: Reading) -> None:
    """Add what a block says to the reading, or what is wrong with it."""
    at = block.times_at
    if at is None:
        text = block.lines[0].strip()[:60]
        message = f"text without a time: {text!r}; left out"
        hint = "each cue has a line of times above its text"
        reading.lose(f"line {block.line}", message, line=block.line, hint=hint)
        return
    line = block.line + at
    try:
        start_s, end_s = read_times(block.lines[at])
    except Unusable as reason:
        message = f"{reason.message}; the cue is left out"
        reading.lose(f"line {line}", message, line=line, hint=reason.hint)
        return
    voices = list(by_voice(block.lines[at + 1 :]))
    if not voices:
        reading.warn("the cue has no text", line=line)
        return
    if end_s < start_s:
        reading.warn("the cue ends before it begins; taken to end where it begins", line=line)
        end_s = start_s
    if reading.said and start_s < reading.said[-1].start_s:
        reading.warn("the cue begins before the one above it; put in order of time", line=line)
    reading.said += _shared(voices, start_s, end_s)


def _shared(voices: Sequence[tuple[str, str]], start_s: float, end_s: float) -> Iterator[Said]:
    """Several voices in one cue take its time in turn, each as long as its text is."""
    a_letter_s = (end_s - start_s) / sum(len(text) for _, text in voices)
    for voice, text in voices:
        until_s = start_s + a_letter_s * len(text)
        yield Said(text=text, start_s=round(start_s, 3), end_s=round(until_s, 3), voice=voice)
        start_s = until_s
