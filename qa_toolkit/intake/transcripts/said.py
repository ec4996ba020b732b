"""What a file says, before anybody knows who speaks: the same for every format."""

from dataclasses import dataclass, field

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.transcript import Transcript, Word

_SHOWN_PLACES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One cue or segment: times in seconds, the speaker's name as the file writes it.

    Attributes:
        voice: empty where the file does not say who speaks.
        words: empty unless every word has times and a probability.
        log_probability: mean per word piece, as whisper programs give it.
        pieces: how many word pieces that mean was taken over.
    """

    text: str
    start_s: float
    end_s: float
    voice: str = ""
    words: tuple[Word, ...] = ()
    log_probability: float | None = None
    pieces: int = 1


@dataclass(slots=True)
class Reading:
    """One file while it is being read: what it says, and what is wrong with it.

    Attributes:
        engine: the format, as `Origin.engine` keeps it.
        lost: places (`line 12`, `segment 3`) whose words could not be read.
        transcript: of a file that says all of it itself, as our own do, for any interaction; then
            `said` is empty.
    """

    source: str
    engine: str
    said: list[Said] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    language: str = ""
    duration_s: float | None = None
    model: str = ""
    transcript: Transcript | None = None

    def lose(self, place: str, message: str, *, line: int | None = None, hint: str = "") -> None:
        """Note a mistake that costs words."""
        self.lost.append(place)
        self.problems.append(Problem(source=self.source, line=line, message=message, hint=hint))

    def warn(self, message: str, *, line: int | None = None, hint: str = "") -> None:
        """Note a mistake that costs none."""
        self.problems.append(
            Problem(source=self.source, line=line, message=message, hint=hint, severity="warning")
        )

    @property
    def doubt(self) -> str:
        """Why the words are not all there; empty when they are."""
        if not self.lost:
            return ""
        more = " …" if len(self.lost) > _SHOWN_PLACES else ""
        places = ", ".join(self.lost[:_SHOWN_PLACES]) + more
        return f"words are missing: parts of the transcript could not be read ({places})"
