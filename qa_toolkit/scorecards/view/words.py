"""What was said: turns cut into marked segments, and evidence with its place."""

from dataclasses import dataclass

from qa_toolkit.scorecards.view.kinds import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentView:
    """A piece of a turn; marked pieces are evidence and say for what."""

    text: str
    tone: Tone | None = None
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnView:
    """One turn of the transcript.

    Attributes:
        anchor: name that evidence links to, unique on the agent's page.
        role: `agent`, `customer` …, for the layout.
        note: what is not shown of a very long turn; empty otherwise.
    """

    anchor: str
    role: str
    speaker: str
    when: str
    segments: tuple[SegmentView, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """A quote with its place, or a fact that no turn holds.

    Attributes:
        before, after: the rest of the sentence it stands in.
        when, speaker: empty for a fact, which nobody said.
        anchor: of the turn it stands in; empty for a fact.
        mark: of its words, on the page of the interaction; empty for a fact.
        sign: the tone in words, for those who do not see the colour.
    """

    before: str
    quote: str
    after: str
    when: str
    speaker: str
    anchor: str
    tone: Tone
    sign: str
    note: str
    mark: str = ""

    @property
    def said(self) -> str:
        """The sentence as it was said."""
        return f"{self.before}{self.quote}{self.after}"
