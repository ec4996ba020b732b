"""Cases: a few lines of dialogue and what a criterion must give for them.

    criterion: empathy.acknowledge
    cases:
      names_the_trouble:
        said: |
          C: My parcel never came and the party is tomorrow.
          A: Oh no, and the party is tomorrow, I can see why you are worried.
        rating: 2
        evidence: ["I can see why you are worried"]
      no_trouble:
        said: |
          C: What are your opening hours?
          A: Nine to five.
        status: not_applicable

Lines start with `A:` (agent), `C:` (customer), `B:` (bot) or `S:` (system), optionally with
times in seconds before it: `[12.5-14] A: …`. Other lines go on with the turn above; one that
begins like another speaker ("Customer: hi") is a mistake.
"""

import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.transcript import SpeakerRole, Transcript, Turn
from qa_toolkit.rubric.locate import problems_of
from qa_toolkit.rubric.strict_yaml import read_yaml

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


def _dialogue(said: str) -> str:
    lines = list(filter(None, map(str.strip, said.split("\n"))))
    if not lines or not _LINE.fullmatch(lines[0]):
        raise ValueError("a dialogue starts with a line such as 'A: Hello' or 'C: Hi'")
    for line in lines:
        if not _LINE.fullmatch(line) and (found := _SPEAKER.match(line)):
            raise ValueError(
                f"'{found.group()}' is no speaker; a line starts with A:, C:, B: or S:, "
                "with seconds before it as in [12.5-14] A:"
            )
    return said


class Case(BaseModel):
    """One dialogue and what the criterion must give for it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    said: Annotated[str, AfterValidator(_dialogue)]
    channel: Channel = Channel.CHAT
    status: RatingStatus = RatingStatus.RATED
    rating: int | None = None
    evidence: tuple[str, ...] | None = None
    """Words that must be among the evidence; an empty list means there must be none."""
    not_evidence: tuple[str, ...] = ()
    """Words that must not be among the evidence."""

    def transcript(self) -> Transcript:
        """The dialogue as turns, in whatever language; times in seconds where lines have them."""
        turns = tuple(_turns(self.said))
        ends = [turn.end_s or turn.start_s for turn in turns if turn.start_s is not None]
        return Transcript(interaction_id="case", turns=turns, duration_s=max(ends, default=None))


class CaseFile(BaseModel):
    """The cases of one criterion."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    criterion: str
    cases: Annotated[dict[str, Case], Field(min_length=1)]


def load_cases(path: Path) -> tuple[CaseFile | None, tuple[Problem, ...]]:
    """Read a file of cases; None with the problems when it cannot be used."""
    source = str(path)
    try:
        document = read_yaml(path.read_text(encoding="utf-8-sig"), source)
    except (OSError, UnicodeDecodeError) as error:
        return None, (Problem(source=source, message=f"cannot be read: {error}", code="R001"),)
    if document.problems:
        return None, tuple(document.problems)
    try:
        return CaseFile.model_validate(document.value), ()
    except ValidationError as error:
        return None, tuple(problems_of(error, CaseFile, document, source))


def case_files(rubric_file: Path) -> list[Path]:
    """The files of cases that lie beside a rubric: `cases/<its name>/`, ending in `.yaml` or `.yml`."""
    folder = rubric_file.parent / "cases" / rubric_file.stem
    return sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")])


def _turns(said: str) -> list[Turn]:
    turns: list[Turn] = []
    for line in filter(None, map(str.strip, said.split("\n"))):
        found = _LINE.fullmatch(line)
        if found is None:
            turns[-1] = _longer(turns[-1], line)
            continue
        turn = Turn(
            speaker=_ROLES[found["who"]],
            text=found["text"],
            start_s=float(found["start"]) if found["start"] else None,
            end_s=float(found["end"]) if found["end"] else None,
        )
        turns.append(turn)
    return turns


def _longer(turn: Turn, line: str) -> Turn:
    return Turn(
        speaker=turn.speaker, text=f"{turn.text}\n{line}", start_s=turn.start_s, end_s=turn.end_s
    )
