"""The line that docs/outputs.md shows is one that is read and written."""

import json
import re
from pathlib import Path

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.intake.found import Found
from qa_toolkit.intake.jsonl import read_line, write_line
from qa_toolkit.signals import measure

PAGE = (Path(__file__).parents[2] / "docs" / "outputs.md").read_text(encoding="utf-8")
SECTION = PAGE.split("## Lines: one contact each")[1]
EXAMPLE = json.loads(SECTION.split("```json\n")[1].split("```")[0])
NAMED = set(re.findall(r"`(?:turns\[\]\.)?(\w+)(?:\[\])?`", SECTION))


def found() -> Found:
    read = read_line(json.dumps(EXAMPLE), "-", 1, require_agent=True)
    assert isinstance(read, Found), read
    return read


def test_the_example_is_read_as_the_page_says() -> None:
    call = found().transcript
    assert call
    assert call.audio
    assert call.audio.roles == (SpeakerRole.CUSTOMER, SpeakerRole.AGENT)
    assert [hold.length_s for hold in measure(call).holds] == [59.5]


def test_every_key_of_a_line_is_named() -> None:
    read = found()
    assert read.transcript
    line = json.loads(write_line(read.interaction, read.transcript))
    assert {*line, *line["turns"][0]} <= NAMED
